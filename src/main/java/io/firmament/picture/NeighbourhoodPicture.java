package io.firmament.picture;

import io.firmament.query.Answer;
import io.firmament.query.Row;
import io.firmament.vocab.Prefixes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;

/**
 * An entity, and what is near it, by what leads there: drawn from the question {@code near-entity}, with the entity in the
 * middle where there is room, and for a phone with all below it. An arrow tells which way an edge goes, the size of a dot how
 * many statements it is drawn from.
 */
public final class NeighbourhoodPicture {

    /** Neighbours in the picture, at most. */
    private static final int MOST = 24;

    private static final double WIDTH = 1040;
    /** What a phone shows without making it smaller. */
    private static final double NARROW = 316;
    /** On a phone, where the stem comes down from the entity, and how far from there a group's branch stands. */
    private static final double STEM = 14;
    private static final double TWIG = 50;
    private static final double ROW = 23;
    private static final double HEADING = 24;
    private static final double GAP = 16;
    private static final double MARGIN = 14;
    /** From the edge of the middle box to where a group's branch stands. */
    private static final double BRANCH = 104;
    private static final double MIDDLE = 170;
    private static final double BOX = 44;
    /** The length of an arrow's tip, and what it leaves free before a dot. */
    private static final double TIP = 9;
    private static final double CLEAR = 9;

    private final String name;
    private final UnaryOperator<String> address;
    private final Texts texts;

    private NeighbourhoodPicture(String name, UnaryOperator<String> address, Texts texts) {
        this.name = name;
        this.address = address;
        this.texts = texts;
    }

    /** Neighbours that one edge leads to, in one direction. */
    private record Branch(Row first, List<Row> rows) {
        double height() {
            return HEADING + rows.size() * ROW + GAP;
        }

        /** Where its neighbours have their middle, from the top. */
        double middle() {
            return HEADING + rows.size() * ROW / 2;
        }
    }

    /**
     * Where branches stand.
     *
     * @param x where
     * @param way to which side of it names are: 1 to the right, -1 to the left
     * @param room for a name
     * @param path how the entity leads to the height of a branch
     */
    private record Side(double x, int way, double room, DoubleFunction<String> path) {
        String anchor() {
            return way > 0 ? "" : " end";
        }
    }

    /**
     * Draws what is near an entity, to its left and to its right.
     *
     * @param name what the entity is called
     * @param near the answer of {@code near-entity}
     * @param more where those are shown that there is no room for
     * @param address where the page of an IRI is; empty if nowhere
     * @param texts the words of whoever looks
     * @return the SVG; empty if nothing is near
     */
    public static String of(String name, Answer near, String more, UnaryOperator<String> address, Texts texts) {
        return near.rows().isEmpty() ? "" : new NeighbourhoodPicture(name, address, texts).wide(near.rows(), more);
    }

    /** As {@link #of}, with everything below the entity. */
    public static String narrow(String name, Answer near, String more, UnaryOperator<String> address, Texts texts) {
        return near.rows().isEmpty() ? "" : new NeighbourhoodPicture(name, address, texts).narrow(near.rows(), more);
    }

    private String narrow(List<Row> near, String more) {
        var branches = branches(near);
        var top = 2.0;
        var bottom = top + BOX + GAP + height(branches);
        var svg = svg(NARROW, bottom, near, branches);
        var side = new Side(STEM + TWIG, 1, NARROW - STEM - TWIG - 12, y -> "M" + at(STEM, y - 10) + " Q" + at(STEM, y) + " " + at(STEM + 10, y));
        var last = branches.get(branches.size() - 1);
        svg.leaf("path", "class", "line", "d", "M" + at(STEM, top + BOX) + " V" + Svg.number(bottom - last.height() + last.middle() - 10));
        side(svg, branches, side, top + BOX + GAP);
        box(svg, NARROW / 2, top + BOX / 2, NARROW - 4);
        more(svg, more, hidden(near, branches), NARROW / 2, bottom);
        return svg.done();
    }

    private String wide(List<Row> near, String more) {
        var branches = branches(near);
        List<Branch> right = new ArrayList<>();
        List<Branch> left = new ArrayList<>();
        for (var branch : branches) {
            (height(right) <= height(left) ? right : left).add(branch);
        }
        var body = Math.max(Math.max(height(right), height(left)), 3 * ROW);
        var svg = svg(WIDTH, body + 2 * MARGIN, near, branches);
        var middle = MARGIN + body / 2;
        side(svg, right, beside(1, middle), middle - height(right) / 2 + GAP / 2);
        side(svg, left, beside(-1, middle), middle - height(left) / 2 + GAP / 2);
        box(svg, WIDTH / 2, middle, MIDDLE);
        more(svg, more, hidden(near, branches), WIDTH / 2, body + MARGIN);
        return svg.done();
    }

    private static Side beside(int way, double middle) {
        var from = WIDTH / 2 + way * MIDDLE / 2;
        var x = from + way * BRANCH;
        var straight = x - way * (CLEAR + 2 * TIP);
        var bend = (from + straight) / 2;
        return new Side(x, way, (WIDTH - MIDDLE) / 2 - BRANCH - 12 - 4,
                y -> "M" + at(from, middle) + " C" + at(bend, middle) + " " + at(bend, y) + " " + at(straight, y));
    }

