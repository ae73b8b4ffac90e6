package io.firmament.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How fast the explorer is. On a machine that others use too a measurement may be spoilt, so each may be repeated: what
 * holds once, holds.
 */
class ExplorerSpeedIT {

    private static final int TRIES = 4;

    @RegisterExtension
    static final Browser browser = new Browser(Servers::real);

    @RegisterExtension
    static final Browser crowd = new Browser(Servers::invented);

    /** The longest that the page has been busy at one go. */
    private static final String LONGEST_TASK = """
            const done = arguments[0];
            let longest = 0;
            new PerformanceObserver(seen => seen.getEntries().forEach(task => { longest = Math.max(longest, task.duration); }))
              .observe({ type: 'longtask', buffered: true });
            setTimeout(() => done(longest), 200);""";

    /** The median time from frame to frame, while each moves what is drawn. */
    private static final String FRAME = """
            const [move, done] = arguments;
            const moves = { pan: cy => cy.panBy({ x: 9, y: 5 }), zoom: cy => cy.zoom(cy.zoom() * 1.02) };
            const times = [];
            function frame(time) {
              times.push(time);
              if (times.length > 40) {
                const gaps = times.slice(1).map((t, i) => t - times[i]).sort((a, b) => a - b);
                done(gaps[gaps.length >> 1]);
              } else {
                moves[move](firmament.cy);
                requestAnimationFrame(frame);
              }
            }
            requestAnimationFrame(frame);""";

    /** Measures until it is quick enough, and prints what was measured. */
    private static void assertWithin(String what, double most, DoubleSupplier measure) {
        List<Long> measured = new ArrayList<>();
        do {
            measured.add(Math.round(measure.getAsDouble()));
        } while (measured.get(measured.size() - 1) >= most && measured.size() < TRIES);
        System.out.println(what + ": " + measured + " ms");
        assertTrue(measured.get(measured.size() - 1) < most, () -> what + ": " + measured + " ms, at most " + most);
    }

    private static double frame(String move) {
        return number(crowd.scriptThatWaits(FRAME, move));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Test
    void aNeighbourhoodOfAHundredIsDrawnWithinASecondAfterTheFirstByte() {
        assertWithin("first byte to 100 nodes drawn", 1000, () -> {
            browser.open("/explore?near=bytedance&limit=100").waitFor("#graph[data-state=ready]");
            assertTrue(browser.number("firmament.cy.nodes().length") >= 100);
            return browser.number("performance.getEntriesByName('drawn').at(-1).startTime"
                    + " - performance.getEntriesByType('navigation')[0].responseStart");
        });
    }

    @Test
    void aHubOfFiveHundredDoesNotFreezeThePage() {
        assertWithin("the longest that a hub of 500 keeps the page from answering", 1000, () -> {
            crowd.open("/explore?near=" + World.HUB + "&limit=500").waitFor("#graph[data-state=ready]");
            assertEquals(World.HUB_SIZE + 1, crowd.number("firmament.cy.nodes().length"));
            return number(crowd.scriptThatWaits(LONGEST_TASK));
        });
    }

    @Test
    void twoThousandNodesPanAndZoomSmoothly() {
        crowd.open("/explore?near=" + World.HUB + "&limit=500").waitFor("#graph[data-state=ready]");
        for (int hub = 1; hub < World.HUBS; hub++) {
            crowd.script("firmament.actions.add(arguments[0], arguments[0])", "hub-" + hub);
            crowd.waitUntil("firmament.cy.getElementById(arguments[0]).nonempty()", "hub-" + hub);
            crowd.script("firmament.actions.expand(arguments[0], [], 500)", "hub-" + hub);
            crowd.waitUntil("firmament.cy.nodes().length === arguments[0]", (hub + 1) * (World.HUB_SIZE + 1));
        }
        assertWithin("a frame of 2,000 nodes while they move, the median", 50, () -> frame("pan"));
        assertWithin("a frame of 2,000 nodes while they grow, the median", 50, () -> frame("zoom"));
        crowd.screenshot("explore-two-thousand");
    }
}
