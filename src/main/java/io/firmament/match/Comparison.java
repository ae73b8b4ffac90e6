package io.firmament.match;

import io.firmament.vocab.FM;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a text has to do with one name of an entity: the nearest way from the one to the other, if there is any. */
final class Comparison {

    private static final int SHORTEST_IN_LETTERS = 6;

    private final Spelling text;
    private final Spelling name;
    private final Entry entry;
    private final boolean person;

    private Comparison(Spelling text, Spelling name, Entry entry) {
        this.text = text;
        this.name = name;
        this.entry = entry;
        this.person = entry.is(FM.Person.getURI());
    }

    /** What lies between the text and the name, besides that it is one; empty if nothing joins them. */
    static Optional<List<Feature>> of(Spelling text, Spelling name, Entry entry) {
        if (text.folded().isEmpty() || name.folded().isEmpty()) {
            return Optional.empty();
        }
        var c = new Comparison(text, name, entry);
        return Stream.<Supplier<Optional<List<Feature>>>>of(
                        c::same, c::script, c::company, c::product, c::reading, c::order, c::misspelt, c::part)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<List<Feature>> when(boolean holds, Feature... features) {
        return holds ? Optional.of(List.of(features)) : Optional.empty();
    }

    private Optional<List<Feature>> same() {
        return text.written().equalsIgnoreCase(name.written())
                ? Optional.of(List.of())
                : when(text.folded().equals(name.folded()), Feature.SPACING);
    }

    private Optional<List<Feature>> script() {
        return when(text.simplified().equals(name.simplified()), Feature.SCRIPT);
    }

    private Optional<List<Feature>> company() {
        var its = name.company();
        var given = text.company();
        if (!entry.is(FM.Organization.getURI()) || !given.core().equals(its.core())) {
            return Optional.empty();
        }
        var found = new ArrayList<Feature>();
        if (given.seated() && !its.seated()) {
            found.add(Feature.PLACE);
        }
        if (given.bare().equals(its.bare())) {
            found.add(Feature.LEGAL_FORM);
        } else if (!its.trades().containsAll(given.trades())) {
            found.add(entry.trades.containsAll(given.trades()) ? Feature.TRADE_KNOWN : Feature.TRADE_OPEN);
        } else if (text.inHan() || given.core().length() >= SHORTEST_IN_LETTERS) {
            found.add(Feature.SHORT_NAME);
        } else {
            return Optional.empty();
        }
        return Optional.of(found);
    }

    private Optional<List<Feature>> product() {
        return when(entry.is(FM.Product.getURI()) && text.product().equals(name.product()), Feature.SHORT_NAME);
    }

    private Optional<List<Feature>> reading() {
        if (text.inHan() || !name.inHan()) {
            return Optional.empty();
        }
        if (!person) {
            return when(Chinese.spellings(name.reading()).contains(text.folded()), Feature.READING);
        }
        return when(isName(0), Feature.READING)
                .or(() -> when(orders().anyMatch(this::isName), Feature.READING, Feature.ORDER));
    }

    private Optional<List<Feature>> order() {
        return when(person && text.rotations().contains(name.folded()), Feature.ORDER);
    }

    private Stream<Integer> orders() {
        return Stream.iterate(1, from -> from < text.words().size(), from -> from + 1);
    }

    /** Whether the words, begun at one of them, are surname and given name with a gap between. */
    private boolean isName(int from) {
        var words = text.rotated(from);
        var surnames = Chinese.spellings(name.nameReading().get(0));
        return Chinese.spellings(String.join("", name.nameReading())).contains(String.join("", words))
                && (words.size() == 1
                        || IntStream.range(1, words.size()).anyMatch(end -> surnames.contains(String.join("", words.subList(0, end)))));
    }

    private Optional<List<Feature>> misspelt() {
        if (text.inHan() != name.inHan()) {
            return Optional.empty();
        }
        if (!text.inHan()) {
            // One word more in a person's name is no slip.
            return person && text.words().size() != name.words().size()
                    ? Optional.empty()
                    : Misspelling.inLetters(text.folded(), name.folded()).map(List::of);
        }
        var readAlike = person
                ? String.join("", text.nameReading()).equals(String.join("", name.nameReading()))
                : text.reading().equals(name.reading());
        return Misspelling.inCharacters(text.simplified(), name.simplified(), readAlike).map(List::of);
    }

    /** A surname alone, initials, or a longer name; of a person whose name is not in pinyin, where each syllable counts. */
    private Optional<List<Feature>> part() {
        var its = name.words();
        var given = text.words();
        if (!person || its.size() < 2 || Pinyin.fits(name.folded())) {
            return Optional.empty();
        }
        var last = its.get(its.size() - 1);
        var surname = given.size() == 1 && given.get(0).equals(last);
        var longer = given.size() > its.size() && given.subList(0, its.size()).equals(its);
        var initials = given.size() == its.size() && given.get(given.size() - 1).equals(last)
                && IntStream.range(0, its.size() - 1)
                        .allMatch(i -> given.get(i).length() == 1 && its.get(i).startsWith(given.get(i)));
        return when(surname || longer || initials, Feature.PART);
    }
}
