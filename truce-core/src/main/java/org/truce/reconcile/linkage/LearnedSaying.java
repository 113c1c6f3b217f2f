package org.truce.reconcile.linkage;

import java.util.Arrays;

/**
 * Words by what was learned. An event's place has a name, drawn as common as it is around there; a
 * source gives it, or else any that is given there. Texts are as alike as {@link Words} says, and
 * what their pairs say is put together by {@link Trees}.
 */
final class LearnedSaying implements Saying {
    private final Accounts accounts;
    private final boolean names;
    private final boolean texts;
    private final double[] nameShare;
    private final double[] meant;
    private final float[][][] weights;
    private final Words words;
    private final double[][] shares;
    private final double[][] logRatios;

    /**
     * @param nameShare of each account that gives a name, how common that is around it
     * @param logRatios as {@link Words} gives them for the parameters
     * @param weights as {@link Words} has them
     */
    LearnedSaying(
            Accounts accounts,
            Parameters parameters,
            double[] nameShare,
            Words words,
            double[][] logRatios,
            float[][][] weights) {
        this.accounts = accounts;
        this.nameShare = nameShare;
        this.words = words;
        this.weights = weights;
        meant = parameters.placeName();
        shares = parameters.words();
        this.logRatios = logRatios;
        boolean anyName = false;
        boolean anyText = false;
        for (int i = 0; i < accounts.size; i++) {
            anyName |= nameShare[i] > 0;
            anyText |= Words.says(accounts, i);
        }
        names = anyName;
        texts = anyText;
    }

    @Override
    public double names(int[] members, int n) {
        if (!names) {
            return 0;
        }
        double rest = 1;
        double left = 1;
        double sum = 0;
        int said = 0;
        for (int k = 0; k < n; k++) {
            if (nameShare[members[k]] > 0) {
                said++;
                rest *= 1 - meant(members[k]);
                double share = shareOfFirst(members, n, k);
                if (share > 0) {
                    sum += likely(members, n, members[k], share);
                    left -= share;
                }
            }
        }
        return said < 2 ? 0 : Math.log(sum + Math.max(0, left) * rest);
    }

    private double meant(int i) {
        return meant[accounts.source[i]];
    }

    private boolean same(int one, int other) {
        return accounts.wording[one].place() == accounts.wording[other].place();
    }

    /**
     * How common the name of the k-th is, by all that give it; 0 unless it is the first of them.
     */
    private double shareOfFirst(int[] members, int n, int k) {
        double sum = 0;
        int count = 0;
        for (int m = 0; m < n; m++) {
            if (nameShare[members[m]] > 0 && same(members[m], members[k])) {
                if (m < k) {
                    return 0;
                }
                sum += nameShare[members[m]];
                count++;
            }
        }
        return sum / count;
    }

    private double likely(int[] members, int n, int named, double share) {
        double product = share;
        for (int m = 0; m < n; m++) {
            if (nameShare[members[m]] > 0) {
                double byIntent = same(members[m], named) ? meant(members[m]) / share : 0;
                product *= byIntent + 1 - meant(members[m]);
            }
        }
        return product;
    }

    @Override
    public void addNames(int[] members, int n, double share, double[][] said) {
        double all = Math.exp(names(members, n));
        for (int k = 0; k < n && names; k++) {
            int i = members[k];
            if (nameShare[i] > 0) {
                double ofName = 0;
                int others = 0;
                for (int m = 0; m < n; m++) {
                    double first = nameShare[members[m]] > 0 ? shareOfFirst(members, n, m) : 0;
                    others += m != k && nameShare[members[m]] > 0 ? 1 : 0;
                    if (first > 0 && same(members[m], i)) {
                        double byIntent = meant(i) / first;
                        ofName = likely(members, n, i, first)
                                / all
                                * byIntent
                                / (byIntent + 1 - meant(i));
                    }
                }
                if (others > 0) {
                    said[accounts.source[i]][0] += share * ofName;
                    said[accounts.source[i]][1] += share * (1 - ofName);
                }
            }
        }
    }

    @Override
    public double texts(int[] members, int n) {
        int said = texts ? countTexts(members, n) : 0;
        if (said < 2) {
            return 0;
        }
        if (said == 2 && n == 2) {
            return logRatio(members[0], members[1]);
        }
        return new Trees(ratios(withTexts(members, n, said))).logMean();
    }

    private int countTexts(int[] members, int n) {
        int said = 0;
        for (int k = 0; k < n; k++) {
            said += Words.says(accounts, members[k]) ? 1 : 0;
        }
        return said;
    }

    private int[] withTexts(int[] members, int n, int said) {
        int[] with = new int[said];
        int held = 0;
        for (int k = 0; k < n; k++) {
            if (Words.says(accounts, members[k])) {
                with[held++] = members[k];
            }
        }
        return with;
    }

    private double[][] ratios(int[] members) {
        double[][] ratios = new double[members.length][members.length];
        for (int k = 0; k < members.length; k++) {
            for (int m = 0; m < k; m++) {
                ratios[k][m] = Math.exp(logRatio(members[k], members[m]));
                ratios[m][k] = ratios[k][m];
            }
        }
        return ratios;
    }

    private double logRatio(int one, int other) {
        return logRatios[Words.kind(accounts, one, other)][
                Words.step(accounts, weights, one, other)];
    }

    @Override
    public void addTexts(int[] members, int n, double share, double[][] alike) {
        int said = texts ? countTexts(members, n) : 0;
        if (said < 2) {
            return;
        }
        int[] with = withTexts(members, n, said);
        double[][] ratios = ratios(with);
        double[][] edges = new Trees(ratios).edges(ratios);
        for (int k = 0; k < said; k++) {
            for (int m = 0; m < k; m++) {
                int kind = Words.kind(accounts, with[k], with[m]);
                int step = Words.step(accounts, weights, with[k], with[m]);
                double[] parts = words.parts(kind, step, shares[kind]);
                double each = share * edges[k][m] / Arrays.stream(parts).sum();
                for (int band = 0; band < parts.length; band++) {
                    alike[kind][band] += parts[band] * each;
                }
            }
        }
    }
}
