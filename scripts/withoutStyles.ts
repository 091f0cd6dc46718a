import type { Plugin } from "vite";

/** Leaves out the styles that components ask for: in a shadow root they come as one sheet. */
export const withoutStyles: Plugin = {
  name: "without-styles",
  enforce: "pre",
  resolveId: (id, importer) =>
    id.endsWith(".css") && importer && !importer.endsWith(".css") ? "\0without-styles" : undefined,
  load: (id) => (id === "\0without-styles" ? "export {}" : undefined),
};
