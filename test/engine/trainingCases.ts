import { tensorFrom } from "../../src/core/tensor";
import type { TrainOptions } from "../../src/core/train";

/** The notes' image: 6 × 8 ones with columns 2 to 5 black. */
const EDGES = Array.from({ length: 6 }, () => [1, 1, 0, 0, 0, 0, 1, 1]);

/** The notes' recipe: the edge map of [[1, −1]], from zeros, sum of squares, 0.03, 10 updates. */
export function notes(change: Partial<TrainOptions> = {}): TrainOptions {
  const edges = EDGES.map((row) => row.slice(1).map((value, i) => (row[i] as number) - value));
  return {
    network: [{ weightShape: [1, 1, 1, 2], bias: false }],
    input: tensorFrom([1, 1, 6, 8], EDGES.flat()),
    target: tensorFrom([1, 1, 6, 7], edges.flat()),
    reduction: "sum",
    parameters: new Float64Array(2),
    optimizer: { kind: "sgd" },
    learningRate: 0.03,
    steps: 10,
    ...change,
  };
}

/** 28 × 28 numbers, a 5 × 5 kernel and 1,000 updates: more than is done at once. */
export function large(change: Partial<TrainOptions> = {}): TrainOptions {
  const input = Array.from({ length: 28 * 28 }, (_, i) => ((i * 7 + Math.floor(i / 28) * 3) % 10) / 10);
  return notes({
    network: [{ weightShape: [1, 1, 5, 5], bias: false }],
    input: tensorFrom([1, 1, 28, 28], input),
    target: tensorFrom(
      [1, 1, 24, 24],
      Array.from({ length: 24 * 24 }, (_, i) => (i % 5) - 2),
    ),
    reduction: "mean",
    parameters: new Float64Array(25),
    optimizer: { kind: "adam" },
    learningRate: 0.01,
    steps: 1000,
    ...change,
  });
}
