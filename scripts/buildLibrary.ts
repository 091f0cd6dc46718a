import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { build, type InlineConfig, mergeConfig, type Rolldown } from "vite";
import { importedBy } from "./firstViewChunks";
import { withoutStyles } from "./withoutStyles";
import { withoutWorkers } from "./withoutWorkers";
import { withPreact } from "./withPreact";

const OUT = "dist/lib";

/** The entries of package.json's `exports`. */
const ENTRIES = {
  index: "src/embed/mount.tsx",
  element: "src/embed/element.ts",
  anywidget: "src/embed/anywidget.ts",
  client: "src/embed/client.ts",
};

// As `vite build` has it: JSX compiles to the calls that the production React has.
process.env.NODE_ENV = "production";
rmSync(OUT, { recursive: true, force: true });
// For those who build their own pages: what they have already, such as React, isn't there twice.
await build(configOf({ entries: ENTRIES, external: (id) => /^[a-z]/.test(id) && !id.startsWith("src/") }));
// Apart from the others, it has nothing that only they use.
await build(configOf({ entries: { core: "src/core/index.ts" }, external: () => false }));
// For a script tag: whole, and in one file what is needed at once, as larger files compress better.
const whole = configOf({ entries: { "conv-scope": "src/embed/element.ts" }, external: () => false });
await build(
  mergeConfig(whole, {
    plugins: [withPreact],
    build: { rolldownOptions: { output: { codeSplitting: { groups: [atOnce()] } } } },
  }),
);
// For those who take one file: notebooks (`_esm`) and MyST.
const alone = configOf({ entries: { widget: "src/embed/anywidget.ts" }, external: () => false });
await build(
  mergeConfig(alone, {
    plugins: [withPreact],
    build: { rolldownOptions: { output: { codeSplitting: false } } },
  }),
);
writeTypes();

interface Library {
  readonly entries: Readonly<Record<string, string>>;
  readonly external: (id: string) => boolean;
}

function configOf({ entries, external }: Library): InlineConfig {
  return {
    configFile: false,
    mode: "production",
    logLevel: "warn",
    publicDir: false,
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    plugins: [withoutStyles, withoutWorkers, react()],
    build: {
      outDir: OUT,
      emptyOutDir: false,
      target: ["es2023", "chrome123", "firefox124", "safari17.5"],
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      lib: { entry: { ...entries }, formats: ["es"] },
      minify: true,
      rolldownOptions: {
        external: (id, _importer, resolved) => !resolved && external(id),
        output: { entryFileNames: "[name].js", chunkFileNames: "parts/[name]-[hash].js", minify: true },
      },
    },
  };
}

function atOnce(): Rolldown.CodeSplittingGroup {
  let found: ReadonlySet<string> | undefined;
  return {
    name: (id, context) => {
      found ??= importedBy(resolve("src/embed/element.ts"), context);
      return found.has(id) ? "conv-scope" : null;
    },
  };
}

/** Declarations beside each other, file by file; Node wants the names of files in full. */
function writeTypes(): void {
  const types = join(OUT, "types");
  execFileSync("npx", ["tsc", "-p", "tsconfig.lib.json", "--outDir", types], { stdio: "inherit" });
  for (const file of readdirSync(types, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".d.ts")) continue;
    const path = join(types, file);
    const text = readFileSync(path, "utf8").replace(/(from |import\()"(\.[^"]+)"/g, '$1"$2.js"');
    writeFileSync(path, text);
  }
}
