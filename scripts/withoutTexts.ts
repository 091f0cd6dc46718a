import type { Plugin } from "vite";

/** Texts of parts that a frame never shows, by file: the results, the embed dialog, the list of examples, the menus of the page, Present. */
const UNSEEN = /\/messages\/(shapes|embed|presets|menus|present)\.(en|zh-CN)$/;

/** Leaves out the texts of what the figure in a frame does not have. */
export const withoutTexts: Plugin = {
  name: "without-texts",
  enforce: "pre",
  resolveId(id, importer) {
    if (!importer?.startsWith("/")) return undefined;
    const [, name, language] = UNSEEN.exec(new URL(id, `file://${importer}`).pathname) ?? [];
    return name ? `\0texts:${name}${language === "zh-CN" ? "ZhCN" : "En"}` : undefined;
  },
  load: (id) => (id.startsWith("\0texts:") ? `export const ${id.slice("\0texts:".length)} = {};` : undefined),
};
