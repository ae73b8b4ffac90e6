package io.firmament.serve;

import io.firmament.query.Answer;
import io.firmament.query.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entity in the middle, and what is near it to the left and to the right, by what leads there: drawn from the question
 * {@code near-entity}. An arrow tells which way an edge goes, the size of a dot how many statements it is drawn from.
 */
final class NeighbourhoodPicture {

    /** Neighbours in the picture, at most. */
    private static final int MOST = 24;

    private static final double WIDTH = 1040;
    private static final double ROW = 23;
    private static final double HEADING = 24;
    private static final double GAP = 16;
    private static final double MARGIN = 14;
    /** From the edge of the middle box to where a group's branch stands. */
    private static final double BRANCH = 104;
    private static final double MIDDLE = 170;
    /** The length of an arrow's tip, and what it leaves free before a dot. */
    private static final double TIP = 9;
    private static final double CLEAR = 9;

    private final Visit visit;
    private final String name;

    private NeighbourhoodPicture(String name, Visit visit) {
        this.name = name;
        this.visit = visit;
    }

    /** Neighbours that one edge leads to, in one direction. */
    private record Branch(Row first, List<Row> rows) {
        double height() {
            return HEADING + rows.size() * ROW + GAP;
        }
    }

    /**
     * Draws what is near an entity.
     *
     * @param name what the entity is called
     * @param near the answer of {@code near-entity}
     * @param more where those are shown that there is no room for
     * @return the SVG; empty if nothing is near
     */
    static String of(String name, Answer near, String more, Visit visit) {
        return near.rows().isEmpty() ? "" : new NeighbourhoodPicture(name, visit).draw(near.rows(), more);
    }

    private String draw(List<Row> near, String more) {
        var branches = branches(near);
        List<Branch> right = new ArrayList<>();
        List<Branch> left = new ArrayList<>();
        for (var branch : branches) {
            (height(right) <= height(left) ? right : left).add(branch);
        }
        var shown = branches.stream().mapToInt(branch -> branch.rows().size()).sum();
        var hidden = near.size() - shown;
        var body = Math.max(Math.max(height(right), height(left)), 3 * ROW);
        var svg = new Svg(WIDTH, body + 2 * MARGIN + (hidden > 0 ? ROW : 0), visit.words().get("neighbourhoodOf", name), true);
        var middle = MARGIN + body / 2;
        side(svg, right, 1, middle);
        side(svg, left, -1, middle);
        middle(svg, middle);
        if (hidden > 0) {
            svg.link(more, "more").text(WIDTH / 2, body + MARGIN + ROW, "middle", visit.words().get("andMore", hidden)).close();
        }
        return svg.done();
    }

    /** Those most told of first, but of every kind of edge some. */
    private List<Branch> branches(List<Row> near) {
        var themes = List.of(visit.words().get("themes").split(" "));
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

    /** All branches of one side; {@code way} is 1 to the right, -1 to the left. */
    private void side(Svg svg, List<Branch> branches, int way, double middle) {
        var y = middle - height(branches) / 2 + GAP / 2;
        for (var branch : branches) {
            branch(svg, branch, way, y, middle);
            y += branch.height();
        }
    }

    private void branch(Svg svg, Branch branch, int way, double top, double middle) {
        var from = WIDTH / 2 + way * MIDDLE / 2;
        var x = from + way * BRANCH;
        var bottom = top + branch.height() - GAP;
        var y = (top + HEADING + bottom) / 2;
        var anchor = way > 0 ? "" : " end";
        svg.open("g", "class", "branch theme-" + theme(branch.first()));
        var straight = x - way * (CLEAR + 2 * TIP);
        var bend = (from + straight) / 2;
        svg.leaf("path", "class", "edge",
                "d", "M" + at(from, middle) + " C" + at(bend, middle) + " " + at(bend, y) + " " + at(straight, y) + " H" + Svg.number(x));
        svg.leaf("path", "class", "edge", "d", "M" + at(x, top + HEADING) + " V" + Svg.number(bottom));
        var direction = branch.first().label("direction");
        if (!direction.equals("in")) {
            arrow(svg, x - way * CLEAR, y, way);
        }
        if (!direction.equals("out")) {
            arrow(svg, x - way * (CLEAR + (direction.equals("in") ? TIP : 2 * TIP)), y, -way);
        }
        var label = branch.first().label("edge", visit.language().tag);
        svg.text(x + way * 12, top + HEADING - 8, "heading" + anchor, Svg.fit(label, room(), Svg.TEXT));
        for (int i = 0; i < branch.rows().size(); i++) {
            neighbour(svg, branch.rows().get(i), label, x, top + HEADING + (i + 0.5) * ROW, way);
        }
        svg.close();
    }

    private void neighbour(Svg svg, Row row, String edge, double x, double y, int way) {
        var label = row.label("neighbour", visit.language().tag);
        var told = told(row);
        var href = row.iri("neighbour").flatMap(Places::path).map(visit::href).orElse("");
        svg.link(href, stands(row) ? "node" : "node ended");
        svg.title(label + " · " + edge + (stands(row) ? "" : " · " + visit.words().get("holdsNoLonger")) + " · "
                + visit.words().get(told == 1 ? "statementOne" : "statementsMany", told));
        svg.leaf("circle", "cx", x, "cy", y, "r", 3.5 + Math.min(told - 1, 4) * 0.8);
        svg.text(x + way * 12, y + 5, way > 0 ? "name" : "name end", Svg.fit(label, room(), Svg.TEXT));
        svg.close();
    }

    private void middle(Svg svg, double y) {
        svg.leaf("rect", "class", "centre", "x", (WIDTH - MIDDLE) / 2, "y", y - 22, "width", MIDDLE, "height", 44.0, "rx", 8.0);
        svg.open("g").title(name).text(WIDTH / 2, y + 5, "middle strong", Svg.fit(name, MIDDLE - 14, Svg.TEXT)).close();
    }

    private static void arrow(Svg svg, double tip, double y, int way) {
        svg.leaf("path", "class", "tip", "d", "M" + at(tip, y) + " l" + at(-way * TIP, -4.5) + " v9 z");
    }

    private static double room() {
        return (WIDTH - MIDDLE) / 2 - BRANCH - 12 - 4;
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
        return row.iri("theme").map(Places::slug).orElse("");
    }
}
