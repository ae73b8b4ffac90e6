package io.firmament.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Who may be meant at all, before anybody looks closely: entities with a name that is the same in some form, then those
 * whose names share most pairs of neighbouring characters. An index in memory. Safe for use by many threads.
 */
final class Recall {

    private static final int MOST = 40;
    /** The same form outweighs any likeness. */
    private static final float SAME = 1000;

    private static final String KEY = "key";
    private static final String GRAMS = "grams";

    private final List<Entry> entries;
    private final IndexSearcher index;
    private final QueryBuilder likeness = new QueryBuilder(new Bigrams());

    /** Pairs of Chinese characters as Lucene makes them, and pairs of letters alike. */
    private static final class Bigrams extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var source = new StandardTokenizer();
            TokenStream pairs = new NGramTokenFilter(new CJKBigramFilter(source), 2, 2, true);
            return new TokenStreamComponents(source, pairs);
        }
    }

    Recall(Collection<Entry> entries) {
        this.entries = List.copyOf(entries);
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(new Bigrams()))) {
            for (var entry : this.entries) {
                var document = new Document();
                for (var name : entry.names) {
                    name.spelling().keys().forEach(key -> document.add(new StringField(KEY, key, Field.Store.NO)));
                    document.add(new TextField(GRAMS, name.spelling().simplified(), Field.Store.NO));
                }
                for (var judgement : entry.judgements) {
                    document.add(new StringField(KEY, judgement.name().folded(), Field.Store.NO));
                }
                writer.addDocument(document);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            this.index = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entities that a text may mean, the likeliest first. */
    List<Entry> of(Spelling text) {
        Set<String> keys = new TreeSet<>(text.keys());
        keys.addAll(text.rotations());
        var query = new BooleanQuery.Builder();
        keys.forEach(key -> query.add(
                new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(KEY, key))), SAME), Occur.SHOULD));
        var grams = likeness.createBooleanQuery(GRAMS, text.simplified());
        if (grams != null) {
            query.add(grams, Occur.SHOULD);
        }
        try {
            var found = index.search(query.build(), MOST).scoreDocs;
            return Arrays.stream(found).map(each -> entries.get(each.doc)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
