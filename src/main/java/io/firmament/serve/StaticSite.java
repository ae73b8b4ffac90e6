package io.firmament.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firmament.FirmamentException;
import io.firmament.KnowledgeGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * All pages as files that need no server: they can be opened from a disk, and lie anywhere on any web server. The same
 * graph gives the same bytes. Made by {@link KnowledgeGraph#exportSite}.
 *
 * @param pages how many pages, in both languages together
 * @param bytes the size of all files
 * @param leftOut links that lead nowhere without a server and are plain text therefore: where pages are as they should be,
 *     none
 */
public record StaticSite(long pages, long bytes, Set<String> leftOut) {

    /** Written by us, not by the pages of the server: the page that chooses a language, and the search by name. */
    private static final List<String> OWN = List.of("index.html", "copy.js");

    /**
     * Writes a graph's pages into a folder.
     *
     * @param folder is made; one that an earlier copy was written to is replaced
     * @throws FirmamentException if the folder holds anything else, or cannot be written
     */
    public static StaticSite write(KnowledgeGraph graph, Path folder) {
        return SiteFolder.replace(folder, draft -> {
            for (var file : OWN) {
                try (var in = StaticSite.class.getResourceAsStream("copy/" + file)) {
                    Files.copy(in, draft.resolve(file));
                }
            }
            Files.writeString(draft.resolve("names.js"), NameIndex.of(graph), UTF_8);
            try (var server = Server.forCopy(graph, Answered.by(graph))) {
                var crawl = new SiteCrawl(server.address(), draft);
                crawl.from(Arrays.stream(Language.values()).map(language -> SiteAddress.of(language, "/")).toList());
                return new StaticSite(crawl.pages(), size(draft), crawl.leftOut());
            }
        });
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(Path::toFile).filter(java.io.File::isFile).mapToLong(java.io.File::length).sum();
        }
    }
}
