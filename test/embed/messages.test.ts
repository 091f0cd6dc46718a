import { describe, expect, test } from "vitest";
import { MAX_MESSAGE, readPageMessage } from "../../src/embed/messages";
import { request } from "./joined";

describe("what a page may ask", () => {
  test.each([
    [request("getState"), { type: "getState" }],
    [request("play", { id: 7 }), { type: "play", id: 7 }],
    [request("pause", { id: "a" }), { type: "pause", id: "a" }],
    [request("step"), { type: "step", payload: { by: 1 } }],
    [request("step", { payload: 4 }), { type: "step", payload: 4 }],
    [request("step", { payload: { by: -2 } }), { type: "step", payload: { by: -2 } }],
    [request("export", { payload: "svg" }), { type: "export", payload: "svg" }],
    [request("setTheme", { payload: "dark" }), { type: "setTheme", payload: "dark" }],
  ])("%j is understood", (data, message) => {
    expect(readPageMessage(data)).toEqual(message);
  });

  test("a state has text, numbers, switches, nothing and grids of numbers", () => {
    const payload = {
      stride: 2,
      padding: "1:0,0:0",
      play: true,
      step: null,
      kernel: [
        [0, 1],
        [2, 3],
      ],
    };
    expect(readPageMessage(request("setState", { payload }))).toEqual({ type: "setState", payload });
  });
});

describe("what does nothing", () => {
  const circle: unknown[] = [];
  circle.push(circle);
  const deep = JSON.parse("[".repeat(5000) + "]".repeat(5000));
  test.each([
    ["nothing", undefined],
    ["text", "convscope"],
    ["another program's message", { source: "other", v: 1, type: "play" }],
    ["another version", { source: "convscope", v: 2, type: "play" }],
    ["no type", { source: "convscope", v: 1 }],
    ["a type of the other direction", request("ready")],
    ["a name of every object", request("constructor")],
    ["play with a payload", request("play", { payload: {} })],
    ["no state", request("setState")],
    ["a state of text", request("setState", { payload: "stride=2" })],
    ["a state in a list", request("setState", { payload: [["stride", 2]] })],
    ["a number that is none", request("setState", { payload: { stride: Number.NaN } })],
    ["a nested record", request("setState", { payload: { stride: { rows: 2 } } })],
    ["a grid with words", request("setState", { payload: { input: [["one"]] } })],
    ["an infinite step", request("step", { payload: Number.POSITIVE_INFINITY })],
    ["a step of text", request("step", { payload: "4" })],
    ["another kind of picture", request("export", { payload: "exe" })],
    ["another theme", request("setTheme", { payload: "javascript:" })],
    ["an id that is a record", request("play", { id: {} })],
    ["a long id", request("play", { id: "x".repeat(101) })],
    ["a buffer", request("setState", { payload: { input: new Float64Array(4) } })],
    ["a map", request("setState", { payload: { input: new Map() } })],
    ["a circle", request("setState", { payload: { input: circle } })],
    ["a deep list", request("setState", { payload: { input: deep } })],
    ["a list of holes", request("setState", { payload: { input: new Array(2 ** 31) } })],
  ])("%s", (_, data) => {
    expect(readPageMessage(data)).toBeNull();
  });
});

test("a message may have as many bytes as its limit, and not one more", () => {
  const ofBytes = (bytes: number, letter: string) => {
    const message = (text: string) => request("setState", { payload: { input: text } });
    const around = JSON.stringify(message("")).length;
    return message(letter.repeat((bytes - around) / new TextEncoder().encode(letter).length));
  };
  // What surrounds the text may be counted up to a few bytes otherwise than JSON writes it.
  expect(readPageMessage(ofBytes(MAX_MESSAGE - 20, "1"))).not.toBeNull();
  expect(readPageMessage(ofBytes(MAX_MESSAGE + 20, "1"))).toBeNull();
  expect(readPageMessage(ofBytes(MAX_MESSAGE + 20, "−"))).toBeNull();
  const many = Object.fromEntries(Array.from({ length: MAX_MESSAGE / 8 }, (_, at) => [`k${at}`, 1]));
  expect(readPageMessage(request("setState", { payload: many }))).toBeNull();
});
