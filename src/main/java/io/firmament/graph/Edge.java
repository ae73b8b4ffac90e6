package io.firmament.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edge of a drawing: all that asserted statements say of two entities by one property or, where statements are drawn
 * as nodes too, the part that an entity has in a statement. Days are written as 2024-08-01.
 *
 * @param from the IRI of the tail
 * @param property the IRI of the property
 * @param to the IRI of the head
 * @param label the property's label in the reader's language
 * @param theme the local name of the topmost kind of its statements, such as {@code hires}
 * @param themeLabel its label
 * @param mutual whether it holds both ways; then {@code from} is the IRI that comes first
 * @param lasts whether it goes on until something ends it; otherwise it is of its day
 * @param ended whether it holds no longer
 * @param disputed whether a statement contradicts one of its statements
 * @param since the first day that the dates of its statements allow; null if no source dates it
 * @param until the last day that it held; null if it goes on, or nobody knows
 * @param told the first day that an article told of it
 * @param articles how many articles tell of it
 * @param certainty how surely: the labels of all its evidences' certainties
 * @param statements the IRIs of its statements
 */
public record Edge(
        String from,
        String property,
        String to,
        String label,
        String theme,
        String themeLabel,
        boolean mutual,
        boolean lasts,
        boolean ended,
        boolean disputed,
        @Nullable String since,
        @Nullable String until,
        @Nullable String told,
        int articles,
        List<String> certainty,
        List<String> statements) {

    /** Tells it from all other edges of a drawing. */
    public String id() {
        return from + " " + property + " " + to;
    }
}
