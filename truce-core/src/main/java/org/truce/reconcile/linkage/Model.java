package org.truce.reconcile.linkage;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * What was learned from some accounts, by which these and others of the same sources and codings
 * are weighed. What it says of an account depends on that account and on what was learned, and on
 * no other account: so a new one changes only what it stands near.
 */
final class Model {
    /** How many events around make the map of sites half believed. */
    private static final double HALF_TRUSTED_EVENTS = 3;

    private final Parameters parameters;
    private final Confusion[] confusions;
    private final Intensity intensity;
    private final Sites sites;
    private final Districts districts;
    private final Reach reach;
    private final PlaceNames names;
    private final Words words;
    private final double[][] logRatios;
    private final double events;
    private final double days;
    private final Counted counted;

    /** How much an account was learned from itself: its share of an event, or 0. */
    interface Counted {
        double of(Accounts accounts, int i);

        /** Of any accounts, by their seeds. */
        static Counted in(Accounts from, double[] weight) {
            Counts counts = new Counts(from.size);
            for (int i = 0; i < from.size; i++) {
                counts.add(from.seed[i], weight[i]);
            }
            return (accounts, i) -> counts.get(accounts.seed[i]);
        }
    }

    /**
     * @param from what it is learned from
     * @param weight of each of them, its share of an event: above 0 to 1
     * @param words of these
     * @param executor on which parts of it are made
     */
    Model(
            Accounts from,
            double[] weight,
            Counted counted,
            Parameters parameters,
            Words words,
            Executor executor) {
        this.counted = counted;
        this.parameters = parameters;
        double[] classKm = new double[from.placeClasses];
        Arrays.fill(classKm, Double.MAX_VALUE);
        for (double[] sigma : parameters.sigmaKm()) {
            for (int c = 0; c < classKm.length; c++) {
                classKm[c] = Math.min(classKm[c], sigma[c]);
            }
        }
        CompletableFuture<Intensity> everywhere =
                supplyAsync(() -> new Intensity(from, weight, classKm), executor);
        CompletableFuture<Sites> finely =
                supplyAsync(() -> new Sites(from, weight, classKm[0], from.days()), executor);
        confusions = new Confusion[from.codings.size()];
        Arrays.setAll(
                confusions,
                field -> new Confusion(from, field, weight, parameters.rings()[field]));
        districts = new Districts(from, weight, classKm);
        reach = new Reach(from, weight, parameters);
        names = new PlaceNames(from, weight, classKm[0]);
        this.words = words;
        logRatios = words.logRatios(parameters.words());
        events = Arrays.stream(weight).sum();
        days = from.days();
        intensity = everywhere.join();
        sites = finely.join();
    }

    Parameters parameters() {
        return parameters;
    }

    /**
     * Of all accounts.
     *
     * @param executor on which it is made, in pieces
     */
    Weigher weigher(Accounts accounts, Executor executor) {
        return weigher(accounts, where(accounts, executor), executor);
    }

    /** @param where {@link #where} of the same accounts */
    Weigher weigher(Accounts accounts, LearnedWhere where, Executor executor) {
        double[] logSeason = new double[accounts.size];
        Chunks.forEach(
                accounts.along,
                i -> logSeason[i] =
                        Math.log(intensity.seasonRatio(accounts, i, counted(accounts, i))),
                executor);
        return Weigher.of(
                accounts,
                new Weigher.Means(
                        parameters,
                        confusions,
                        logSeason,
                        reach.of(accounts),
                        where,
                        saying(accounts, executor),
                        new Weigher.Span(events, days)),
                executor);
    }

    private Saying saying(Accounts accounts, Executor executor) {
        if (!accounts.worded()) {
            return Saying.NOTHING;
        }
        double[] nameShare = new double[accounts.size];
        boolean[] known = new boolean[accounts.size];
        Chunks.forEach(
                accounts.along,
                i -> {
                    if (PlaceNames.says(accounts, i)) {
                        nameShare[i] = names.share(accounts, i, counted(accounts, i));
                    }
                    known[i] = counted(accounts, i) > 0;
                },
                executor);
        return new LearnedSaying(
                accounts,
                parameters,
                nameShare,
                words,
                logRatios,
                words.weights(accounts, known, executor));
    }

    LearnedWhere where(Accounts accounts, Executor executor) {
        double[] logRate = new double[accounts.size];
        double[] trust = new double[accounts.size];
        int[] district = new int[accounts.size];
        double[] eventsADay = new double[accounts.size];
        Chunks.forEach(
                accounts.along,
                i -> {
                    double own = counted(accounts, i);
                    logRate[i] = intensity.log(accounts, i, own);
                    double near = intensity.near(accounts, i, own);
                    trust[i] = sites.covers(accounts, i)
                            ? near / (near + HALF_TRUSTED_EVENTS)
                            : LearnedWhere.OFF_THE_MAP;
                    district[i] = districts.number(accounts, i);
                    eventsADay[i] = eventsADay(accounts, i, district[i], logRate[i]);
                },
                executor);
        return new LearnedWhere(
                accounts,
                parameters,
                logRate,
                trust,
                new LearnedWhere.Middles(districts, district, eventsADay),
                sites);
    }

    private double eventsADay(Accounts accounts, int i, int district, double logRate) {
        if (district == Districts.NONE) {
            return 0;
        }
        double sigma = parameters.sigmaKm()[accounts.source[i]][accounts.placeClass[i]];
        double usual = Math.exp(logRate) * 2 * Math.PI * sigma * sigma;
        return districts.eventsADay(district, counted(accounts, i), usual);
    }

    private double counted(Accounts accounts, int i) {
        return counted.of(accounts, i);
    }
}
