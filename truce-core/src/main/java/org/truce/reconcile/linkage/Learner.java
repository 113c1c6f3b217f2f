package org.truce.reconcile.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

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
        Part few = part(ENOUGH_AT_FIRST);
        Part enough = part(ENOUGH);
        for (int round = 0; round < settings.rounds(); round++) {
            learnFrom(2 * round < settings.rounds() ? few : enough);
        }
        return model(Model.Counted.in(accounts, weight));
    }

    /**
     * Some accounts by themselves.
     *
     * @param number of each of them among all, ascending
     */
    private record Part(Accounts accounts, int[] number) {}

    /** Stretches of equally many accounts, evenly spread; all accounts when there are few. */
    private Part part(int enough) {
        if (accounts.size <= enough) {
            return new Part(accounts, IntStream.range(0, accounts.size).toArray());
        }
        int each = enough / STRETCHES;
        int[] number = IntStream.range(0, STRETCHES)
                .map(stretch -> (int) ((long) (accounts.size - each) * stretch / (STRETCHES - 1)))
                .flatMap(from -> IntStream.range(from, from + each))
                .distinct()
                .toArray();
        return new Part(accounts.part(number), number);
    }

    private void learnFrom(Part part) {
        Accounts some = part.accounts();
        Model model = model((these, i) -> weight[part.number()[i]]);
        LearnedWhere where = model.where(some, executor);
        Weigher weigher = model.weigher(some, where, executor);
        Candidates candidates = Candidates.withCompany(some, weigher, parameters, executor);
        List<Component> components =
                Components.of(some, Bars.likely(candidates.pairs(), some, executor), executor);
        Company company = new Company(some, candidates, weigher, parameters, ofOneSource);
        Round now = new Round(some, weigher, where, company, new double[some.size]);
        Totals totals = totals(now, weigher);
        Chunks.inRanges(
                        components.size(),
                        PIECES,
                        (from, to) -> addUp(now, components.subList(from, to)),
                        executor)
                .forEach(totals::add);
        parameters = learned(totals, part, now.share());
    }

    private Model model(Model.Counted counted) {
        return new Model(accounts, weight, counted, parameters, words, executor);
    }

    /** @param share of each account in an event, written into by piece */
    private record Round(
            Accounts accounts,
            Weigher weigher,
            LearnedWhere where,
            Company company,
            double[] share) {}

    /** For one thread. */
    private Totals totals(Round now, Weigher own) {
        return new Totals(
                now.accounts(),
                settings,
                own,
                now.where().another(),
                now.company().another());
    }

    /** Each account is in one component, so the pieces write into different places. */
    private Totals addUp(Round now, List<Component> components) {
        Weigher own = now.weigher().another();
        Totals totals = totals(now, own);
        for (Component component : components) {
            Posterior posterior = Posterior.infer(component, now.accounts(), own, LENGTH);
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

    private Parameters learned(Totals totals, Part part, double[] share) {
        int[] source = part.accounts().source;
        double[] events = new double[accounts.sources];
        double[] reports = new double[accounts.sources];
        for (int i = 0; i < share.length; i++) {
            if (share[i] == 0) {
                share[i] = 1;
                totals.add(new int[] {i}, 1, 1);
            }
            events[source[i]] += share[i];
            reports[source[i]]++;
        }
        for (int i = 0; i < accounts.size; i++) {
            int of = accounts.source[i];
            weight[i] = reports[of] > 0 ? events[of] / reports[of] : weight[i];
        }
        for (int i = 0; i < share.length; i++) {
            weight[part.number()[i]] = share[i];
        }
        ofOneSource = totals.ofOneSource(reports);
        return settings.given().isPresent() ? parameters : totals.parameters(parameters, reports);
    }
}
