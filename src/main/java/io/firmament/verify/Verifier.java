package io.firmament.verify;

import io.firmament.FirmamentException;
import io.firmament.store.View;
import io.firmament.verify.Claims.Article;
import io.firmament.verify.Claims.Citation;
import io.firmament.verify.Failure.Fault;
import io.firmament.vocab.Prefixes;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Checks each citation of a graph against the article that it cites. Immutable, and free of the graph once made. */
public final class Verifier {

    private final Claims claims;

    private Verifier(Claims claims) {
        this.claims = claims;
    }

    /** Reads from a graph what it claims to stand in the articles. */
    public static Verifier from(View view) {
        return new Verifier(Claims.from(view));
    }

    /**
     * Checks the citations of articles.
     *
     * @param sources the folder with the articles, each named by its identifier and {@code .txt}
     * @param which of the articles, by IRI
     * @throws FirmamentException if there is no such folder
     */
    public Verification verify(Path sources, Predicate<String> which) {
        folder(sources);
        List<Failure> failures = new ArrayList<>();
        List<Coverage> coverage = new ArrayList<>();
        for (var article : claims.articles()) {
            if (which.test(article.iri())) {
                read(article, sources, failures).ifPresent(source -> coverage.add(check(article, source, failures)));
            }
        }
        var checked = new Verification(failures, coverage);
        if (checked.longSpans() > 0 && checked.longSpans() * 100 >= Verification.LONG_PERCENT * checked.citations()) {
            failures.add(new Failure.OfLongSpans(checked.longSpans(), checked.citations()));
        }
        return new Verification(failures, coverage);
    }

    /** The folder of the articles, if there is one. */
    static Path folder(Path sources) {
        if (!Files.isDirectory(sources)) {
            throw new FirmamentException((Files.exists(sources) ? sources + " is not a folder." : "No folder " + sources + ".")
                    + " Name the one that holds the articles, each as its identifier with .txt");
        }
        return sources;
    }

    private static String slug(Article article) {
        return Prefixes.localName(article.iri());
    }

    private static String name(String iri) {
        return Prefixes.shorten(iri).orElse(iri);
    }

    /** The article, if the folder has it as it was read; else why not is added to the failures. */
    static Optional<Source> read(Article article, Path sources, List<Failure> failures) {
        var file = sources.resolve(article.identifier() + ".txt");
        String fault;
        try {
            var source = Source.read(file);
            if (source.sha256().equals(article.sha256())) {
                if (source.length() != article.length()) {
                    failures.add(new Failure.OfArticle(slug(article), "the graph says it has " + article.length()
                            + " characters, and it has " + source.length() + ": correct its fm:length"));
                }
                return Optional.of(source);
            }
            fault = file + " is not the article that was read: its SHA-256 is " + source.sha256() + ", not " + article.sha256()
                    + ". Put back the file, unchanged";
        } catch (CharacterCodingException e) {
            fault = file + " is not in UTF-8. Put back the file that was read, unchanged";
        } catch (IOException e) {
            fault = (Files.exists(file) ? "cannot read " : "no file ") + file + ". Put the article there, or name another folder";
        }
        failures.add(new Failure.OfArticle(slug(article), fault));
        return Optional.empty();
    }

    private Coverage check(Article article, Source source, List<Failure> failures) {
        var citations = claims.citationsOf(article);
        var inSpan = 0;
        var inContext = 0;
        var longSpans = 0;
        for (var citation : citations) {
            if (stands(citation, source, failures)) {
                longSpans += citation.end() - citation.start() > Verification.LONG ? 1 : 0;
                switch (place(citation, source, failures)) {
                    case SPAN -> inSpan++;
                    case CONTEXT -> inContext++;
                    case NOWHERE -> { }
                }
            }
        }
        var copies = new Copies(source, claims.properNames(), claims.spelling());
        for (var wording : claims.wordingsAbout(article)) {
            copies.in(wording.text(), source).ifPresent(copy -> failures.add(new Failure.OfWording(
                    name(wording.subject()), name(wording.property()), slug(article), copy.start(), copy.end(), copy.text())));
        }
        var uncited = source.sentences().stream()
                .filter(s -> citations.stream().noneMatch(c -> s.overlaps(c.start(), c.end())))
                .toList();
        return new Coverage(slug(article), citations.size(), inSpan, inContext, longSpans, source.sentences().size(), uncited);
    }

    /** Whether the span is a piece of the article, and a whole one. */
    private static boolean stands(Citation citation, Source source, List<Failure> failures) {
        int start = citation.start();
        int end = citation.end();
        if (start < 0 || end > source.length() || start >= end) {
            failures.add(failure(citation, Fault.OUTSIDE, "the article has only positions 0 to " + source.length()
                    + ", and a span starts before it ends", ""));
            return false;
        }
        Optional<Fault> fault = source.isLoose(start, end)
                ? Optional.of(Fault.LOOSE)
                : end - start < 2 ? Optional.of(Fault.TOO_SHORT) : Optional.empty();
        fault.ifPresent(f -> failures.add(failure(citation, f, f == Fault.LOOSE
                ? "the span starts or ends with white space or a mark of its neighbour, or inside a word or number"
                : "a span of one character shows nothing", shown(citation, source))));
        return fault.isEmpty();
    }

    private enum Place {
        SPAN,
        CONTEXT,
        NOWHERE
    }

    /** Where the figures stand or, if there are none, a name. */
    private Place place(Citation citation, Source source, List<Failure> failures) {
        var span = source.slice(citation.start(), citation.end());
        var context = source.context(citation.start(), citation.end()).text();
        var figures = claims.figuresOf(citation);
        if (!figures.isEmpty()) {
            var missing = figures.stream().filter(figure -> !figure.isIn(context)).toList();
            if (!missing.isEmpty()) {
                failures.add(failure(citation, Fault.NO_FIGURE, "the figure is not at its place: looked for "
                        + missing.stream().map(Object::toString).collect(Collectors.joining(" and ")), shown(citation, source)));
                return Place.NOWHERE;
            }
            return figures.stream().allMatch(figure -> figure.isIn(span)) ? Place.SPAN : Place.CONTEXT;
        }
        var names = claims.namesFor(citation);
        if (holdsAny(span, names)) {
            return Place.SPAN;
        }
        if (holdsAny(context, names)) {
            return Place.CONTEXT;
        }
        failures.add(failure(citation, Fault.NO_NAME, "nobody who takes part is named there: looked for "
                + String.join(", ", names), shown(citation, source)));
        return Place.NOWHERE;
    }

    private boolean holdsAny(String text, List<String> names) {
        var folded = claims.spelling().fold(text);
        return names.stream().anyMatch(name -> claims.spelling().holds(folded, name));
    }

    private static Failure failure(Citation citation, Fault fault, String message, String passage) {
        return new Failure.OfCitation(name(citation.statement()), Prefixes.localName(citation.article()), citation.start(),
                citation.end(), fault, message, passage);
    }

    private static String shown(Citation citation, Source source) {
        var context = source.context(citation.start(), citation.end());
        return (source.slice(context.start(), citation.start()) + "«" + source.slice(citation.start(), citation.end()) + "»"
                        + source.slice(citation.end(), context.end()))
                .replaceAll("\\R", " / ");
    }
}
