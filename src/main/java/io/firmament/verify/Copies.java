package io.firmament.verify;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds where a text of ours repeats an article: a run of letters and digits that both have, and that is no name. */
final class Copies {

    /** A shorter run may be chance, or the only way to say it. */
    static final int RUN = 12;

    private final Spelling spelling;
    private final Letters article;
    private final List<String> names;
    private final Map<String, Integer> runs = new HashMap<>();

    /** The letters and digits of a text as they are compared, each with where it stands in the text. */
    private record Letters(String text, int[] positions) {

        /** No character has a longer compatibility form. */
        private static final int LONGEST_FORM = 18;

        static Letters of(String text, Spelling spelling) {
            var letters = new StringBuilder();
            var points = text.codePoints().toArray();
            var positions = new int[points.length * LONGEST_FORM];
            for (int i = 0; i < points.length; i++) {
                var folded = spelling.fold(Character.toString(points[i]));
                for (int j = 0; j < folded.length(); j++) {
                    if (Character.isLetterOrDigit(folded.charAt(j))) {
                        positions[letters.length()] = i;
                        letters.append(folded.charAt(j));
                    }
                }
            }
            return new Letters(letters.toString(), positions);
        }
    }

    Copies(Source source, Collection<String> names, Spelling spelling) {
        this.spelling = spelling;
        this.article = Letters.of(source.slice(0, source.length()), spelling);
        this.names = names.stream().map(name -> Letters.of(name, spelling).text()).filter(n -> n.length() >= RUN).toList();
        for (int i = 0; i + RUN <= article.text().length(); i++) {
            runs.putIfAbsent(article.text().substring(i, i + RUN), i);
        }
    }

    /** The first run that a text has of the article: where the article has it. */
    Optional<Sentence> in(String text, Source source) {
        var ours = Letters.of(text, spelling).text();
        for (int i = 0; i + RUN <= ours.length(); i++) {
            var at = runs.get(ours.substring(i, i + RUN));
            if (at != null) {
                var length = RUN;
                while (i + length < ours.length() && at + length < article.text().length()
                        && ours.charAt(i + length) == article.text().charAt(at + length)) {
                    length++;
                }
                var run = ours.substring(i, i + length);
                if (names.stream().noneMatch(name -> name.contains(run))) {
                    var start = article.positions()[at];
                    var end = article.positions()[at + length - 1] + 1;
                    return Optional.of(new Sentence(start, end, source.slice(start, end)));
                }
                i += length - RUN;
            }
        }
        return Optional.empty();
    }
}
