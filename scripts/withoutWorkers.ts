import type { Plugin } from "vite";

/** Where no worker's file can be beside the code, trainings go on in the page's own thread. */
export const withoutWorkers: Plugin = {
  name: "without-workers",
  enforce: "pre",
  resolveId: (id) => (id.endsWith("?worker&url") ? `\0${id}` : undefined),
  load: (id) => (id.startsWith("\0") && id.endsWith("?worker&url") ? 'export default ""' : undefined),
};
