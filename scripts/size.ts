import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { parseSync } from "vite";
import { withBrowser, withSite } from "./site";

/** All that the first view requests unprompted, gzip; 1 kB = 1,000 bytes. */
const LIMIT = 150_000;

const files = await withSite("dist/site", (url) =>
  withBrowser(async (browser) => requested(await browser.newPage({ locale: "en-US" }), url)),
);
const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
for (const { name, bytes } of files) console.log(`${kilobytes(bytes).padStart(9)} kB  ${name}`);
console.log(`${kilobytes(total).padStart(9)} kB  in all, limit ${kilobytes(LIMIT)} kB`);
if (total > LIMIT) {
  console.error("The first view is larger than its limit");
  process.exitCode = 1;
}

/** What the library's entries fetch unprompted, gzip, and what each may. */
const ENTRIES = [
  ["conv-scope.js", 110_000],
  ["core.js", 10_500],
  ["client.js", 2_000],
] as const;

for (const [name, limit] of ENTRIES) {
  const bytes = libraryBytes(join("dist/lib", name));
  console.log(`${kilobytes(bytes).padStart(9)} kB  lib/${name} with its parts, limit ${kilobytes(limit)} kB`);
  if (bytes > limit) {
    console.error(`${name} is larger than its limit`);
    process.exitCode = 1;
  }
}

/** The figure's page for frames, which is one file. */
const FRAME_LIMIT = 250_000;
const frameBytes = gzipSync(readFileSync("dist/site/embed.html"), { level: 9 }).length;
console.log(`${kilobytes(frameBytes).padStart(9)} kB  embed.html, limit ${kilobytes(FRAME_LIMIT)} kB`);
if (frameBytes > FRAME_LIMIT) {
  console.error("embed.html is larger than its limit");
  process.exitCode = 1;
}

/** A file of the library and all that it imports at once. */
function libraryBytes(file: string, seen = new Set<string>()): number {
  if (seen.has(file)) return 0;
  seen.add(file);
  const code = readFileSync(file);
  const { module } = parseSync(file, code.toString());
  const froms = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ];
  const parts = froms.filter((from) => from.startsWith("."));
  const own = gzipSync(code, { level: 9 }).length;
  return parts.reduce((sum, from) => sum + libraryBytes(join(dirname(file), from), seen), own);
}

async function requested(page: Page, url: string): Promise<{ name: string; bytes: number }[]> {
  const urls = new Set<string>();
  page.on("request", (request) => urls.add(request.url()));
  await page.goto(url);
  await page.locator("html[data-live]").waitFor();
  await page.waitForLoadState("networkidle");
  // A browser with a window also asks for the icon.
  for (const icon of await page.locator("link[rel~=icon]").all())
    urls.add(await icon.evaluate((link: HTMLLinkElement) => link.href));
  const found = [...urls].map(async (each) => {
    const body = await (await fetch(each)).arrayBuffer();
    return {
      name: each.slice(url.length) || "index.html",
      bytes: gzipSync(new Uint8Array(body), { level: 9 }).length,
    };
  });
  return (await Promise.all(found)).sort((a, b) => b.bytes - a.bytes);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
