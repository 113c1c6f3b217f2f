package org.truce.base;

/** Kinds of weapon at the level at which agreements tell them apart. */
public enum Weapon implements Coded {
    SMALL_ARMS("small-arms"),
    HEAVY_MACHINE_GUN("heavy-machine-gun"),
    MORTAR("mortar"),
    ARTILLERY_GUN("artillery-gun"),
    ROCKET_LAUNCHER("rocket-launcher"),
    MISSILE("missile"),
    TANK("tank"),
    ARMOURED_VEHICLE("armoured-vehicle"),
    ANTI_TANK("anti-tank"),
    ANTI_AIRCRAFT("anti-aircraft"),
    AIRCRAFT("aircraft"),
    DRONE("drone"),
    EXPLOSIVE_DEVICE("explosive-device");

    private final String code;

    Weapon(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
