import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures";

test("the page opens without a breach of its policy and asks nothing of other sites", async ({
  open,
  page,
}) => {
  await open();
  await expect(page).toHaveTitle(/Convscope/);
});

test("the page carries its policy", async ({ page }) => {
  await page.goto("/");
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; frame-src 'self'; img-src 'self' blob: data:; font-src 'self'; media-src 'self' blob:; worker-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
  );
});

test("the built HTML holds no inline script and no style", () => {
  const html = readFileSync("dist/site/index.html", "utf8");
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
});

test("the site runs from any folder of a host", async ({ open, page }) => {
  await page.route("**/some/folder/**", (route) => {
    const file = new URL(route.request().url()).pathname.replace("/some/folder/", "") || "index.html";
    return route.fulfill({ path: `dist/site/${file}` });
  });
  await open("some/folder/");
});
