package io.firmament.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.verify.Spelling.Name;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private static final Spelling SPELLING = Spelling.from(List.of(
            List.of(new Name("螞蟻", "zh-Hant"), new Name("蚂蚁", "zh-Hans")),
            List.of(new Name("豆包", "zh-Hant"), new Name("元宝", "zh-Hans"), new Name("豆包", "zh-Hans"))));

    private static boolean holds(String text, String name) {
        return SPELLING.holds(SPELLING.fold(text), name);
    }

    @ParameterizedTest(name = "\"{0}\" holds \"{1}\"")
    @CsvSource({
        "向OpenAI看齐, Open AI",
        "向 Open AI 看齐, OpenAI",
        "ＯＰＥＮＡＩ, openai",
        "OpenAI's, OpenAI",
        "ChatGPT5.0, ChatGPT",
        "某“字节”公司, 字节公司",
        "⼈才, 人才",
        "蚂蟻集團, 螞蟻集团",
        "這個公司, 这个公司",
        "Ant 集团, Ant",
    })
    void aNameIsFoundHoweverItIsWritten(String text, String name) {
        assertTrue(holds(text, name));
    }

    @ParameterizedTest(name = "\"{0}\" does not hold \"{1}\"")
    @CsvSource({
        "Anthropic, Ant",
        "Giant, Ant",
        "xAI, AI",
        "平台X, X",
        "王先生, 王",
        "GPT-40, GPT-4",
        "豆包, 元宝",
        "公司, 某公司",
    })
    void aPieceOfAWordAndASingleCharacterAreNoName(String text, String name) {
        assertFalse(holds(text, name));
    }

    @Test
    void theGraphTeachesCharactersThatItWritesInBothScripts() {
        assertEquals("蚂蚁这豆", SPELLING.fold("螞蟻這豆"));
    }
}
