import type { Plugin } from "vite";

const STAND_INS: Readonly<Record<string, string>> = {
  react: "preact/compat",
  "react-dom": "preact/compat",
  "react-dom/client": "\0preact-root",
  "react/jsx-runtime": "preact/jsx-runtime",
};

/** As in React, effects of what a key or pointer did are over before the next one: not first after a paint. */
const ROOT = `
import { options } from "preact";
options.requestAnimationFrame = (flush) => queueMicrotask(flush);
export { createRoot } from "preact/compat/client";
`;

/** Puts Preact in React's place, where the whole of it has to come along. */
export const withPreact: Plugin = {
  name: "with-preact",
  enforce: "pre",
  resolveId(id, importer) {
    const standIn = STAND_INS[id];
    return standIn?.startsWith("\0") ? standIn : standIn && this.resolve(standIn, importer);
  },
  load: (id) => (id === "\0preact-root" ? ROOT : undefined),
};
