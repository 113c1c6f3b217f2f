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
    /** What is enough to learn from. */
    private static final int ENOUGH = 40_000;

    /** What is enough for the first half of the rounds, which only have to come near. */
    private static final int ENOUGH_AT_FIRST = 10_000;

    private static final int STRETCHES = 8;
    private static final int PIECES = 64;

    /** How wide one place is, where it is asked which accounts speak of one. */
    private static final double PLACE_IN_SIGMAS = 4;

    private static final Sampler.Length LENGTH = new Sampler.Length(6, 12);

    private final Accounts accounts;
    private final Settings settings;
    private final Executor executor;
    private final double[] weight;
    private final Words words;
    private Parameters parameters;

    private Company.Sofar ofOneSource = Company.Sofar.NOTHING;

    Learner(Accounts accounts, Settings settings, Executor executor) {
        this.accounts = accounts;
        this.settings = settings;
        this.executor = executor;
        parameters = settings.given().orElseGet(() -> Parameters.start(accounts, settings));
        words = new Words(
                accounts,
                parameters.reachDays(),
                PLACE_IN_SIGMAS * settings.sigmaKmAtFirst()[0],
                executor);
        weight = new double[accounts.size];
        Arrays.fill(weight, 1.0 / Math.min(2, accounts.sources));
    }

    /** What is learned, to weigh these and other accounts of the same sources by. */
    Model learn() {
        for (int round = 0; round < settings.rounds(); round++) {
            boolean[] among = among(2 * round < settings.rounds() ? ENOUGH_AT_FIRST : ENOUGH);
            Model model = model((these, i) -> weight[i]);
            LearnedWhere where = model.where(accounts, among, executor);
            Weigher weigher = model.weigher(accounts, where, among, executor);
            Candidates candidates =
                    Candidates.withCompany(accounts, weigher, parameters, among, executor);
            List<Component> components = Components.of(
                    accounts, Bars.likely(candidates.pairs(), accounts, executor), executor);
            double[] share = new double[accounts.size];
            Round now = new Round(weigher, where, company(among, candidates, weigher), share);
            Totals totals = totals(now, weigher);
            Chunks.inRanges(
                            components.size(),
                            PIECES,
                            (from, to) -> addUp(now, components.subList(from, to)),
                            executor)
                    .forEach(totals::add);
            parameters = learned(totals, among, share);
        }
        return model(Model.Counted.in(accounts, weight));
    }

    private Model model(Model.Counted counted) {
        return new Model(accounts, weight, counted, parameters, words, executor);
    }

    private Company company(boolean[] among, Candidates candidates, Weigher weigher) {
        return new Company(accounts, among, candidates, weigher, parameters, ofOneSource);
    }

    /** @param share of each account in an event, written into by piece */
    private record Round(Weigher weigher, LearnedWhere where, Company company, double[] share) {}

    private Totals totals(Round now, Weigher own) {
        return new Totals(accounts, settings, own, now.where(), now.company().another());
    }

    /** Stretches of equally many accounts, evenly spread; all accounts when there are few. */
    private boolean[] among(int enough) {
        if (accounts.size <= enough) {
            return accounts.all();
        }
        boolean[] among = new boolean[accounts.size];
        int each = enough / STRETCHES;
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            int from = (int) ((long) (accounts.size - each) * stretch / (STRETCHES - 1));
            Arrays.fill(among, from, from + each, true);
        }
        return among;
    }

    /** Each account is in one component, so the pieces write into different places. */
    private Totals addUp(Round now, List<Component> components) {
        Weigher own = now.weigher().another();
        Totals totals = totals(now, own);
        for (Component component : components) {
            Posterior posterior = Posterior.infer(component, accounts, own, LENGTH);
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
        ofOneSource = totals.ofOneSource(reports);
        return settings.given().isPresent() ? parameters : totals.parameters(parameters, reports);
    }
}
