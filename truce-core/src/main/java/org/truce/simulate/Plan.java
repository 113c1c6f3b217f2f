package org.truce.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The steps that grow from a seed. */
public final class Plan {
    private static final int HOUR_MINUTES = 60;
    private static final int FARTHEST_HOURS = 24 * 400;

    private final Random random;

    private Plan(long seed) {
        random = new Random(seed);
    }

    /**
     * {@code count} steps, 1 or more; the last of them settles. The same for the same seed and
     * count; a longer plan begins as a shorter one does.
     */
    public static List<Step> of(long seed, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a plan has one step or more");
        }
        Plan plan = new Plan(seed);
        List<Step> steps = new ArrayList<>(count);
        while (steps.size() < count - 1) {
            steps.add(plan.next());
        }
        steps.add(new Step.Settle(seed));
        return List.copyOf(steps);
    }

    private Step next() {
        int percent = random.nextInt(100);
        if (percent < 40) {
            return people(percent);
        }
        if (percent < 64) {
            int from = random.nextInt(World.NODES);
            int to = (from + 1 + random.nextInt(World.NODES - 1)) % World.NODES;
            return percent < 56
                    ? new Step.Carry(from, to, register(), random.nextLong())
                    : new Step.Follow(from, to, register(), random.nextLong());
        }
        if (percent < 80) {
            return machines(percent);
        }
        if (percent < 95) {
            return liars(percent);
        }
        return percent < 99
                ? new Step.Ask(random.nextInt(World.NODES), random.nextLong())
                : new Step.Settle(random.nextLong());
    }

    private int register() {
        return random.nextInt(World.REGISTERS.size());
    }

    private Step people(int percent) {
        int register = register();
        if (percent < 22) {
            return new Step.Enter(register, random.nextLong());
        }
        if (percent < 30) {
            return new Step.Amend(register, random.nextLong());
        }
        if (percent < 34) {
            return new Step.Decide(register, random.nextLong());
        }
        if (percent < 36) {
            return new Step.Destroy(register, random.nextLong());
        }
        return percent < 38 ? new Step.Rotate(register) : new Step.Revoke(register);
    }

    private Step machines(int percent) {
        int node = random.nextInt(World.NODES);
        if (percent < 72) {
            return new Step.Break(node, pick(Fault.values()), random.nextLong());
        }
        if (percent < 76) {
            return new Step.Restart(node, pick(Step.Restart.How.values()));
        }
        if (percent < 78) {
            int hours = random.nextInt(2 * FARTHEST_HOURS) - FARTHEST_HOURS;
            return new Step.SetClock(node, (long) hours * HOUR_MINUTES);
        }
        return percent < 79 ? new Step.KeepCopy(node) : new Step.PutBack(node);
    }

    private Step liars(int percent) {
        int register = register();
        int node = random.nextInt(World.NODES);
        if (percent < 82) {
            return new Step.LoseLaptop(register);
        }
        return percent < 85
                ? new Step.SignStolen(register, node, random.nextLong())
                : new Step.Deceive(pick(Lie.values()), node, register, random.nextLong());
    }

    private <T> T pick(T[] all) {
        return all[random.nextInt(all.length)];
    }
}
