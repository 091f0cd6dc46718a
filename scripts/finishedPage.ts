import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import { build, type HtmlTagDescriptor, type Plugin, type Rolldown, runnerImport } from "vite";

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "frame-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

const HEAD_SCRIPT = "head.js";
/** Chromium compiles these chunks beside the page's own thread while they come, not function by function at their call. */
const COMPILE_AT_ONCE = "//# allFunctionsCalledOnLoad";
const AT_ONCE: ReadonlySet<string> = new Set(["react", "page"]);
const ROOT = '<div id="root">';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/**
 * Finishes the built page: the content security policy, the blocking script of the head, the first view drawn
 * into the HTML, and the list of what the entry preloads for its later tasks.
 */
export function finishedPage(): Plugin {
  let serving = false;
  return {
    name: "finished-page",
    enforce: "pre",
    configResolved(config) {
      serving = config.command === "serve";
    },
    async buildStart() {
      if (serving) return;
      this.emitFile({ type: "asset", name: HEAD_SCRIPT, source: await classicScript("../src/app/head.ts") });
    },
    // Vite wraps every dynamic import to fetch chunks and styles first; here the chunks of the first view are named already.
    load: (id) => (id.endsWith("vite/preload-helper.js") ? readFile(path("./withStyles.js"), "utf8") : null),
    generateBundle: {
      // The words count at the top of the file alone, where Vite puts a list of its own.
      order: "post",
      handler(_, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === "chunk" && AT_ONCE.has(file.name)) file.code = `${COMPILE_AT_ONCE}\n${file.code}`;
      },
    },
    transformIndexHtml: {
      order: "post",
      async handler(html, { bundle }) {
        if (!bundle) return [tag("script", { type: "module", src: "/src/app/head.ts" }, "head-prepend")];
        const files = Object.values(bundle);
        const later = laterChunks(files);
        return {
          html: html.replace(ROOT, ROOT + (await firstView())),
          tags: [
            tag("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }, "head-prepend"),
            // The styles come first, so that both are on their way at once: the script would hold back the parser.
            ...later
              .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
              .map((name) => tag("link", { rel: "stylesheet", href: `./${name}` }, "head-prepend")),
            tag("script", { src: `./${headScript(files)}` }, "head-prepend"),
            // Half a first view would move when its other half is parsed.
            tag("link", { rel: "expect", href: "#drawn", blocking: "render" }, "head"),
            {
              tag: "template",
              attrs: { id: "later" },
              injectTo: "body",
              children: [
                ...later.map(({ fileName }) => ({ rel: "modulepreload", href: `./${fileName}` })),
                ...fonts(files).map((href) => ({ rel: "preload", as: "font", type: "font/woff2", href })),
              ].map((link) => tag("link", { crossorigin: true, ...link }, "body")),
            },
          ],
        };
      },
    },
  };
}

type File = Rolldown.OutputAsset | Rolldown.OutputChunk;

function tag(
  name: string,
  attrs: HtmlTagDescriptor["attrs"] & object,
  injectTo: "head" | "head-prepend" | "body",
) {
  return { tag: name, attrs, injectTo };
}

function headScript(files: readonly File[]): string {
  const file = files.find((file) => file.type === "asset" && file.names.includes(HEAD_SCRIPT));
  if (!file) throw new Error(`${HEAD_SCRIPT} is missing from the build`);
  return file.fileName;
}

function fonts(files: readonly File[]): string[] {
  return files.filter((file) => file.fileName.endsWith(".woff2")).map((file) => `./${file.fileName}`);
}

/** What a window of its own shows, in the place of the first view. */
const NOTES = "/ui/notesPage.ts";

/** The chunks that the entry imports in tasks of their own, with what those import in turn. */
function laterChunks(files: readonly File[]): Rolldown.OutputChunk[] {
  const chunks = new Map(files.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file]] : [])));
  const entry = [...chunks.values()].find((chunk) => chunk.isEntry);
  const found = new Set<string>();
  const visit = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    for (const next of chunks.get(name)?.imports ?? []) visit(next);
  };
  const isFirst = (name: string) => !chunks.get(name)?.facadeModuleId?.endsWith(NOTES);
  for (const name of (entry?.dynamicImports ?? []).filter(isFirst)) visit(name);
  for (const name of [entry?.fileName, ...(entry?.imports ?? [])]) if (name) found.delete(name);
  return [...found].flatMap((name) => chunks.get(name) ?? []);
}

async function classicScript(source: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    build: { write: false, target: "es2023", lib: { entry: path(source), formats: ["iife"], name: "head" } },
  });
  const output = Array.isArray(built) ? built[0]?.output : undefined;
  if (!output) throw new Error(`${source} was not built`);
  return output[0].code;
}

async function firstView(): Promise<string> {
  const { module } = await runnerImport<typeof import("../src/app/prerender")>(
    path("../src/app/prerender.tsx"),
    { configFile: false, mode: "production", plugins: [withoutStyles] },
  );
  const markup = module.renderFirstView(new JSDOM().window.document);
  if (/<[^>]* style=/.test(markup))
    throw new Error("The first view has a style attribute: the policy forbids it");
  return markup;
}

/** Outside a build of its own, Vite cannot take styles in; the markup needs none. */
const withoutStyles: Plugin = {
  name: "without-styles",
  enforce: "pre",
  resolveId: (id) => (id.endsWith(".css") ? "\0style" : undefined),
  load: (id) => (id === "\0style" ? "" : undefined),
};
