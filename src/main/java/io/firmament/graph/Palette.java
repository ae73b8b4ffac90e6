package io.firmament.graph;

/**
 * Colours to tell classes and themes apart, for tools that have no style of their own; the same name always has the same. A
 * palette for the colour-blind, by Paul Tol.
 */
final class Palette {

    private static final int[] COLORS = {
        0x4477AA, 0xEE6677, 0x228833, 0xCCBB44, 0x66CCEE, 0xAA3377, 0x332288, 0x44AA99,
        0x999933, 0xCC6677, 0x882255, 0x117733, 0xEE8866, 0x77AADD, 0xDDCC77, 0xBBBBBB
    };

    /** Spreads names so that the classes differ, and so do the themes. */
    private static final int SPREAD = 813;

    private Palette() {}

    /** As 0xRRGGBB. */
    static int color(String name) {
        return COLORS[name.hashCode() * SPREAD >>> 28];
    }
}
