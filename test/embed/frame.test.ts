import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createFrame } from "../../src/embed/frame";
import { arrival, pageAndFrame, recorder, request, settle } from "./joined";

const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
const others = [vi.spyOn(console, "error"), vi.spyOn(console, "log")];

beforeEach(() => {
  vi.useFakeTimers();
  warn.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

function opened() {
  const around = pageAndFrame();
  const { widget, asked } = recorder();
  return { ...around, asked, frame: createFrame(around.own, widget) };
}

describe("before the first request", () => {
  test("only readiness and height go out, to whoever shows the frame", () => {
    const { frame, told } = opened();
    frame.ready();
    frame.resize(440);
    frame.changed({ stride: "2" });
    frame.stepped(3);
    expect(told).toEqual([
      { message: { source: "convscope", v: 1, type: "ready" }, to: "*" },
      { message: { source: "convscope", v: 1, type: "resize", payload: { height: 440 } }, to: "*" },
      { message: { subject: "lti.frameResize", height: 440 }, to: "*" },
    ]);
  });
});

describe("the first request", () => {
  test("pins the origin: answers and news go there, and others are not heard", async () => {
    const { frame, told, say, asked } = opened();
    say(request("getState", { id: 1 }));
    await settle();
    say(request("setState", { payload: { stride: 3 } }), "https://evil.example");
    await settle();
    frame.changed({ stride: "2" });
    frame.stepped(5);
    expect(asked).toEqual([]);
    expect(told).toEqual([
      {
        message: { source: "convscope", v: 1, type: "state", id: 1, payload: { stride: "1" } },
        to: "https://notes.example",
      },
      {
        message: { source: "convscope", v: 1, type: "state", payload: { stride: "2" } },
        to: "https://notes.example",
      },
      {
        message: { source: "convscope", v: 1, type: "step", payload: { step: 5 } },
        to: "https://notes.example",
      },
    ]);
  });

  test("from anyone but the page around is not one", async () => {
    const { own, say, asked, told } = opened();
    const strangers = [own, null, { postMessage: () => undefined }];
    for (const source of strangers) {
      own.dispatchEvent(arrival({ data: request("play"), origin: "https://evil.example", source }));
    }
    expect(asked).toEqual([]);
    say(request("play", { id: "p" }));
    await settle();
    expect(asked).toEqual([["play"]]);
    expect(told.map(({ to }) => to)).toEqual(["https://notes.example"]);
  });

  test.each(["null", "file://"])("from the origin %s is answered at its port alone", async (origin) => {
    vi.useRealTimers();
    const { told, say, frame } = opened();
    const { port1, port2 } = new MessageChannel();
    const heard: unknown[] = [];
    port1.onmessage = ({ data }) => heard.push(data);
    say(request("getState", { id: 1 }), origin, [port2 as unknown as MessagePort]);
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    frame.changed({ stride: "2" });
    port1.postMessage(request("play", { id: 2 }));
    await vi.waitFor(() => expect(heard).toHaveLength(3));
    expect(heard).toEqual([
      { source: "convscope", v: 1, type: "state", id: 1, payload: { stride: "1" } },
      { source: "convscope", v: 1, type: "state", payload: { stride: "2" } },
      { source: "convscope", v: 1, type: "result", id: 2 },
    ]);
    expect(told).toEqual([]);
    port1.close();
  });

  test("from a page without origin and port is obeyed and not answered", async () => {
    const { told, say, asked, frame } = opened();
    say(request("play", { id: 1 }), "null");
    frame.changed({ stride: "2" });
    await settle();
    expect(asked).toEqual([["play"]]);
    expect(told).toEqual([]);
  });
});

describe("answers", () => {
  test("carry the request's id, and say what went wrong", async () => {
    const { told, say } = opened();
    say(request("setState", { id: "s", payload: { stride: "2" } }));
    say(request("setTheme", { id: "t", payload: "dark" }));
    say(request("export", { id: "png", payload: "png" }));
    say(request("pause"));
    await settle();
    expect(told.map(({ message: { id, type, payload } }) => ({ id, type, payload }))).toEqual([
      { id: "s", type: "result", payload: { stride: "2" } },
      { id: "t", type: "result", payload: undefined },
      { id: "png", type: "error", payload: { message: "no picture here" } },
    ]);
  });
});

describe("a flood", () => {
  test("is obeyed 20 times a second, and the last of a kind wins", async () => {
    const { say, asked, told } = opened();
    for (let at = 0; at < 1000; at++) say(request("step", { id: at, payload: at }));
    say(request("pause", { id: "end" }));
    await settle();
    expect(asked).toHaveLength(20);
    await vi.advanceTimersByTimeAsync(999);
    expect(asked).toHaveLength(20);
    await vi.advanceTimersByTimeAsync(1);
    await settle();
    expect(asked.slice(20)).toEqual([["step", 999], ["pause"]]);
    const answered = told.map(({ message }) => message.id);
    expect(answered).toContain(999);
    expect(answered).toContain("end");
  });

  test("of malformed, oversized and foreign messages changes nothing and logs one line", async () => {
    const { say, own, page, asked, told } = opened();
    const long = "1,".repeat(40_000);
    const source = { postMessage: () => undefined };
    for (let at = 0; at < 10_000; at++) {
      if (at % 4 === 0) say(request("setState", { payload: { stride: { at } } }));
      if (at % 4 === 1) say(request("setState", { id: at, payload: { input: long } }));
      if (at % 4 === 2) say({ hello: at, source: at % 8 === 2 ? "webpack" : null });
      if (at % 4 === 3)
        own.dispatchEvent(arrival({ data: request("play"), origin: "https://evil.example", source }));
    }
    await settle();
    expect(page).toBeDefined();
    expect({ asked, told }).toEqual({ asked: [], told: [] });
    expect(warn).toHaveBeenCalledTimes(1);
    for (const other of others) expect(other).not.toHaveBeenCalled();
  });
});

test("a page of its own is neither told nor heard anything", () => {
  const { widget, asked } = recorder();
  const posted: unknown[] = [];
  const own = Object.assign(new EventTarget(), {
    postMessage: (message: unknown) => posted.push(message),
  }) as unknown as Window & { parent: unknown };
  own.parent = own as never;
  const frame = createFrame(own, widget);
  frame.ready();
  frame.resize(100);
  frame.changed({});
  frame.stepped(1);
  own.dispatchEvent(arrival({ data: request("play"), origin: "https://notes.example", source: own }));
  frame.stop();
  expect({ posted, asked }).toEqual({ posted: [], asked: [] });
});

test("after its end it neither tells nor hears", async () => {
  const { frame, say, told, asked } = opened();
  say(request("getState"));
  await settle();
  frame.stop();
  say(request("play"));
  frame.changed({ stride: "9" });
  await settle();
  expect({ asked, answers: told.length }).toEqual({ asked: [], answers: 1 });
});
