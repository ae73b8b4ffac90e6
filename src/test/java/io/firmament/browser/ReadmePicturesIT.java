package io.firmament.browser;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes the pictures of the README; who wants them new copies them from {@code target/screenshots} to {@code docs}. */
class ReadmePicturesIT {

    @RegisterExtension
    static final Browser browser = new Browser(Servers::real);

    @ParameterizedTest
    @CsvSource({
        "explorer,/explore?near=bytedance&limit=24&focus=zhou-chang~worksFor~bytedance,#proof a[href*='/id/article/']",
        "talent-flow,/query/talent-flow,main svg[role=img]",
        "investments,/query/investment-matrix,main svg[role=img]",
        "entity,/id/bytedance,main svg"
    })
    void aPictureIsTakenOnceItIsDrawn(String name, String path, String seen) {
        browser.resize(1200, 800).open(path).waitFor(seen);
        browser.picture(name);
    }
}
