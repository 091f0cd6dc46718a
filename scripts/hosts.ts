import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { checkFigure, checkPage, elementFigure, expect, frameFigure, type HostFigure } from "./hostFigure";

export interface Host {
  readonly name: string;
  /** Where the package's `dist` goes, under the example's folder. */
  readonly assets: string;
  /** Command of npm's that builds the pages, if they are built. */
  readonly build?: string;
  /** What else it takes before the pages can be served. */
  readonly prepare?: (folder: string) => void;
  /** Folder that is served, under the example's. */
  readonly served: string;
  readonly check: (page: Page, url: string) => Promise<void>;
}

/** What `examples/` holds, in the order in which it is tried. */
export const HOSTS: readonly Host[] = [
  { name: "plain", assets: "convscope", served: ".", check: bothFigures },
  { name: "revealjs", assets: "convscope", served: ".", check: slides },
  {
    name: "vitepress",
    assets: "public/convscope",
    build: "build",
    served: ".vitepress/dist",
    check: bothFigures,
  },
  { name: "anywidget", assets: "convscope", prepare: writeNotebookPage, served: ".", check: notebook },
  {
    name: "myst",
    assets: "convscope",
    build: "build",
    prepare: writeMystPage,
    served: "_build/site/public",
    check: myst,
  },
];

async function bothFigures(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const frame = frameFigure(page);
  await checkFigure(page, frame);
  await checkFigure(page, elementFigure(page));
  await checkPage(page, elementFigure(page));
}

/** A deck turns by keys outside the figure, and by none pressed inside. */
async function slides(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const slide = () => page.evaluate(() => Reflect.get(window, "deck").getIndices().h as number);
  await checkFigure(page, frameFigure(page));
  expect(await slide()).toBe(0);
  await page.evaluate(() => window.focus());
  await page.keyboard.press("ArrowRight");
  await expect.poll(slide).toBe(1);
  await checkFigure(page, elementFigure(page));
  expect(await slide()).toBe(1);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press("ArrowRight");
  await expect.poll(slide).toBe(2);
}

/** What a notebook is saved as: the state of its widgets, which anywidget's own front end renders. */
function writeNotebookPage(folder: string): void {
  const model = {
    model_name: "AnyModel",
    model_module: "anywidget",
    model_module_version: "0.11.0",
    state: {
      _anywidget_id: "Figure",
      _esm: readFileSync(join(folder, "convscope/lib/widget.js"), "utf8"),
      _model_module: "anywidget",
      _model_module_version: "0.11.0",
      _model_name: "AnyModel",
      _view_module: "anywidget",
      _view_module_version: "0.11.0",
      _view_name: "AnyView",
      document: { padding: "1" },
      step: 3,
    },
  };
  const state = JSON.stringify({ version_major: 2, version_minor: 0, state: { figure: model } });
  const template = readFileSync(join(folder, "page.template.html"), "utf8");
  writeFileSync(
    join(folder, "index.html"),
    template.replace("STATE", () => state.replaceAll("<", "\\u003c")),
  );
}

async function notebook(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const box = page.locator(".widget-subarea, [data-lm-suppress-shortcuts]").first();
  const stride = () => box.getByRole("spinbutton", { name: "Stride" });
  const figure: HostFigure = {
    name: "anywidget",
    inside: box,
    box,
    // Without a kernel nobody but the reader changes a trait.
    change: async () => {
      await stride().fill("2");
      await stride().press("Enter");
    },
  };
  await checkFigure(page, figure);
  await checkPage(page, figure);
}

/** A page of the data that MyST builds, which does with a widget what its themes do. */
function writeMystPage(folder: string): void {
  const { mdast } = JSON.parse(readFileSync(join(folder, "_build/site/content/index.json"), "utf8"));
  writeFileSync(
    join(folder, "_build/site/public/index.html"),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Notes</title><h1>Convolution</h1><div id="place" style="height: 440px"></div>
    <p style="height: 1500px">Below</p>
    <script type="module">
      const find = (node) => node.type === "anywidget" ? node : (node.children ?? []).map(find).find(Boolean);
      const { esm, model: traits } = find(${JSON.stringify(mdast).replaceAll("<", "\\u003c")});
      const { default: widget } = await import(new URL(esm.split("/").pop(), location.href).href);
      const listeners = new Map();
      const model = {
        get: (name) => traits[name],
        set: (name, value) => { traits[name] = value; },
        on: (name, listener) => listeners.set(name, listener),
        off: (name) => listeners.delete(name),
      };
      window.setTrait = (name, value) => { traits[name] = value; listeners.get("change:" + name)?.(); };
      widget.render({ model, el: document.querySelector("#place") });
    </script></html>`,
  );
}

async function myst(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const box = page.locator("#place");
  const figure: HostFigure = {
    name: "widget",
    inside: box,
    box,
    change: () => page.evaluate(() => Reflect.get(window, "setTrait")("document", { padding: 1, stride: 2 })),
  };
  await checkFigure(page, figure);
  await checkPage(page, figure);
}
