import type { CDPSession, Page } from "@playwright/test";
import { openElementPage } from "./elementPage";
import { expect, test } from "./fixtures";

const BOX = 'style="display: block; width: 760px; height: 440px"';

interface Counts {
  readonly Nodes?: number;
  readonly JSEventListeners?: number;
  readonly LayoutCount?: number;
}

/** Counts that Chromium keeps of a page, after what nothing refers to is gone. */
async function counts(session: CDPSession): Promise<Counts> {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

async function watch(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("HeapProfiler.enable");
  return session;
}

interface Watched {
  /** How many figures were drawn when a frame was painted. */
  drawn: number[];
  /** Frames that the page itself asked for. */
  frames: number;
}

declare global {
  interface Window {
    watched: Watched;
  }
}

test("of 50 figures the first is seen before the last is drawn, and at rest none asks for a frame or a layout", async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.watched = { drawn: [], frames: 0 };
    const nextFrame = requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      window.watched.frames += 1;
      return nextFrame(callback);
    };
    const look = () => {
      const scopes = [...document.querySelectorAll("conv-scope")];
      const drawn = scopes.filter((scope) => scope.shadowRoot?.querySelector("[role=grid]")).length;
      if (drawn > 0) window.watched.drawn.push(drawn);
      if (drawn < 50) nextFrame(look);
    };
    nextFrame(look);
  });
  const session = await watch(page);
  const widgets = Array.from({ length: 50 }, (_, at) => `<conv-scope ${BOX} bias="${at}"></conv-scope>`);
  await openElementPage(page, widgets.join(""));
  await expect.poll(() => page.evaluate(() => window.watched.drawn.at(-1)), { timeout: 60_000 }).toBe(50);
  expect(await page.evaluate(() => window.watched.drawn[0])).toBeLessThan(50);
  const moved = async () => {
    const [before, frames] = [await counts(session), await page.evaluate(() => window.watched.frames)];
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const after = await counts(session);
    return {
      frames: (await page.evaluate(() => window.watched.frames)) - frames,
      layouts: (after.LayoutCount ?? 0) - (before.LayoutCount ?? 0),
    };
  };
  await expect.poll(moved).toEqual({ frames: 0, layouts: 0 });
});

test("figures that come and go leave nothing behind", async ({ page }) => {
  const session = await watch(page);
  await openElementPage(page, '<div id="place" style="width: 760px; height: 440px"></div>');
  await page.waitForFunction(() => customElements.get("conv-scope"));
  await comeAndGo(page, 20);
  const before = { ...(await counts(session)), objects: await objects(session) };
  // Fewer than one thing for three figures: no figure leaves anything.
  await comeAndGo(page, 300);
  const after = { ...(await counts(session)), objects: await objects(session) };
  for (const name of ["Nodes", "JSEventListeners", "objects"] as const)
    expect((after[name] ?? 0) - (before[name] ?? 0), name).toBeLessThan(100);
});

function comeAndGo(page: Page, times: number): Promise<void> {
  return page.evaluate(async (count) => {
    for (let at = 0; at < count; at++) {
      const scope = document.createElement("conv-scope");
      scope.setAttribute("ui", "figure");
      document.querySelector("#place")?.append(scope);
      scope.remove();
      // What is taken out is ended in a task of its own.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }, times);
}

/** How many objects of JavaScript live. Bytes would count what the engine compiles on the way as well. */
async function objects(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  const { result } = await session.send("Runtime.evaluate", { expression: "Object.prototype" });
  const found = await session.send("Runtime.queryObjects", { prototypeObjectId: result.objectId ?? "" });
  const list = found.objects.objectId ?? "";
  const { result: length } = await session.send("Runtime.callFunctionOn", {
    objectId: list,
    functionDeclaration: "function () { return this.length }",
  });
  await session.send("Runtime.releaseObject", { objectId: list });
  return length.value;
}
