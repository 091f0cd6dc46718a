import type { Frame, Page } from "@playwright/test";
import { build } from "vite";
import { expect } from "./fixtures";

let code: Promise<string> | undefined;

/** The client as a page of somebody else would load it. */
function clientCode(): Promise<string> {
  code ??= build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: { write: false, minify: false, lib: { entry: "src/embed/client.ts", formats: ["es"] } },
  }).then((built) => (Array.isArray(built) ? (built[0]?.output[0].code ?? "") : ""));
  return code;
}

export interface HostOptions {
  readonly address?: string;
  readonly width?: number;
  readonly height?: number;
  /** Value of the frame's `sandbox`; without it there is none. */
  readonly sandbox?: string;
  readonly style?: string;
}

/**
 * Opens a long page of notes with a figure in a frame, and the client as `connect` in its window. Keys and scrolling that
 * reach the page are counted in `hostHeard`.
 */
export async function openHost(page: Page, options: HostOptions = {}): Promise<Frame> {
  const { address = "", width = 760, height = 440, sandbox, style = "" } = options;
  const html = `<!doctype html><html lang="en"><title>Notes</title><style>body { margin: 0 } ${style}</style>
    <p style="block-size: 20px; margin: 0">Above</p>
    <iframe title="A figure" src="./embed.html${address}" width="${width}" height="${height}" style="border: 0; display: block"
      ${sandbox === undefined ? "" : `sandbox="${sandbox}"`}></iframe>
    <p style="block-size: 3000px; margin: 0">Below</p>
    <script type="module">${await clientCode()}
      window.connect = connect;
    </script>
    <script>
      window.hostHeard = [];
      for (const type of ["keydown", "message"]) addEventListener(type, (event) => hostHeard.push([type, event.key ?? event.data]));
    </script>`;
  await page.route("**/notes.html", (route) => route.fulfill({ body: html, contentType: "text/html" }));
  await page.goto("/notes.html");
  const frame = page.frames().find((each) => each.url().includes("embed.html"));
  if (!frame) throw new Error("The page has no frame");
  await expect(frame.getByRole("grid", { name: "Output" })).toBeVisible();
  return frame;
}
