import type { Plugin } from "vite";

const LATE = /(?<!typeof )\bimport\(("[^"]+")\)/g;

/** In a file that holds everything, what comes later is there already: as part of one whole it takes less room. */
export const atOnce: Plugin = {
  name: "at-once",
  transform: {
    filter: { id: /\/src\/.*\.tsx?$/, code: LATE },
    order: "pre",
    handler(code) {
      const ways: string[] = [];
      const text = code.replaceAll(LATE, (_, from: string) => {
        ways.push(`import * as late${ways.length} from ${from};`);
        return `Promise.resolve(late${ways.length - 1})`;
      });
      return { code: `${text}\n${ways.join("\n")}`, map: null };
    },
  },
};
