import { expect, test } from "vitest";
import { frameState } from "../../src/embed/frameState";

test("a frame opens with its data, then its query, then its fragment", () => {
  expect(
    frameState({
      data: '{"stride":"1","padding":"1","theme":"dark"}',
      search: "?stride=2&padding=2&utm_source=mail",
      hash: "#stride=3&wher%65=here",
    }),
  ).toEqual({ stride: "3", padding: "2", theme: "dark", where: "here" });
});

test("data that is no record of text says nothing", () => {
  for (const data of ["", "{", "null", "3", '{"stride":2}', "[1]"])
    expect(frameState({ data, search: "", hash: "" })).toEqual({});
});

test("the names of every object are keys like others", () => {
  const state = frameState({ data: '{"__proto__":"a"}', search: "", hash: "#constructor=b" });
  expect(Object.entries(state)).toEqual([
    ["__proto__", "a"],
    ["constructor", "b"],
  ]);
  expect(Object.getPrototypeOf(state)).toBe(Object.prototype);
});
