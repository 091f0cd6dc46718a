/** @type {Map<string, Promise<unknown>>} */
const asked = new Map();

/**
 * What Vite puts around an import of a part that has styles: the part comes when they are there too. The page's head
 * links what the first view needs.
 *
 * @template T
 * @param {() => Promise<T>} load
 * @param {readonly string[]} [styles] addresses, relative to `base`
 * @param {string} [base]
 * @returns {Promise<T>}
 */
export async function __vitePreload(load, styles = [], base = "") {
  const coming = styles.map((style) => linkTo(new URL(style, base).href));
  const [part] = await Promise.all([load(), ...coming]);
  return part;
}

/** @param {string} href */
function linkTo(href) {
  const known = asked.get(href) ?? (isLinked(href) ? Promise.resolve() : fetchStyle(href));
  asked.set(href, known);
  return known;
}

/** @param {string} href */
function isLinked(href) {
  return Array.from(document.styleSheets).some((sheet) => sheet.href === href);
}

/** @param {string} href */
function fetchStyle(href) {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      asked.delete(href);
      reject(new Error(`${href} could not be fetched`));
    };
    document.head.append(link);
  });
}
