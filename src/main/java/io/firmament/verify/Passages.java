package io.firmament.verify;

import io.firmament.FirmamentException;
import io.firmament.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The passages that a graph cites, where its articles are at hand. An article is read when its first passage is asked for,
 * and kept; one that is not the article that was read shows nothing. Ask for cited spans only: articles are not ours to
 * give. Safe for use by many threads.
 */
public final class Passages {

    /** How much of its sentence is shown on each side of a span, in code points. */
    private static final int AROUND = 40;
    /** A sentence that ends so little later is shown to its end. */
    private static final int REST = 20;
    /** Of a longer span the beginning is shown. */
    private static final int LONGEST = 300;
    private static final String CUT = "…";

    private final Path folder;
    private final Store store;
    private final Map<String, Optional<Source>> sources = new ConcurrentHashMap<>();
    private @Nullable Map<String, Claims.Article> articles;

    /**
     * A cited span, with what stands beside it in its sentence.
     *
     * @param before what stands before it
     * @param cited the span
     * @param after what stands behind it
     */
    public record Passage(String before, String cited, String after) {}

    /**
     * The passages of the articles in a folder; nothing is read yet.
     *
     * @param folder holds the articles, each named by its identifier and {@code .txt}
     * @param store holds the graph that cites them
     * @throws FirmamentException if there is no such folder
     */
    public Passages(Path folder, Store store) {
        this.folder = Verifier.folder(folder);
        this.store = store;
    }

    /**
     * The passage of a span; empty if its article is not in the folder, or is not the one that was read, or the span is not
     * inside it.
     *
     * @param article the article's IRI
     * @param start the first code point
     * @param end the code point after the last
     */
    public Optional<Passage> at(String article, int start, int end) {
        return sources.computeIfAbsent(article, this::read)
                .filter(source -> 0 <= start && start < end && end <= source.length())
                .map(source -> passage(source, start, end));
    }

    /** Why passages of some articles are not shown: a line for each that is missing or not the one that was read. */
    public List<String> faults() {
        List<Failure> faults = new ArrayList<>();
        articles().values().forEach(article -> Verifier.read(article, folder, faults));
        return faults.stream().map(Failure::toString).toList();
    }

    private Optional<Source> read(String iri) {
        return Optional.ofNullable(articles().get(iri)).flatMap(article -> Verifier.read(article, folder, new ArrayList<>()));
    }

    private synchronized Map<String, Claims.Article> articles() {
        if (articles == null) {
            articles = new LinkedHashMap<>();
            for (var article : store.read(Claims::articles)) {
                articles.put(article.iri(), article);
            }
        }
        return articles;
    }

    private static Passage passage(Source source, int start, int end) {
        var from = start;
        var to = end;
        for (var sentence : source.sentences()) {
            if (sentence.overlaps(start, end)) {
                from = Math.min(from, sentence.start());
                to = Math.max(to, sentence.end());
            }
        }
        var before = start - from <= AROUND + REST ? source.slice(from, start) : CUT + source.slice(start - AROUND, start);
        var after = to - end <= AROUND + REST ? source.slice(end, to) : source.slice(end, end + AROUND) + CUT;
        var cited = end - start <= LONGEST ? source.slice(start, end) : source.slice(start, start + LONGEST) + CUT;
        return new Passage(before, cited, end - start <= LONGEST ? after : "");
    }
}
