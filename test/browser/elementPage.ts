import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Page } from "@playwright/test";

interface Heard {
  readonly keys: readonly string[];
  readonly events: readonly (readonly [type: string, id: string, detail: unknown])[];
}

/** Opens somebody's page with the built element in it; what reaches the page is kept in its window. */
export async function openElementPage(page: Page, body: string, style = ""): Promise<void> {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Notes</title><style>${style}</style>
    <script>
      window.heard = { keys: [], events: [] };
      addEventListener("keydown", (event) => heard.keys.push(event.key));
      for (const type of ["ready", "change", "step"])
        addEventListener("convscope-" + type, ({ target, detail }) => heard.events.push([type, target.id, detail]));
    </script>
    <script type="module" src="lib/conv-scope.js"></script>${body}</html>`;
  await page.route("**/notes.html", (route) => route.fulfill({ body: html, contentType: "text/html" }));
  await page.route("**/lib/**", async (route) => {
    const { pathname } = new URL(route.request().url());
    const folder = pathname.includes("/parts/") ? "dist/lib/parts" : "dist/lib";
    const content = await readFile(join(folder, basename(pathname)));
    await route.fulfill({ body: content, contentType: "text/javascript" });
  });
  await page.goto("/notes.html");
}

export function heard(page: Page): Promise<Heard> {
  return page.evaluate(() => Reflect.get(window, "heard"));
}
