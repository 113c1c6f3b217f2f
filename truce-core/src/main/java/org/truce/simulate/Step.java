package org.truce.simulate;

/**
 * One thing that happens. A step names nodes and registers by number and carries its own chance, so
 * that it does the same wherever other steps are left out. One that cannot be done does nothing.
 */
public sealed interface Step {
    /** People enter reports, calm reports and tallies at the register's home. */
    record Enter(int register, long chance) implements Step {}

    /** A report is corrected or withdrawn. */
    record Amend(int register, long chance) implements Step {}

    /** A person decides about reports. */
    record Decide(int register, long chance) implements Step {}

    /** Protected values of a report are destroyed by decision. */
    record Destroy(int register, long chance) implements Step {}

    /** The register signs with a new key, signed by the old one. */
    record Rotate(int register) implements Step {}

    /** The old key is taken away with the recovery key. */
    record Revoke(int register) implements Step {}

    /** A bundle goes from node to node over a bad network or on a stick. */
    record Carry(int from, int to, int register, long chance) implements Step {}

    /** A node asks another for what its log adds. */
    record Follow(int from, int to, int register, long chance) implements Step {}

    /** A node's clock is set forward or back. */
    record SetClock(int node, long minutes) implements Step {}

    /** The next write of a node goes wrong. */
    record Break(int node, Fault fault, long chance) implements Step {}

    /** A node ends and begins again: in order, by a kill, or by a power cut. */
    record Restart(int node, How how) implements Step {
        /** How a node ends. */
        public enum How {
            IN_ORDER,
            KILLED,
            POWER_CUT
        }
    }

    /** A copy of a node's files is put aside. */
    record KeepCopy(int node) implements Step {}

    /** Somebody puts the copy back. */
    record PutBack(int node) implements Step {}

    /** A laptop is lost: somebody has the log as it is now, and the key that signs it. */
    record LoseLaptop(int register) implements Step {}

    /** Whoever found the laptop signs entries and hands them to a node. */
    record SignStolen(int register, int to, long chance) implements Step {}

    /** A liar deceives a node. */
    record Deceive(Lie lie, int node, int register, long chance) implements Step {}

    /** A node is asked; the answer and its pin are kept. */
    record Ask(int node, long chance) implements Step {}

    /** Every node gets every bundle, each in an order of its own. */
    record Settle(long chance) implements Step {}
}
