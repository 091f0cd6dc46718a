import { describe, expect, test } from "vitest";
import { torchReply } from "../../src/export/torchReply";
import type { Layer } from "../../src/model/document";
import { layerWith, type Nested } from "../trace/documents";

/** Nested zeros of a shape. */
function zeros([size = 1, ...others]: readonly number[]): Nested {
  return Array.from({ length: size }, () => (others.length > 0 ? zeros(others) : 0));
}

const layer = (
  input: readonly number[],
  weight: readonly number[],
  change: Partial<Omit<Layer, "weight">> = {},
) => layerWith({ input: zeros(input), weight: zeros(weight), ...change });

const square = (cells: number) => [[cells, cells] as const, [cells, cells] as const];

// Every answer below is what PyTorch 1.13 said.
const notes = layer([1, 8, 8], [1, 1, 3, 3], { padding: square(1) });

describe("a 2-D layer with one channel, as in the notes", () => {
  test("takes batch and channels, or the channels alone", () => {
    expect(torchReply(notes, [1, 1, 8, 8])).toEqual({ output: [1, 1, 8, 8] });
    expect(torchReply(notes, [1, 8, 8])).toEqual({ output: [1, 8, 8] });
  });

  test("refuses a plain 8 × 8", () => {
    expect(torchReply(notes, [8, 8])).toEqual({
      refusal: "Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [8, 8]",
    });
  });

  test("reads 8 of (8, 1, 8) as channels", () => {
    expect(torchReply(notes, [8, 1, 8])).toEqual({
      refusal:
        "Given groups=1, weight of size [1, 1, 3, 3], expected input[1, 8, 1, 8] to have 1 channels, but got 8 channels instead",
    });
  });

  test("with padding on one side, speaks of what has been padded", () => {
    const uneven = layer([1, 8, 8], [1, 1, 2, 2], {
      padding: [
        [1, 0],
        [0, 1],
      ],
    });
    expect(torchReply(uneven, [8, 8]).refusal).toBe(
      "Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [9, 9]",
    );
    expect(torchReply(uneven, [8, 1, 8]).refusal).toBe(
      "Given groups=1, weight of size [1, 1, 2, 2], expected input[1, 8, 2, 9] to have 1 channels, but got 8 channels instead",
    );
  });
});

describe("other layers", () => {
  test("in groups", () => {
    expect(torchReply(layer([2, 5, 5], [4, 1, 3, 3], { groups: 2 }), [5, 5, 2]).refusal).toBe(
      "Given groups=2, weight of size [4, 1, 3, 3], expected input[1, 5, 5, 2] to have 2 channels, but got 5 channels instead",
    );
  });

  test("take channels in the wrong place where the numbers happen to agree", () => {
    expect(torchReply(layer([3, 3, 8], [4, 3, 3, 3], { padding: square(1) }), [3, 8, 3])).toEqual({
      output: [4, 8, 3],
    });
  });

  test("or say that the kernel is too large for what is left", () => {
    expect(torchReply(layer([8, 8, 8], [4, 8, 3, 3], { dilation: [2, 2] }), [8, 1, 8]).refusal).toBe(
      "Calculated padded input size per channel: (1 x 8). Kernel size: (5 x 5). Kernel size can't be greater than actual input size",
    );
  });

  test("along one axis: five words of four numbers each", () => {
    const text = layer([4, 5], [2, 4, 3]);
    expect(torchReply(text, [4, 5])).toEqual({ output: [2, 3] });
    expect(torchReply(text, [1, 4, 5])).toEqual({ output: [1, 2, 3] });
    expect(torchReply(text, [5, 4]).refusal).toBe(
      "Given groups=1, weight of size [2, 4, 3], expected input[1, 5, 4] to have 4 channels, but got 5 channels instead",
    );
    expect(torchReply(text, [5]).refusal).toBe(
      "Expected 2D (unbatched) or 3D (batched) input to conv1d, but got input of size: [5]",
    );
  });

  test("along three axes", () => {
    expect(torchReply(layer([1, 3, 4, 4], [1, 1, 2, 1, 1]), [3, 4, 4]).refusal).toBe(
      "Expected 4D (unbatched) or 5D (batched) input to conv3d, but got input of size: [3, 4, 4]",
    );
  });

  test("transposed", () => {
    const back = layer([1, 8, 8], [1, 1, 3, 3], { op: "transposed", stride: [2, 2] });
    expect(torchReply(back, [1, 8, 8])).toEqual({ output: [1, 17, 17] });
    expect(torchReply(back, [8, 8]).refusal).toBe(
      "Expected 3D (unbatched) or 4D (batched) input to conv_transpose2d, but got input of size: [8, 8]",
    );
    expect(torchReply(back, [8, 1, 8]).refusal).toBe(
      "Given transposed=1, weight of size [1, 1, 3, 3], expected input[1, 8, 1, 8] to have 1 channels, but got 8 channels instead",
    );
    const cut = layer([8, 8, 8], [8, 1, 1, 1], { op: "transposed", padding: square(1) });
    expect(torchReply(cut, [8, 1, 8]).refusal).toBe(
      "Given input size per channel: (1 x 8). Calculated output size per channel: (-1 x 6). Output size is too small",
    );
  });

  test("pooling has no weights to speak of", () => {
    const pool = layer([1, 4, 4], [1, 1, 2, 2], { op: "max-pool" });
    expect(() => torchReply(pool, [4, 4])).toThrow(RangeError);
  });
});
