/**
 * The page's styles as they hold inside a shadow root: what they say of the page's root is said of the widget's
 * (`.convscope`), what they say of the window's width of the widget's own, and their `rem` is the widget's `--rem`, as the
 * font size of the page around is its own affair. Rules for the window's height fall away.
 */
export function shadowCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/:root\b/g, ".convscope")
    .replace(/(^|[},\s])(?:html|body)(?=\s*[,{])/g, "$1.convscope")
    .replace(/@(media|container)([^{]+)\{/g, (_, rule: string, query: string) => {
      const own = query.replace(/([\d.])rem\b/g, "$1em");
      return rule === "media" && /width/.test(own)
        ? `@container convscope ${widthOnly(own)}{`
        : `@${rule}${own}{`;
    })
    .replace(/(?<![\w.#-])(-?\d*\.?\d+)rem\b/g, "calc($1 * var(--rem))");
}

/** A query of the width alone; one that also asks for something else never holds. */
function widthOnly(query: string): string {
  return /height|pointer|,/.test(query) ? "(max-width: 0)" : query.trim();
}
