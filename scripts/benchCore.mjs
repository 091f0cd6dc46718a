// Bundles benchCoreLoops.ts as the page is bundled, then runs it: imports that a development server rewrites would be
// timed too.
import { build } from "vite";

const { output } = await build({
  configFile: false,
  logLevel: "error",
  build: { ssr: "scripts/benchCoreLoops.ts", write: false, target: "es2023" },
});
const { benchCore } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
benchCore();
