// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { embedEn } from "../../src/content/messages/embed.en";
import { setBias } from "../../src/model/commands";
import type { AppState } from "../../src/store/appStore";
import { EmbedDialog } from "../../src/ui/EmbedDialog";
import { addTexts } from "../../src/ui/lateTexts";
import { renderInApp } from "./renderInApp";

beforeAll(() => {
  addTexts(embedEn);
  // jsdom has no modal windows.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = () => undefined;
});
beforeEach(() => window.history.replaceState(null, "", "/notes/index.html?utm=1#bias=7"));
afterEach(() => {
  vi.restoreAllMocks();
});

const snippet = () => screen.getByRole("region", { name: "To copy" }).textContent ?? "";
const frame = () => screen.getByTitle<HTMLIFrameElement>(/^Convolution|^My/);

async function start(change: Partial<AppState> = {}) {
  const user = userEvent.setup();
  const store = renderInApp(<EmbedDialog onClose={() => undefined} />, change);
  await waitFor(() => expect(snippet()).not.toBe(""));
  return { user, store };
}

test("the snippet names the widget beside the page, and what the page shows", async () => {
  const { user } = await start();
  const address = "http://localhost:3000/notes/embed.html#preset=corr2d";
  expect(snippet()).toContain(`src="${address}"`);
  expect(frame().getAttribute("src")).toBe("./embed.html#preset=corr2d");
  await user.click(screen.getByRole("button", { name: "Copy" }));
  expect(await navigator.clipboard.readText()).toBe(snippet());
  expect(within(screen.getByRole("dialog")).getByRole("status").textContent).toBe("Copied");
});

test("what was changed on the page goes along, and the page stops playing", async () => {
  const { store } = await start({ playing: true, hidden: ["cost"], locked: ["kernel"] });
  expect(store.getState().playing).toBe(false);
  expect(snippet()).toContain("#preset=corr2d&amp;hide=cost&amp;lock=kernel");
});

test("snippet and preview follow every choice", async () => {
  const { user } = await start();
  await user.click(screen.getByRole("radio", { name: "With playback" }));
  await user.click(screen.getByRole("checkbox", { name: "Equation" }));
  await user.click(screen.getByRole("checkbox", { name: "Kernel" }));
  await user.click(screen.getByRole("radio", { name: "Dark" }));
  await user.selectOptions(screen.getByRole("combobox", { name: "Language" }), "简体中文");
  const pairs = "theme=dark&lang=zh-CN&ui=figure&hide=equation&lock=kernel";
  await waitFor(() => expect(frame().getAttribute("src")).toBe(`./embed.html#preset=corr2d&${pairs}`));
  expect(snippet()).toContain(pairs.replaceAll("&", "&amp;"));
  await user.click(screen.getByRole("checkbox", { name: "Equation" }));
  await waitFor(() => expect(snippet()).not.toContain("hide="));
});

test("sizes are pixels, and an empty width is all there is", async () => {
  const { user } = await start();
  const width = screen.getByRole("textbox", { name: /^Width/ });
  const height = screen.getByRole("textbox", { name: /^Height/ });
  await user.type(width, "500");
  await user.clear(height);
  await user.type(height, "300");
  expect(snippet()).toContain('width="500" height="300"');
  expect([frame().style.inlineSize, frame().style.blockSize]).toEqual(["500px", "300px"]);
  await user.clear(height);
  await user.type(height, "9");
  await user.tab();
  expect(height).toHaveProperty("value", "240");
  await user.clear(width);
  expect(snippet()).toContain('width="100%" height="240"');
});

test("a title is text, whatever is written there", async () => {
  const { user } = await start();
  const title = screen.getByRole("textbox", { name: "Title" });
  await user.clear(title);
  await user.type(title, `My "<b>&`);
  expect(snippet()).toContain('title="My &quot;&lt;b&gt;&amp;"');
  expect(frame().title).toBe(`My "<b>&`);
});

test("every form has its snippet, its note, and the options that it has room for", async () => {
  const { user, store } = await start();
  store.getState().edit(setBias([3]));
  const forms = within(screen.getByRole("combobox", { name: "Where to" })).getAllByRole("option");
  const seen = new Set<string>();
  for (const form of forms) {
    await user.selectOptions(screen.getByRole("combobox", { name: "Where to" }), form);
    seen.add(snippet());
  }
  // VitePress takes what any page takes.
  expect(seen.size).toBe(forms.length - 1);
  expect(screen.queryByRole("textbox", { name: /^Width|^Height|^Title/ })).toBeNull();
  expect(snippet()).toBe("http://localhost:3000/notes/#preset=corr2d");
  await user.selectOptions(screen.getByRole("combobox", { name: "Where to" }), "MyST");
  expect(screen.queryByRole("textbox", { name: /^Height/ })).toBeNull();
});

test("where the widget's page can't be fetched, it is said", async () => {
  const { user } = await start();
  vi.stubGlobal("fetch", async () => new Response("gone", { status: 404 }));
  await user.click(screen.getByRole("button", { name: "Download this figure" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(/could not be fetched/);
  vi.unstubAllGlobals();
});
