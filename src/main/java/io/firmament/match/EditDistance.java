package io.firmament.match;

/** How far one word is from another. */
public final class EditDistance {

    private EditDistance() {}

    /**
     * How many letters must be put in, left out, exchanged for another or with their neighbour, to make one word of the
     * other: the distance of <a href="https://doi.org/10.1145/363958.363994">Damerau</a>, each place changed once.
     */
    public static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                var same = one.charAt(i - 1) == other.charAt(j - 1);
                rows[i][j] = Math.min(
                        rows[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[one.length()][other.length()];
    }

    /** How far two words may be from each other for one to be taken for the other misspelt. */
    public static boolean isNear(int distance, String word) {
        return distance <= (word.length() + 2) / 3;
    }
}
