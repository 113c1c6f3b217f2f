package org.truce.base;

/**
 * Groups of acts, the level at which provisions forbid and at which two accounts may still agree.
 */
public enum ActGroup implements Coded {
    AIR_ATTACK("air-attack"),
    SHELLING("shelling"),
    GROUND_FIRE("ground-fire"),
    EXPLOSIVE_DEVICE("explosive-device"),
    TARGETED_KILLING("targeted-killing"),
    VIOLENCE_AGAINST_CIVILIANS("violence-against-civilians"),
    FORCE_UNSPECIFIED("force-unspecified"),
    OVERFLIGHT("overflight"),
    MOVEMENT("movement"),
    ACCESS("access"),
    DETENTION("detention"),
    UNSPECIFIED("unspecified");

    private final String code;

    ActGroup(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
