package io.firmament.browser;

/** What a page looks like, in its own words: scripts that a page runs on itself. */
final class Sight {

    /** The texts of those elements of a selector that are shown. */
    static final String TEXTS = """
            return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility()).map(e => e.innerText);""";

    /** What makes the page wider than the window; nothing if it is not. */
    static final String TOO_WIDE = """
            const page = document.scrollingElement;
            if (page.scrollWidth <= innerWidth) return [];
            const out = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth + 1);
            return [`${page.scrollWidth} > ${innerWidth}`, ...out.slice(0, 5).map(e => e.outerHTML.slice(0, 120))];""";

    /**
     * Texts with a contrast of less than 4.5, what WCAG 2.2 asks for at level AA, computed as <a
     * href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">it says</a>. What is behind a text is the nearest opaque colour.
     */
    static final String HARD_TO_READ = """
            const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            const channels = color => {
              paint.clearRect(0, 0, 1, 1);
              paint.fillStyle = color;
              paint.fillRect(0, 0, 1, 1);
              return [...paint.getImageData(0, 0, 1, 1).data];
            };
            const luminance = color => channels(color).slice(0, 3).map(c => c / 255)
              .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
              .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
            const behind = e => !e ? 'white' : channels(getComputedStyle(e).backgroundColor)[3] === 255
              ? getComputedStyle(e).backgroundColor : behind(e.parentElement);
            const seen = new Map();
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
              const e = texts.currentNode.parentElement;
              if (!texts.currentNode.data.trim() || e.closest('svg, script, :disabled') || !e.checkVisibility()) continue;
              const [ink, paper] = [getComputedStyle(e).color, behind(e)];
              if (seen.has(ink + paper)) continue;
              const [dark, bright] = [luminance(ink), luminance(paper)].sort((a, b) => a - b);
              seen.set(ink + paper, (bright + 0.05) / (dark + 0.05) < 4.5
                ? `${texts.currentNode.data.trim().slice(0, 30)}: ${ink} on ${paper}` : '');
            }
            return [...seen.values()].filter(Boolean);""";

    private Sight() {}
}
