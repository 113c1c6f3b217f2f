package org.truce.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A network, or people with sticks: what is sent is lost, late, doubled, overtaken or cut short.
 */
public final class Network {
    private static final int LOST_PERCENT = 15;
    private static final int DOUBLED_PERCENT = 15;
    private static final int CUT_PERCENT = 10;
    private static final int LATEST_STEPS = 25;

    private final List<Waiting> waiting = new ArrayList<>();
    private long sent;
    private long lost;
    private long doubled;
    private long cut;

    /**
     * What is on its way.
     *
     * @param whole whether no part of it was cut off
     */
    public record Message(int from, int to, byte[] bytes, boolean whole) {}

    private record Waiting(long due, long number, Message message) {}

    /** What became of what was sent; a doubled one counts once in each. */
    public record Counts(long sent, long lost, long doubled, long cut) {}

    /** Sends at the step {@code now}; it arrives up to 25 steps later, if at all. */
    public void send(int from, int to, byte[] bytes, long now, Random random) {
        sent++;
        if (random.nextInt(100) < LOST_PERCENT) {
            lost++;
            return;
        }
        int copies = 1;
        if (random.nextInt(100) < DOUBLED_PERCENT) {
            copies = 2;
            doubled++;
        }
        for (int i = 0; i < copies; i++) {
            boolean whole = random.nextInt(100) >= CUT_PERCENT;
            byte[] arriving = whole ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length));
            cut += whole ? 0 : 1;
            long due = now + random.nextInt(LATEST_STEPS);
            waiting.add(new Waiting(due, waiting.size(), new Message(from, to, arriving, whole)));
        }
    }

    /** Takes out what has arrived by the step {@code now}, in the order of arrival. */
    public List<Message> arrived(long now) {
        List<Waiting> due = waiting.stream()
                .filter(one -> one.due() <= now)
                .sorted(Comparator.comparing(Waiting::due).thenComparing(Waiting::number))
                .toList();
        waiting.removeAll(due);
        return due.stream().map(Waiting::message).toList();
    }

    public Counts counts() {
        return new Counts(sent, lost, doubled, cut);
    }
}
