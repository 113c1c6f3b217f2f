package org.truce.reconcile.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Learns the parameters from the accounts alone, by expectation-maximisation: with the parameters
 * as they are, how likely is each set of accounts one event; with these probabilities, what are the
 * parameters. Of very many accounts it learns from those of some stretches of time.
 */
final class Learner {
    /** How many events around make the map of sites half believed. */
    private static final double HALF_TRUSTED_EVENTS = 3;

    /** What is enough to learn from. */
    private static final int ENOUGH = 40_000;

    private static final int STRETCHES = 8;
    private static final int PIECES = 32;
    private static final Sampler.Length LENGTH = new Sampler.Length(5, 15);

    private final Accounts accounts;
    private final Settings settings;
    private final Executor executor;
    private final double[] weight;
    private Parameters parameters;

    /** How alike two accounts of one event are as a rule; not known at first. */
    private double leastAlike = Double.POSITIVE_INFINITY;

    Learner(Accounts accounts, Settings settings, Executor executor) {
        this.accounts = accounts;
        this.settings = settings;
        this.executor = executor;
        parameters = settings.given().orElseGet(() -> Parameters.start(accounts, settings));
        weight = new double[accounts.size];
        Arrays.fill(weight, 1.0 / Math.min(2, accounts.sources));
    }

    Parameters parameters() {
        return parameters;
    }

    void learn() {
        boolean[] among = among();
        for (int round = 0; round < settings.rounds(); round++) {
            LearnedWhere where = where(among);
            Weigher weigher = weigher(where, among);
            Candidates candidates = Candidates.find(accounts, weigher, parameters, among, executor);
            List<Component> components = Components.of(accounts, candidates.pairs());
            double[] share = new double[accounts.size];
            Round now = new Round(weigher, where, company(candidates), components, share);
            Totals totals = totals(now, weigher);
            Chunks.inOrder(PIECES, piece -> addUp(now, piece), executor).forEach(totals::add);
            parameters = learned(totals, among, share);
            leastAlike = totals.medianAlike();
        }
    }

    private Company company(Candidates candidates) {
        return new Company(accounts, candidates.company(), parameters.company(), leastAlike);
    }

    /** @param share of each account in an event, written into by piece */
    private record Round(
            Weigher weigher,
            LearnedWhere where,
            Company company,
            List<Component> components,
            double[] share) {}

    private Totals totals(Round now, Weigher own) {
        return new Totals(accounts, settings, own, now.where(), now.company().another());
    }

    /** Stretches of equally many accounts, evenly spread; all accounts when there are few. */
    private boolean[] among() {
        if (accounts.size <= ENOUGH) {
            return accounts.all();
        }
        boolean[] among = new boolean[accounts.size];
        int each = ENOUGH / STRETCHES;
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            int from = (int) ((long) (accounts.size - each) * stretch / (STRETCHES - 1));
            Arrays.fill(among, from, from + each, true);
        }
        return among;
    }

    /** Each account is in one component, so the pieces write into different places. */
    private Totals addUp(Round now, int piece) {
        Weigher own = now.weigher().another();
        Totals totals = totals(now, own);
        for (int c = piece; c < now.components().size(); c += PIECES) {
            Component component = now.components().get(c);
            Posterior posterior = Posterior.infer(component, accounts, own, LENGTH, Runnable::run);
            for (Posterior.Whole whole : posterior.wholes()) {
                totals.add(component, whole);
                int[] members = component.listAccounts(whole.nodes());
                for (int account : members) {
                    now.share()[account] += whole.probability() / members.length;
                }
            }
        }
        return totals;
    }

    private Parameters learned(Totals totals, boolean[] among, double[] share) {
        double[] events = new double[accounts.sources];
        double[] reports = new double[accounts.sources];
        for (int i = 0; i < accounts.size; i++) {
            if (among[i]) {
                if (share[i] == 0) {
                    share[i] = 1;
                    totals.add(new int[] {i}, 1, 1);
                }
                weight[i] = share[i];
                events[accounts.source[i]] += weight[i];
                reports[accounts.source[i]]++;
            }
        }
        for (int i = 0; i < accounts.size; i++) {
            int source = accounts.source[i];
            if (!among[i] && reports[source] > 0) {
                weight[i] = events[source] / reports[source];
            }
        }
        return settings.given().isPresent() ? parameters : totals.parameters(parameters, reports);
    }

    /** By what was learned, for all accounts. */
    Weigher weigher() {
        boolean[] all = accounts.all();
        return weigher(where(all), all);
    }

    /**
     * Where things happen, by what each account's share in an event is now held to be.
     *
     * @param among of which accounts it will be asked
     */
    private LearnedWhere where(boolean[] among) {
        double[] classKm = new double[accounts.placeClasses];
        Arrays.fill(classKm, Double.MAX_VALUE);
        for (double[] sigma : parameters.sigmaKm()) {
            for (int c = 0; c < classKm.length; c++) {
                classKm[c] = Math.min(classKm[c], sigma[c]);
            }
        }
        Intensity intensity = new Intensity(accounts, weight, classKm);
        Sites sites = new Sites(accounts, weight, classKm[0], accounts.days());
        double[] logRate = new double[accounts.size];
        double[] trust = new double[accounts.size];
        for (int i = 0; i < accounts.size; i++) {
            if (among[i]) {
                logRate[i] = intensity.log(i);
                double near = intensity.near(i);
                trust[i] = near / (near + HALF_TRUSTED_EVENTS);
            }
        }
        return new LearnedWhere(accounts, parameters.sigmaKm(), logRate, trust, sites, intensity);
    }

    private Weigher weigher(LearnedWhere where, boolean[] among) {
        Confusion[] confusions = new Confusion[accounts.codings.size()];
        Arrays.setAll(
                confusions,
                field -> new Confusion(accounts, field, weight, parameters.rings()[field]));
        double[] logSeason = new double[accounts.size];
        Arrays.setAll(logSeason, i -> among[i] ? where.logSeason(i) : 0);
        return new Weigher(
                accounts,
                parameters,
                confusions,
                logSeason,
                new Reach(accounts, weight, parameters),
                where,
                Arrays.stream(weight).sum(),
                among);
    }
}
