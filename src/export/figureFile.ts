import type { Pair } from "../model/addressPairs";

const STATE = /(<script type="application\/json" id="state")>[^<]*(<\/script>)/;
const TITLE = /<title>[^<]*<\/title>/;

/**
 * The widget's page with a state inside: one file that shows it from anywhere.
 *
 * @param page text of `embed.html`
 * @param pairs what to show, as pairs of an address
 * @param app address of the whole page, which the figure links to
 * @returns null for a page that has no place for a state
 */
export function figureFile(page: string, pairs: readonly Pair[], title: string, app: string): string | null {
  if (!STATE.test(page)) return null;
  // Nothing in a script's data may read as a tag, and U+003C is the same sign to JSON.
  const data = JSON.stringify(Object.fromEntries(pairs)).replaceAll("<", "\\u003c");
  return page
    .replace(STATE, (_, start: string, end: string) => `${start} data-app="${inMarkup(app)}">${data}${end}`)
    .replace(TITLE, () => `<title>${inMarkup(title)}</title>`);
}

function inMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
