import { describe, expect, it } from "vitest";
import { pad } from "../../src/core/pad";
import { tensorFrom } from "../../src/core/tensor";

const square = tensorFrom([1, 1, 2, 2], [1, 2, 3, 4]);

describe("pad", () => {
  it("adds a value around the last axes", () => {
    expect(
      pad(
        square,
        [
          [0, 1],
          [1, 0],
        ],
        "zeros",
        9,
      ),
    ).toEqual(tensorFrom([1, 1, 3, 3], [9, 1, 2, 9, 3, 4, 9, 9, 9]));
  });

  it("pads any axis, channels too", () => {
    expect(
      pad(
        square,
        [
          [0, 0],
          [1, 0],
          [0, 0],
          [0, 0],
        ],
        "replicate",
      ),
    ).toEqual(tensorFrom([1, 2, 2, 2], [1, 2, 3, 4, 1, 2, 3, 4]));
  });

  it.each([
    [[[0, -1]], "zeros", 0, "Padding cannot be negative, got -1"],
    [[[0, 0.5]], "zeros", 0, "Padding must be a whole number of at least 0, got 0.5"],
    [[[2, 0]], "reflect", 0, "Reflect padding must be smaller than the input (at most 1), got 2"],
    [[[0, 3]], "circular", 0, "Circular padding can be at most the input size (2), got 3"],
    [[[0, 1]], "circular", 5, "Padding mode circular takes no value, got 5"],
  ] as const)("refuses %j in mode %s with value %d", (pads, mode, value, message) => {
    expect(() => pad(square, pads, mode, value)).toThrow(new RangeError(message));
  });

  it("refuses more pads than axes and a tensor too large to hold", () => {
    expect(() =>
      pad(tensorFrom([1], [1]), [
        [0, 0],
        [0, 0],
      ]),
    ).toThrow("pads has 2 axes, the input has 1");
    expect(() => pad(square, [[0, 1e9]])).toThrow(RangeError);
  });
});
