import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build, type Plugin } from "vite";
import { atOnce } from "./atOnce.ts";
import { withoutStyles } from "./withoutStyles.ts";
import { withoutTexts } from "./withoutTexts.ts";
import { withoutWorkers } from "./withoutWorkers.ts";
import { withPreact } from "./withPreact.ts";

/** Name of the page, in the site and of its template in the repository. */
const NAME = "embed.html";
const ENTRY = /<script type="module" src="\/(src\/embed\/[^"]+)"><\/script>/;

const path = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

/** Adds the widget's page to the site: one file that requests nothing. */
export function embedPage(): Plugin {
  let made: Promise<string> | undefined;
  return {
    name: "embed-page",
    apply: "build",
    // Beside the rest of the build rather than after it.
    buildStart() {
      made = makePage();
      made.catch(() => undefined);
    },
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: NAME, source: (await made) ?? "" });
    },
  };
}

async function makePage(): Promise<string> {
  const template = await readFile(path(NAME), "utf8");
  const entry = ENTRY.exec(template);
  const style = /<style>(.*?)<\/style>/s.exec(template);
  if (!entry?.[1] || style?.[1] === undefined) throw new Error(`${NAME} has no script or no style`);
  const code = inMarkup(await classicScript(entry[1]));
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(code)}'`,
    `style-src '${hashOf(style[1])}'`,
    "font-src data:",
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  return template
    .replace(entry[0], () => `<script>${code}</script>`)
    .replace(/(<meta charset="[^"]+" \/>)/, (charset) => `${charset}\n    ${meta}`);
}

/** All that a script imports, also later, with its styles and fonts, as one. */
async function classicScript(source: string): Promise<string> {
  const built = await build({
    configFile: false,
    mode: "production",
    logLevel: "warn",
    publicDir: false,
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    plugins: [withPreact, atOnce, withoutStyles, withoutTexts, withoutWorkers, react()],
    build: {
      write: false,
      target: ["es2023", "chrome123", "firefox124", "safari17.5"],
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      lib: { entry: path(source), formats: ["iife"], name: "convscopeFrame" },
    },
  });
  const output = Array.isArray(built) ? built[0]?.output : undefined;
  const chunks = output?.filter((file) => file.type === "chunk") ?? [];
  const others = output?.filter((file) => file.type !== "chunk") ?? [];
  if (chunks.length !== 1 || others.length > 0)
    throw new Error(`${NAME} would need ${others.map(({ fileName }) => fileName)} beside it`);
  return chunks[0]?.code ?? "";
}

/** A script's text that doesn't end its element. What reads as the start of a comment could hide the end. */
function inMarkup(code: string): string {
  if (code.includes("<!--")) throw new Error(`The script of ${NAME} opens a comment of HTML`);
  return code.replaceAll(/<\/(?=script)/gi, "<\\/");
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
