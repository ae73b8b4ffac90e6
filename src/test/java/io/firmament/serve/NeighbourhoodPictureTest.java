package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.picture.NeighbourhoodPicture;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is near an entity, drawn. */
class NeighbourhoodPictureTest {

    private static String drawn(List<String> rows) {
        return NeighbourhoodPicture.of("Acme", Drawn.answer("direction edge theme neighbour stands statements", rows), "/explore?near=acme", Drawn.ENGLISH::address, Drawn.ENGLISH.words());
    }

    @Test
    void nothingNearIsNoPicture() {
        assertEquals("", drawn(List.of()));
    }

    @Test
    void eachNeighbourIsALinkUnderItsEdgeAndTellsHowManyStatements() {
        var svg = drawn(List.of(
                "out | fm:makes | kind:products | id:anvil | true | 3", "in | fm:worksFor | kind:hires | id:ann | false | 1"));
        Drawn.sound(svg);
        assertTrue(svg.contains("href=\"/id/anvil\"") && svg.contains("<title>anvil · makes · 3 statements</title>"), svg);
        assertTrue(svg.contains("class=\"node ended\"") && svg.contains("ann · worksFor · holds no longer · 1 statement<"), svg);
        assertTrue(svg.contains("theme-products") && svg.contains("aria-label=\"What is near Acme\""), svg);
        assertFalse(svg.contains("explore"), "all are shown");
    }

    @Test
    void ofManyNeighboursEveryKindOfEdgeKeepsSomeAndTheRestIsCounted() {
        var rows = new java.util.ArrayList<>(IntStream.range(0, 100).mapToObj(i -> "out | fm:makes | kind:products | id:p" + i + " | true | 1").toList());
        rows.add("in | fm:worksFor | kind:hires | id:ann | true | 1");
        var svg = drawn(rows);
        assertEquals(24, svg.split("class=\"node\"", -1).length - 1);
        assertTrue(svg.contains("/id/ann") && svg.contains("and 77 more") && svg.contains("href=\"/explore?near=acme\""), svg);
    }

    @Test
    void aPhoneGetsTheSameBelowTheEntityWithinItsWidth() {
        var rows = IntStream.range(0, 30).mapToObj(i -> "out | fm:makes | kind:products | id:a-product-with-a-long-name-" + i + " | true | 1").toList();
        var near = Drawn.answer("direction edge theme neighbour stands statements", rows);
        var svg = NeighbourhoodPicture.narrow("Acme", near, "/explore?near=acme", Drawn.ENGLISH::address, Drawn.ENGLISH.words());
        Drawn.sound(svg);
        assertEquals(24, svg.split("class=\"node\"", -1).length - 1);
        assertTrue(svg.contains("viewBox=\"0 0 316 ") && svg.contains("and 6 more") && svg.contains(">a-product-with-a-long"), svg);
        assertEquals("", NeighbourhoodPicture.narrow("Acme", Drawn.answer("direction edge theme neighbour stands statements", List.of()), "/", Drawn.ENGLISH::address, Drawn.ENGLISH.words()));
    }

    @Test
    void hostileNamesAreText() {
        Drawn.sound(NeighbourhoodPicture.of(Drawn.HOSTILE, Drawn.answer("direction edge theme neighbour stands statements",
                List.of("out | '<script>alert(1)</script>' | kind:products | '\"><b x=\"' | true | 1")), "/", Drawn.ENGLISH::address, Drawn.ENGLISH.words()));
    }
}