    private Svg svg(double width, double height, List<Row> near, List<Branch> branches) {
        return new Svg(width, height + (hidden(near, branches) > 0 ? ROW : 0), texts.get("neighbourhoodOf", name), true);
    }

    private static int hidden(List<Row> near, List<Branch> branches) {
        return near.size() - branches.stream().mapToInt(branch -> branch.rows().size()).sum();
    }

    private void more(Svg svg, String more, int hidden, double x, double bottom) {
        if (hidden > 0) {
            svg.link(more, "more").text(x, bottom + ROW - 7, "middle", texts.get("andMore", hidden)).close();
        }
    }

    /** Those most told of first, but of every kind of edge some. */
    private List<Branch> branches(List<Row> near) {
        var themes = List.of(texts.get("themes").split(" "));
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        near.forEach(row -> groups
                .computeIfAbsent(row.label("direction") + " " + row.iri("edge").orElse(""), g -> new ArrayList<>())
                .add(row));
        groups.values().forEach(rows -> rows.sort(Comparator.comparing((Row row) -> !stands(row)).thenComparing(row -> -told(row))));
        Map<String, List<Row>> chosen = new LinkedHashMap<>();
        groups.keySet().forEach(key -> chosen.put(key, new ArrayList<>()));
        int room = MOST;
        for (int turn = 0; room > 0 && turn < near.size(); turn++) {
            for (var group : groups.entrySet()) {
                if (room > 0 && turn < group.getValue().size()) {
                    chosen.get(group.getKey()).add(group.getValue().get(turn));
                    room--;
                }
            }
        }
        return chosen.values().stream()
                .filter(rows -> !rows.isEmpty())
                .map(rows -> new Branch(rows.get(0), rows))
                .sorted(Comparator.comparing((Branch branch) -> themes.indexOf(theme(branch.first())))
                        .thenComparing(branch -> -branch.rows().size()))
                .toList();
    }

    private static double height(List<Branch> branches) {
        return branches.stream().mapToDouble(Branch::height).sum();
    }

    /** All branches of one side. */
    private void side(Svg svg, List<Branch> branches, Side side, double top) {
        var y = top;
        for (var branch : branches) {
            branch(svg, branch, side, y);
            y += branch.height();
        }
    }

    private void branch(Svg svg, Branch branch, Side side, double top) {
        var x = side.x();
        var way = side.way();
        var bottom = top + branch.height() - GAP;
        var y = top + branch.middle();
        svg.open("g", "class", "branch theme-" + theme(branch.first()));
        svg.leaf("path", "class", "edge", "d", side.path().apply(y) + " H" + Svg.number(x));
        svg.leaf("path", "class", "edge", "d", "M" + at(x, top + HEADING) + " V" + Svg.number(bottom));
        var direction = branch.first().label("direction");
        if (!direction.equals("in")) {
            arrow(svg, x - way * CLEAR, y, way);
        }
        if (!direction.equals("out")) {
            arrow(svg, x - way * (CLEAR + (direction.equals("in") ? TIP : 2 * TIP)), y, -way);
        }
        var label = branch.first().label("edge", texts.locale().toLanguageTag());
        svg.text(x + way * 12, top + HEADING - 8, "heading" + side.anchor(), Svg.fit(label, side.room(), Svg.TEXT));
        for (int i = 0; i < branch.rows().size(); i++) {
            neighbour(svg, branch.rows().get(i), label, side, top + HEADING + (i + 0.5) * ROW);
        }
        svg.close();
    }

    private void neighbour(Svg svg, Row row, String edge, Side side, double y) {
        var label = row.label("neighbour", texts.locale().toLanguageTag());
        var told = told(row);
        var href = row.iri("neighbour").map(address).orElse("");
        svg.link(href, stands(row) ? "node" : "node ended");
        svg.title(label + " · " + edge + (stands(row) ? "" : " · " + texts.get("holdsNoLonger")) + " · "
                + texts.get(told == 1 ? "statementOne" : "statementsMany", told));
        svg.leaf("circle", "cx", side.x(), "cy", y, "r", 3.5 + Math.min(told - 1, 4) * 0.8);
        svg.text(side.x() + side.way() * 12, y + 5, "name" + side.anchor(), Svg.fit(label, side.room(), Svg.TEXT));
        svg.close();
    }

    /** The entity itself. */
    private void box(Svg svg, double x, double y, double width) {
        svg.leaf("rect", "class", "centre", "x", x - width / 2, "y", y - BOX / 2, "width", width, "height", BOX, "rx", 8.0);
        svg.open("g").title(name).text(x, y + 5, "middle strong", Svg.fit(name, width - 14, Svg.TEXT)).close();
    }

    private static void arrow(Svg svg, double tip, double y, int way) {
        svg.leaf("path", "class", "tip", "d", "M" + at(tip, y) + " l" + at(-way * TIP, -4.5) + " v9 z");
    }

    private static String at(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }

    private static boolean stands(Row row) {
        return row.label("stands").equals("true");
    }

    private static int told(Row row) {
        return row.number("statements").map(Number::intValue).orElse(1);
    }

    private static String theme(Row row) {
        return row.iri("theme").map(Prefixes::localName).orElse("");
    }
}
