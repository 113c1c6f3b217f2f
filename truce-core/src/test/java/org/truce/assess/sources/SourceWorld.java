package org.truce.assess.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * An invented war of four actors, two of them the sides', with sources of both sides and of none.
 * Where a source's own side did it, it often says that the other one did. Some sources copy another
 * with probability 0.8 where that speaks, and some of these say so.
 *
 * @param truth by item; {@link Claim#UNDETERMINED} where nobody can know
 * @param originals by copier, whom it copies
 */
record SourceWorld(
        List<Item> items, Sides sides, Map<String, String> truth, Map<String, String> originals) {
    static final List<String> ACTORS = List.of("army", "rising", "third", "fourth");
    static final double COPIED = 0.8;

    private static final double[] ACTOR_SHARES = {0.45, 0.3, 0.15, 0.1};

    /**
     * What a world has of sources and copiers, and how good they are.
     *
     * @param bySide sources of the government, of the opposition and of neither
     * @param worst least probability that a source says what is so, but for bias; see best
     * @param bias mean probability that it blames the other side for what its own did
     * @param open share of items of which nobody can know
     * @param ofOne whether all copiers copy the first source
     * @param speaks mean probability that a source speaks of an item
     * @param silent most that a source says "undetermined" where something is so
     */
    record Plan(
            int items,
            List<Integer> bySide,
            double worst,
            double best,
            double bias,
            double open,
            int copiersTold,
            int copiersUntold,
            boolean ofOne,
            double speaks,
            double silent) {
        static Plan of(int items, int government, int opposition, int neither) {
            List<Integer> bySide = List.of(government, opposition, neither);
            return new Plan(items, bySide, 0.5, 0.9, 0.3, 0.1, 0, 0, false, 0.6, 0.2);
        }

        Plan right(double newWorst, double newBest) {
            return new Plan(
                    items,
                    bySide,
                    newWorst,
                    newBest,
                    bias,
                    open,
                    copiersTold,
                    copiersUntold,
                    ofOne,
                    speaks,
                    silent);
        }

        Plan biased(double newBias) {
            return new Plan(
                    items,
                    bySide,
                    worst,
                    best,
                    newBias,
                    open,
                    copiersTold,
                    copiersUntold,
                    ofOne,
                    speaks,
                    silent);
        }

        Plan open(double newOpen) {
            return new Plan(
                    items,
                    bySide,
                    worst,
                    best,
                    bias,
                    newOpen,
                    copiersTold,
                    copiersUntold,
                    ofOne,
                    speaks,
                    silent);
        }

        Plan copied(int told, int untold) {
            return new Plan(
                    items, bySide, worst, best, bias, open, told, untold, false, speaks, silent);
        }

        Plan copiedOfOne(int told, int untold) {
            return new Plan(
                    items, bySide, worst, best, bias, open, told, untold, true, speaks, silent);
        }

        Plan speaking(double newSpeaks) {
            return new Plan(
                    items,
                    bySide,
                    worst,
                    best,
                    bias,
                    open,
                    copiersTold,
                    copiersUntold,
                    ofOne,
                    newSpeaks,
                    silent);
        }

        Plan silent(double newSilent) {
            return new Plan(
                    items,
                    bySide,
                    worst,
                    best,
                    bias,
                    open,
                    copiersTold,
                    copiersUntold,
                    ofOne,
                    speaks,
                    newSilent);
        }
    }

    /** A source as it is. */
    private record Source(
            String name,
            Optional<String> ownActor,
            double speaks,
            double right,
            double bias,
            double silent) {
        String says(String truth, Random random) {
            if (random.nextDouble() < silent) {
                return Claim.UNDETERMINED;
            }
            if (truth.equals(Claim.UNDETERMINED)) {
                return random.nextBoolean() ? Claim.UNDETERMINED : habit(random);
            }
            if (ownActor.filter(truth::equals).isPresent() && random.nextDouble() < bias) {
                return truth.equals("army") ? "rising" : "army";
            }
            return random.nextDouble() < right ? truth : habit(random);
        }

        private String habit(Random random) {
            if (ownActor.isPresent() && random.nextDouble() < bias) {
                return ownActor.get().equals("army") ? "rising" : "army";
            }
            return drawActor(random);
        }
    }

    /** What is so of an item. */
    String getTruth(String item) {
        return Optional.ofNullable(truth.get(item)).orElseThrow();
    }

    static SourceWorld of(Plan plan, long seed) {
        Random random = new Random(seed);
        Map<String, String> sides = new HashMap<>();
        Map<String, Source> sources = new LinkedHashMap<>();
        String[] names = {"government", "opposition", Sides.INDEPENDENT};
        for (int side = 0; side < names.length; side++) {
            for (int i = 0; i < plan.bySide().get(side); i++) {
                String name = names[side] + i;
                sides.put(name, names[side]);
                sources.put(name, source(name, ownActor(name), plan, random));
            }
        }
        Map<String, String> originals = new LinkedHashMap<>();
        List<String> all = new ArrayList<>(sources.keySet());
        for (int i = 0; i < plan.copiersTold() + plan.copiersUntold(); i++) {
            String original = plan.ofOne() ? all.getFirst() : all.get(random.nextInt(all.size()));
            String name = (i < plan.copiersTold() ? "told" : "untold") + i;
            sides.put(name, sides.getOrDefault(original, Sides.INDEPENDENT));
            sources.put(name, source(name, ownActor(original), plan, random));
            originals.put(name, original);
        }
        List<Item> items = new ArrayList<>();
        Map<String, String> truth = new LinkedHashMap<>();
        for (int i = 0; i < plan.items(); i++) {
            String id = "item%05d".formatted(i);
            String so = random.nextDouble() < plan.open() ? Claim.UNDETERMINED : drawActor(random);
            truth.put(id, so);
            items.add(new Item(id, claims(sources, originals, so, random)));
        }
        return new SourceWorld(items, new Sides(sides), truth, originals);
    }

    private static Optional<String> ownActor(String name) {
        return switch (name.charAt(0)) {
            case 'g' -> Optional.of("army");
            case 'o' -> Optional.of("rising");
            default -> Optional.empty();
        };
    }

    private static Source source(String name, Optional<String> own, Plan plan, Random random) {
        return new Source(
                name,
                own,
                plan.speaks() * (0.6 + 0.8 * random.nextDouble()),
                plan.worst() + (plan.best() - plan.worst()) * random.nextDouble(),
                plan.bias() * (0.5 + random.nextDouble()),
                plan.silent() * random.nextDouble());
    }

    private static List<Claim> claims(
            Map<String, Source> sources,
            Map<String, String> originals,
            String truth,
            Random random) {
        Map<String, String> said = new HashMap<>();
        List<Claim> claims = new ArrayList<>();
        sources.forEach((name, source) -> {
            Optional<String> original = Optional.ofNullable(originals.get(name));
            Optional<String> copied = original.flatMap(of -> Optional.ofNullable(said.get(of)))
                    .filter(value -> random.nextDouble() < COPIED);
            if (copied.isPresent()) {
                claims.add(
                        name.startsWith("told")
                                ? Claim.of(name, copied.get(), original.orElseThrow())
                                : Claim.own(name, copied.get()));
            } else if (random.nextDouble() < source.speaks()) {
                String value = source.says(truth, random);
                said.put(name, value);
                claims.add(Claim.own(name, value));
            }
        });
        return claims;
    }

    private static String drawActor(Random random) {
        double at = random.nextDouble();
        for (int actor = 0; actor < ACTOR_SHARES.length; actor++) {
            at -= ACTOR_SHARES[actor];
            if (at < 0) {
                return ACTORS.get(actor);
            }
        }
        return ACTORS.getFirst();
    }
}
