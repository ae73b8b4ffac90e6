package io.firmament.cli;

import io.firmament.FirmamentException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "span",
        mixinStandardHelpOptions = true,
        description = {
            "For curators: where a passage stands in an article, as evidence writes it.",
            "Without a passage: the length and the checksum of the article."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:found", "1:the article does not hold the passage", "2:the article cannot be read"})
final class Span implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ARTICLE.txt", description = "The article's file, in UTF-8.")
    private Path article = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "PASSAGE", description = "A piece of its text, letter by letter.")
    private @Nullable String passage;

    @Override
    public Integer call() throws NoSuchAlgorithmException {
        var bytes = bytes();
        var text = text(bytes);
        if (passage == null || passage.isEmpty()) {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            System.out.println("fm:length " + text.codePointCount(0, text.length()) + " ;\nfm:sha256 \""
                    + HexFormat.of().formatHex(digest) + "\" .");
            return 0;
        }
        var found = 0;
        for (var at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1)) {
            var start = text.codePointCount(0, at);
            System.out.println("oa:start " + start + " ; oa:end " + (start + passage.codePointCount(0, passage.length())));
            found++;
        }
        if (found == 0) {
            System.err.println(article + " does not hold this text, letter by letter.");
        }
        return found == 0 ? 1 : 0;
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(article);
        } catch (IOException e) {
            throw new FirmamentException("Cannot read " + article + ".", e);
        }
    }

    private String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new FirmamentException(article + " is not in UTF-8.", e);
        }
    }
}
