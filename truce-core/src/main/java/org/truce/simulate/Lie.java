package org.truce.simulate;

/**
 * How a liar deceives: with a bundle that is not what a register signed, or with a store's file.
 */
public enum Lie {
    /** One byte of one entry is another. */
    ALTERED_ENTRY,
    /** One byte of the bundle's text is another. */
    ALTERED_BYTE,
    /** One byte of the signature is another. */
    FORGED_SIGNATURE,
    /** An entry is altered, and the checkpoint made anew and signed with the liar's own key. */
    FOREIGN_SIGNATURE,
    /** The whole log is altered, founded anew under the same name and signed with his own key. */
    OWN_KEY,
    /** The last entries are left out, the checkpoint stays. */
    LEFT_OUT,
    /** One entry stands twice. */
    DOUBLED,
    /** Two entries changed places. */
    SWAPPED,
    /** The bundle says that it is of another register. */
    WRONG_REGISTER,
    /** The bundle says that it is of another log of that name. */
    WRONG_ORIGIN,
    /** A protected value is another than the one that was bound. */
    OTHER_VALUE,
    /** New entries are signed with a key that was replaced before. */
    OLD_KEY,
    /** As before, and the bundle keeps silent about the change of keys. */
    OLD_KEY_IN_SILENCE,
    /** A bundle that was true and was taken in, once more. */
    REPLAYED,
    /** Somebody with the file of a store alters a byte in it. */
    ALTERED_FILE,
    /** Somebody with the file takes the newest entries out together with their signatures. */
    CUT_FILE;

    /** Whether it is told with a bundle; else it is done to the file of a store. */
    public boolean isBundle() {
        return this != ALTERED_FILE && this != CUT_FILE;
    }
}
