import type { Plugin } from "vite";

const STAND_INS: Readonly<Record<string, string>> = {
  react: "preact/compat",
  "react-dom": "preact/compat",
  "react-dom/client": "preact/compat/client",
  "react/jsx-runtime": "preact/jsx-runtime",
};

/** Puts Preact in React's place, where the whole of it has to come along. */
export const withPreact: Plugin = {
  name: "with-preact",
  enforce: "pre",
  resolveId(id, importer) {
    const standIn = STAND_INS[id];
    return standIn ? this.resolve(standIn, importer) : undefined;
  },
};
