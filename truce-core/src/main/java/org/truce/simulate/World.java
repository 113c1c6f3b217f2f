package org.truce.simulate;

import java.util.List;

/**
 * Who is there. Two nodes share everything with each other; the third keeps a register of its own
 * and sees no protected value of the others; the last two only follow and see none at all.
 */
public final class World {
    public static final int NODES = 5;

    /** The registers, in the order of their numbers. */
    public static final List<String> REGISTERS = List.of("north", "south", "east", "west");

    private static final List<Integer> HOMES = List.of(0, 1, 2, 0);
    private static final int SHARING = 2;

    private World() {}

    /** The node on which a register signs. */
    public static int home(int register) {
        return HOMES.get(register);
    }

    /** Whether a node may hold the protected values of a register. */
    public static boolean maySee(int node, int register) {
        return node < SHARING || node == home(register);
    }
}
