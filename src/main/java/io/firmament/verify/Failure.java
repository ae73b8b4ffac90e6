package io.firmament.verify;

/** What does not hold, with what was looked for and where. */
public sealed interface Failure {

    /**
     * An article that is not there, or is not the one that was read; its citations are not checked.
     *
     * @param article its slug
     * @param message what is wrong and what to do
     */
    record OfArticle(String article, String message) implements Failure {
        @Override
        public String toString() {
            return article + ": " + message;
        }
    }

    /**
     * A citation that the article does not bear out.
     *
     * @param statement the statement, in short form
     * @param article the article's slug
     * @param start of the span
     * @param end of the span
     * @param fault what sort of fault
     * @param message what was looked for
     * @param passage the span in «» among what was searched
     */
    record OfCitation(String statement, String article, int start, int end, Fault fault, String message, String passage)
            implements Failure {
        @Override
        public String toString() {
            return statement + ": " + article + " " + start + "-" + end + ": " + message
                    + (passage.isEmpty() ? "" : "\n    " + passage);
        }
    }

    /**
     * Words that should be the curators' own and are the article's.
     *
     * @param subject the statement or entity, in short form
     * @param property by which it has the words, in short form
     * @param article the article's slug
     * @param start where the article has them
     * @param end behind them
     * @param words what both have
     */
    record OfWording(String subject, String property, String article, int start, int end, String words) implements Failure {
        @Override
        public String toString() {
            return subject + ": " + article + " " + start + "-" + end + ": the " + property + " repeats the article: «" + words
                    + "»; say it in own words";
        }
    }

    /**
     * Too many spans that are too long to show anything.
     *
     * @param longSpans how many
     * @param citations of how many
     */
    record OfLongSpans(int longSpans, int citations) implements Failure {
        @Override
        public String toString() {
            return longSpans + " of " + citations + " spans are longer than " + Verification.LONG + " characters; fewer than "
                    + Verification.LONG_PERCENT + " in 100 may be: cite the shortest clause that says it";
        }
    }

    /** What is wrong with a citation. */
    enum Fault {
        OUTSIDE,
        LOOSE,
        TOO_SHORT,
        NO_NAME,
        NO_FIGURE
    }
}
