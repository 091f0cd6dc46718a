// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";
import { type ConnectedFigure, connect } from "../../src/embed/client";
import { createFrame, type Frame } from "../../src/embed/frame";
import { arrival, recorder } from "./joined";

const FRAME_ORIGIN = "https://figures.example";
let figure: ConnectedFigure | undefined;
let frame: Frame | undefined;

afterEach(() => {
  figure?.destroy();
  frame?.stop();
  vi.restoreAllMocks();
});

/** An iframe in this page whose window delivers what is posted as browsers do: later, and to the right origin alone. */
function iframeIn(pageOrigin: string, frameOrigin = FRAME_ORIGIN) {
  vi.spyOn(window, "origin", "get").mockReturnValue(pageOrigin);
  const posted: { readonly data: unknown; readonly to: string }[] = [];
  const page = {
    postMessage: (data: unknown, to: string) => {
      const event = arrival({ data, origin: frameOrigin, source: contentWindow });
      if (to === "*" || to === pageOrigin) setTimeout(() => window.dispatchEvent(event));
    },
  };
  const own = Object.assign(new EventTarget(), { parent: page }) as unknown as Window;
  const contentWindow = {
    postMessage: (data: unknown, to: string, ports: MessagePort[] = []) => {
      posted.push({ data, to });
      const event = arrival({ data, origin: pageOrigin, source: page, ports });
      if (to === "*" || to === frameOrigin) setTimeout(() => own.dispatchEvent(event));
    },
  };
  const iframe = { contentWindow } as unknown as HTMLIFrameElement;
  return { iframe, own, posted };
}

function load(own: Window) {
  const { widget, asked } = recorder();
  frame = createFrame(own, widget);
  frame.ready();
  frame.resize(440);
  return { asked, frame };
}

test.each([
  ["of a site", "https://notes.example", FRAME_ORIGIN],
  ["of a site, the frame in a sandbox", "https://notes.example", "null"],
  ["of a file", "null", "null"],
  ["of a file, the frame of a site", "null", FRAME_ORIGIN],
])("a page %s drives a frame, loaded before or after", async (_, pageOrigin, frameOrigin) => {
  for (const early of [true, false]) {
    const { iframe, own } = iframeIn(pageOrigin, frameOrigin);
    const before = early ? load(own) : null;
    // What it said while nobody listened is over.
    await new Promise((resolve) => setTimeout(resolve, 5));
    figure = connect(iframe);
    const first = figure.getState();
    const { asked, frame: loaded } = before ?? load(own);
    expect(await first).toEqual({ stride: "1" });
    await figure.ready;
    expect(await figure.setState({ stride: "2" })).toEqual({ stride: "2" });
    await figure.step(4);
    await figure.step();
    await figure.setTheme("dark");
    const image = await figure.export("svg");
    expect(image.size).toBe("<svg/>".length);
    await expect(figure.export("png")).rejects.toThrow("no picture here");
    expect(asked.slice(0, 4)).toEqual([
      ["setState", { stride: "2" }],
      ["step", 4],
      ["step", { by: 1 }],
      ["setState", { theme: "dark" }],
    ]);
    const steps: number[] = [];
    const off = figure.on("step", ({ step }) => steps.push(step));
    loaded.stepped(7);
    await vi.waitFor(() => expect(steps).toEqual([7]));
    off();
    loaded.stepped(8);
    await figure.play();
    expect(steps).toEqual([7]);
    figure.destroy();
    loaded.stop();
  }
});

test("a request with a state goes to the frame's own origin", async () => {
  const { iframe, own, posted } = iframeIn("https://notes.example");
  load(own);
  figure = connect(iframe);
  await figure.setState({ stride: "2" });
  const state = posted.filter(({ data }) => (data as { type: string }).type === "setState");
  expect(state.map(({ to }) => to)).toEqual([FRAME_ORIGIN]);
});

test("height and a second loading are told", async () => {
  const { iframe, own } = iframeIn("https://notes.example");
  figure = connect(iframe);
  const heights: number[] = [];
  let readied = 0;
  figure.on("resize", ({ height }) => heights.push(height));
  figure.on("ready", () => {
    readied += 1;
  });
  load(own);
  await vi.waitFor(() => expect(heights).toEqual([440]));
  frame?.stop();
  const { asked } = load(own);
  await vi.waitFor(() => expect(readied).toBe(2));
  await figure.play();
  expect(asked).toEqual([["play"]]);
});

test("what other windows and other programs say is not heard", async () => {
  const { iframe, own } = iframeIn("https://notes.example");
  figure = connect(iframe);
  const heard: unknown[] = [];
  figure.on("step", (event) => heard.push(event));
  load(own);
  await figure.ready;
  const step = { source: "convscope", v: 1, type: "step", payload: { step: 1 } };
  for (const source of [window, null, {}])
    window.dispatchEvent(arrival({ data: step, origin: FRAME_ORIGIN, source }));
  for (const data of [null, "step", { ...step, v: 2 }, { ...step, source: "other" }]) {
    // The window of the frame, compared by identity.
    const event = arrival({ data, origin: FRAME_ORIGIN, source: null });
    window.dispatchEvent(Object.assign(event, { source: iframe.contentWindow }));
  }
  await figure.getState();
  expect(heard).toEqual([]);
});

test("at its end what waits is rejected", async () => {
  const { iframe } = iframeIn("https://notes.example");
  figure = connect(iframe);
  const waiting = figure.getState();
  figure.destroy();
  await expect(waiting).rejects.toThrow("connection");
  await expect(figure.play()).rejects.toThrow("connection");
});
