package io.firmament.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {

    @TempDir
    private Path folder;

    private Source source(String text) throws IOException {
        return Source.read(Files.writeString(folder.resolve("article.txt"), text));
    }

    private List<String> sentences(String text) throws IOException {
        return source(text).sentences().stream().map(Sentence::text).toList();
    }

    @Test
    void aSentenceEndsBehindItsMarkOrWithItsLine() throws IOException {
        assertEquals(List.of("题目", "一。", "二!", "三？", "四；", "五……", "六"), sentences("题目\n一。二!三？四；五……六"));
        assertEquals(List.of("First one.", "Version 4.0 of x.y too.", "Last"), sentences("First one. Version 4.0 of x.y too. Last\r\n"));
    }

    @Test
    void closingQuotesStayWithTheirSentence() throws IOException {
        assertEquals(List.of("他说：“好。”", "真的？！」", "\" 不 。\"", "后来"), sentences("他说：“好。”真的？！」 \" 不 。\" 后来"));
    }

    @Test
    void whatHasNoLetterIsNoSentence() throws IOException {
        assertEquals(List.of("1", "完"), sentences("1\n\n  \n——。\n完\n。"));
    }

    @Test
    void sentencesCountInCodePoints() throws IOException {
        assertEquals(List.of(new Sentence(0, 3, "🚀一。"), new Sentence(4, 6, "二。")), source("🚀一。 二。").sentences());
    }

    @Test
    void theContextIsTheSentencesOfASpanAndTheOneBefore() throws IOException {
        var source = source("一一。二二。三三。四四。五五。");
        assertEquals("二二。三三。", source.context(6, 8).text());
        assertEquals("二二。三三。四四。", source.context(7, 10).text());
        assertEquals("一一。", source.context(0, 2).text());
    }
}
