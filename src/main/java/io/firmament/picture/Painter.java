package io.firmament.picture;

/** Draws plots in one way. */
public interface Painter {

    /** The width that pictures are made for; they shrink with the page, and scroll where they would be too small to read. */
    double WIDTH = 1080;

    /** Whether a mark says what is needed to draw it. */
    boolean draws(Plot.Mark mark);

    /**
     * Draws a plot.
     *
     * @param plot marks that can be drawn, and at least one
     * @return the SVG
     */
    String draw(Plot plot);
}
