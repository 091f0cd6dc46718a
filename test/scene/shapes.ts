import fc from "fast-check";
import type { Op, PaddingMode } from "../../src/core/options";
import type { ConvDocument } from "../../src/model/document";
import { errorsOf } from "../../src/model/problems";
import type { Box } from "../../src/scene/layout";
import { documentWith, filled } from "../trace/documents";

const between = (min: number, max: number) => fc.integer({ min, max });
const pair = (min: number, max: number) => fc.tuple(between(min, max), between(min, max));

/** Documents of every size that the page allows; their numbers play no part. */
export const shapes: fc.Arbitrary<ConvDocument> = fc
  .record({
    input: pair(1, 64),
    kernel: pair(1, 11),
    stride: fc.oneof(fc.constant<[number, number]>([1, 1]), pair(1, 8)),
    dilation: fc.oneof(fc.constant<[number, number]>([1, 1]), pair(1, 8)),
    padding: fc.tuple(pair(0, 16), pair(0, 16)),
    paddingMode: fc.constantFrom<PaddingMode[]>("zeros", "replicate"),
    op: fc.constantFrom<Op[]>("conv", "conv-flipped"),
    bias: fc.constantFrom(0, -2.5),
    activation: fc.constantFrom("none" as const, "relu" as const),
  })
  .map(({ input, kernel, ...layer }) =>
    documentWith({
      ...layer,
      input: filled(input[0], input[1], (row, column) => (row * 7 + column * 3) % 10),
      kernel: filled(kernel[0], kernel[1], (row, column) => row - column),
    }),
  )
  .filter((document) => errorsOf(document).length === 0);

/** Rooms from the narrowest phone to a large screen; below 640 the height is free. */
export const boxes: fc.Arbitrary<Box> = fc.oneof(
  between(288, 639).map((width) => ({ width, height: 0, large: false })),
  fc.record({ width: between(640, 1900), height: between(400, 900), large: fc.constant(false) }),
  fc.record({ width: between(900, 1900), height: between(600, 1000), large: fc.constant(true) }),
);
