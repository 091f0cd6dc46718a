import fc from "fast-check";
import type { Op } from "../../src/core/options";
import type { ConvDocument } from "../../src/model/document";
import { gridOf } from "../../src/model/grid";
import { trainingProblem } from "../../src/model/trainingProblem";
import { evenPads, filled } from "../trace/documents";
import { learning } from "../trace/trainings";

const between = (min: number, max: number) => fc.integer({ min, max });
const pair = (min: number, max: number) => fc.tuple(between(min, max), between(min, max));

/** Documents that learn, of every size that the page allows; their numbers play no part. */
export const trainingShapes: fc.Arbitrary<ConvDocument> = fc
  .record({
    input: fc.oneof(pair(1, 16), pair(1, 64)),
    kernelSize: pair(1, 7),
    padding: pair(0, 3),
    stride: fc.oneof(fc.constant<[number, number]>([1, 1]), pair(1, 4)),
    op: fc.constantFrom<Op[]>("conv", "conv-flipped"),
    hidden: fc.constantFrom(0, 0, 1, 4),
    withBias: fc.boolean(),
  })
  .map(({ input, kernelSize, padding, stride, op, hidden, withBias }) => {
    const [rows, columns] = kernelSize;
    const weight = gridOf(filled(rows, columns, (row, column) => row - column));
    const document = learning(
      filled(input[0], input[1], (row, column) => (row * 7 + column * 3) % 3),
      { kernelSize, hidden, withBias, target: { kind: "kernel", weight } },
    );
    const [layer] = document.layers;
    return {
      ...document,
      layers: [{ ...layer, op, stride, padding: evenPads(padding[0], padding[1]) }],
    } as const;
  })
  .filter((document) => trainingProblem(document) === null);
