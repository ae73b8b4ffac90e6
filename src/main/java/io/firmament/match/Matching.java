package io.firmament.match;

import java.util.List;
import java.util.Optional;

/**
 * Whom a name means, as far as the graph can tell.
 *
 * @param verdict whether it can
 * @param candidates who may be meant, best first; also those that were not good enough
 * @param ruledOut who would be meant, had not a curator decided otherwise
 */
public record Matching(Verdict verdict, List<Candidate> candidates, List<Candidate> ruledOut) {

    /** What can be said of a name. */
    public enum Verdict {
        /** It means the first candidate. */
        MATCH,
        /** It may mean one of several, or one with something left open: a person decides. */
        UNSURE,
        /** It means nothing that the graph knows. */
        NONE
    }

    /** From here a candidate is the one. */
    public static final double SURE = 0.85;
    /** From here a candidate may be the one. */
    static final double POSSIBLE = 0.60;
    /** Two candidates that are nearer than this are a tie, and nobody guesses over a tie. */
    static final double MARGIN = 0.05;

    /** The verdict on candidates that come best first. */
    public static Matching of(List<Candidate> found) {
        var candidates = found.stream().filter(candidate -> candidate.score() > 0).toList();
        var best = candidates.isEmpty() ? 0 : candidates.get(0).score();
        var tie = candidates.size() > 1 && best - candidates.get(1).score() < MARGIN;
        var verdict = best < POSSIBLE ? Verdict.NONE : best < SURE || tie ? Verdict.UNSURE : Verdict.MATCH;
        return new Matching(verdict, candidates, found.stream().filter(candidate -> candidate.score() == 0).toList());
    }

    /** Those of the candidates between whom a person may have to choose. */
    public List<Candidate> possible() {
        return candidates.stream().filter(candidate -> candidate.score() >= POSSIBLE).toList();
    }

    /** The entity meant, if that is sure. */
    public Optional<Candidate> match() {
        return verdict == Verdict.MATCH ? Optional.of(candidates.get(0)) : Optional.empty();
    }
}
