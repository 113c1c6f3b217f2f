package org.truce.base;

/** What a report says happened, in our own neutral words; each belongs to one group of acts. */
public enum EventType implements Coded {
    AIRSTRIKE("airstrike", ActGroup.AIR_ATTACK),
    BARREL_BOMB("barrel-bomb", ActGroup.AIR_ATTACK),
    ARTILLERY_SHELLING("artillery-shelling", ActGroup.SHELLING),
    MORTAR("mortar", ActGroup.SHELLING),
    ROCKET("rocket", ActGroup.SHELLING),
    HEAVY_MACHINE_GUN("heavy-machine-gun", ActGroup.GROUND_FIRE),
    SMALL_ARMS_FIRE("small-arms-fire", ActGroup.GROUND_FIRE),
    ARMED_CLASH("armed-clash", ActGroup.GROUND_FIRE),
    IED("ied", ActGroup.EXPLOSIVE_DEVICE),
    ASSASSINATION("assassination", ActGroup.TARGETED_KILLING),
    VIOLENCE_AGAINST_CIVILIANS("violence-against-civilians", ActGroup.VIOLENCE_AGAINST_CIVILIANS),
    /** Somebody was killed by organised force; the source does not say by which weapon. */
    LETHAL_EVENT("lethal-event", ActGroup.FORCE_UNSPECIFIED),
    AIR_VIOLATION("air-violation", ActGroup.OVERFLIGHT),
    MOVEMENT_OF_FORCES("movement-of-forces", ActGroup.MOVEMENT),
    CHECKPOINT_SET_UP("checkpoint-set-up", ActGroup.MOVEMENT),
    ACCESS_DENIED("access-denied", ActGroup.ACCESS),
    AID_DELIVERED("aid-delivered", ActGroup.ACCESS),
    PRISONER("prisoner", ActGroup.DETENTION),
    OTHER("other", ActGroup.UNSPECIFIED);

    private final String code;
    private final ActGroup group;

    EventType(String code, ActGroup group) {
        this.code = code;
        this.group = group;
    }

    @Override
    public String code() {
        return code;
    }

    public ActGroup group() {
        return group;
    }
}
