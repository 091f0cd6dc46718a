// @vitest-environment jsdom
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { type Embed, type EmbedForm, embedForms, embedSnippet } from "../../src/export/embedSnippets";
import { figureFile } from "../../src/export/figureFile";
import { type Pair, readPairs, writePairs } from "../../src/model/addressPairs";

const HOSTILE = `"><script>alert('{{1}}')</script> & \`$x\` :::\n\n# </textarea>`;
const plainTitle = "Convolution of a 3×3 input with a 2×2 kernel";
const pairs: readonly Pair[] = [
  ["input", "0,1;2,-3.5"],
  ["lang", `"'<x>&{}`],
];
const embed: Embed = {
  site: "https://example.org/notes/",
  address: writePairs(pairs),
  title: plainTitle,
  width: null,
  height: 440,
};
const hostile: Embed = { ...embed, title: HOSTILE };

const parsed = (snippet: string) => new DOMParser().parseFromString(snippet, "text/html");
const FRAMED: readonly EmbedForm[] = ["iframe", "plain", "mdx", "vitepress", "reveal"];

/** The one frame of a snippet of HTML, which holds nothing else that could act. */
function frameOf(form: EmbedForm, shown: Embed): HTMLIFrameElement {
  const page = parsed(embedSnippet(form, shown));
  expect(page.querySelectorAll("script, textarea, h1").length).toBe(0);
  expect(page.querySelectorAll("iframe").length).toBe(1);
  return page.querySelector("iframe") as HTMLIFrameElement;
}

function stateIn(address: string | null | undefined): readonly Pair[] {
  const { hash, search } = new URL(address ?? "");
  return readPairs(hash || search);
}

describe.each(FRAMED)("the form %s", (form) => {
  test("is a frame of the widget with the state in its address", () => {
    const frame = frameOf(form, embed);
    const address = frame.getAttribute("src") ?? frame.dataset.src;
    expect(address).toMatch(/^https:\/\/example\.org\/notes\/embed\.html[#?]/);
    expect(stateIn(address)).toEqual(pairs);
    expect(frame.title).toBe(plainTitle);
    expect([frame.width, frame.height]).toEqual(["100%", "440"]);
  });

  test("keeps a title with markup a title", () => {
    expect(frameOf(form, hostile).title).toBe(HOSTILE.replace(/\s+/g, " "));
    const text = embedSnippet(form, hostile);
    expect(text).not.toContain("{{1}}");
    expect(text).not.toMatch(/\n\s*\n/);
  });

  test("takes a width in pixels", () => {
    expect(frameOf(form, { ...embed, width: 500, height: 300 })).toMatchObject({
      width: "500",
      height: "300",
    });
  });
});

test("a frame loads late, and a slide when reveal comes to it", () => {
  for (const form of ["iframe", "mdx", "vitepress"] as const) {
    expect(frameOf(form, embed).getAttribute("loading")).toBe("lazy");
    expect(frameOf(form, embed).getAttribute("allow")).toContain("clipboard-write");
  }
  const slide = parsed(embedSnippet("reveal", embed)).querySelector("section > iframe");
  expect(slide?.hasAttribute("src")).toBe(false);
});

test("the form for learning platforms has no fragment and nothing that their editors cut", () => {
  const frame = frameOf("plain", embed);
  expect(new URL(frame.src).hash).toBe("");
  expect(frame.getAttributeNames().sort()).toEqual(["frameborder", "height", "src", "title", "width"]);
});

test("MDX closes the frame and has its style as an object", () => {
  expect(embedSnippet("mdx", hostile)).toMatch(/ style=\{\{ border: 0 \}\} \/>$/);
});

test("an element has the state as attributes, whatever is in them", () => {
  const page = parsed(embedSnippet("element", embed));
  const figure = page.querySelector("conv-scope");
  expect(figure?.getAttribute("input")).toBe("0,1;2,-3.5");
  expect(figure?.getAttribute("lang")).toBe(`"'<x>&{}`);
  expect(page.querySelectorAll("script").length).toBe(1);
  expect(page.querySelector("script")?.getAttribute("src")).toBe("conv-scope.js");
});

test("MyST's caption is text on one line", () => {
  const lines = embedSnippet("myst", hostile).split("\n");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^:::\{iframe\} https:\/\/example\.org\/notes\/embed\.html#\S+$/);
  expect(lines[3]).toBe(":::");
  // Behind a backslash no sign of Markdown means anything.
  expect(lines[2]?.replaceAll(/\\[^\w\s]/g, "")).not.toMatch(/[<>`$:#*_[\]{}]/);
});

test("Python reads back the address, the sizes and the title", () => {
  const program = embedSnippet("notebook", { ...hostile, width: 500 }).replace(
    "from IPython.display import IFrame",
    "import json\ndef IFrame(*args, **named): print(json.dumps([args, named]))",
  );
  const [[address], named] = JSON.parse(execFileSync("python3", ["-c", program], { encoding: "utf8" }));
  expect(stateIn(address)).toEqual(pairs);
  expect(named).toMatchObject({ width: 500, height: 440 });
  // IPython puts both into HTML as they are.
  const frame = parsed(`<iframe src="${address}" ${named.extras[0]}></iframe>`).querySelector("iframe");
  expect(stateIn(frame?.src)).toEqual(pairs);
  expect(frame?.title).toBe(HOSTILE.replace(/\s+/g, " "));
});

test("a link opens the whole page", () => {
  expect(embedSnippet("link", embed)).toBe(`https://example.org/notes/#${embed.address}`);
});

test("what shows the default has a plain address", () => {
  for (const form of embedForms)
    expect(embedSnippet(form, { ...embed, address: "" })).not.toMatch(/embed\.html[#?]/);
});

describe("a figure's file", () => {
  const page =
    '<html><head><title>A figure</title></head><body><script type="application/json" id="state">{}</script></body></html>';

  test("has the state as data, and the title, whatever is in them", () => {
    const nasty: readonly Pair[] = [["lang", "</script><script>alert(1)</script>$&"]];
    const file = parsed(figureFile(page, nasty, `</title>${HOSTILE} $&`, `https://example.org/"<b>/`) ?? "");
    expect(file.querySelectorAll("script").length).toBe(1);
    expect(JSON.parse(file.querySelector("#state")?.textContent ?? "")).toEqual(Object.fromEntries(nasty));
    expect(file.title).toContain("<script>");
    expect(file.querySelector<HTMLElement>("#state")?.dataset.app).toBe(`https://example.org/"<b>/`);
  });

  test("isn't made of another page", () => {
    expect(figureFile("<html></html>", [], "", "")).toBeNull();
  });
});
