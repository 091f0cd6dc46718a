// Runs a TypeScript file of this repository under Node: `node scripts/run.mjs FILE [ARGUMENTS]`.
// The file sees its own arguments in process.argv.slice(2), as if it had been started directly.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { runnerImport } from "vite";

const file = resolve(process.argv[2] ?? "");
process.argv.splice(1, 1);
await runnerImport(pathToFileURL(file).href, { configFile: false, mode: "production", logLevel: "error" });
