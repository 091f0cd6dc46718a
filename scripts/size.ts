import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { withBrowser, withSite } from "./site";

/** All that the first view requests unprompted, gzip; 1 kB = 1,000 bytes. */
const LIMIT = 125_000;

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
