import fc from "fast-check";
import { conv } from "../../src/core/conv";
import { flipKernel } from "../../src/core/flipKernel";
import { outputShape } from "../../src/core/outputShape";
import type { SquaredErrorProblem } from "../../src/core/squaredError";
import { cellCount, type Tensor, tensorFrom } from "../../src/core/tensor";
import { convCase, tensorOf } from "./specs";

const rows = (row: readonly number[], count: number) =>
  tensorFrom([1, 1, count, row.length], new Array(count).fill(row).flat());

const one = [{ weightShape: [1, 1, 1, 2], bias: false }];

/** The notes' experiment: an image of ones with four black columns, and what (1, −1) makes of it. */
export const notes: SquaredErrorProblem = {
  network: one,
  input: rows([1, 1, 0, 0, 0, 0, 1, 1], 6),
  target: rows([0, 1, 0, 0, 0, -1, 0], 6),
  reduction: "sum",
};

export const blankPage: SquaredErrorProblem = {
  ...notes,
  input: rows([1, 1, 1, 1, 1, 1, 1, 1], 6),
  target: rows([0, 0, 0, 0, 0, 0, 0], 6),
};

export const blackColumn: SquaredErrorProblem = {
  ...notes,
  input: rows([1, 1, 1, 0, 1, 1, 1, 1], 6),
  target: rows([0, 0, 1, -1, 0, 0, 0], 6),
};

export const twoByTwo: SquaredErrorProblem = {
  ...notes,
  network: [{ weightShape: [1, 1, 2, 2], bias: false }],
  target: rows([0, 1, 0, 0, 0, -1, 0], 5),
};

export interface Training {
  readonly problem: SquaredErrorProblem;
  readonly parameters: Float64Array;
}

/** One layer of any kind in whole numbers: its loss is a parabola along every parameter, and exact. */
export const oneLayer: fc.Arbitrary<Training> = fc
  .tuple(convCase, fc.boolean(), fc.boolean())
  .chain(([{ input, weight, bias, options }, flipped, withBias]) => {
    const network = [{ ...options, weightShape: weight.shape, bias: withBias, flipped }];
    const parameters = Float64Array.from([...weight.data, ...(withBias ? bias.data : [])]);
    return tensorOf(outputShape("conv", input.shape, { ...options, weightShape: weight.shape })).map(
      (target) => ({
        problem: { network, input, target, reduction: "sum" as const },
        parameters,
      }),
    );
  });

/**
 * Two layers with a ReLU between them. Biases that end in ½ keep every sum at least ½ from the bend, whole numbers being
 * all the rest.
 */
export const twoLayers: fc.Arbitrary<Training> = fc
  .tuple(convCase, fc.boolean(), fc.boolean())
  .chain(([{ input, weight, bias, options }, flipped, mean]) => {
    const hidden = outputShape("conv", input.shape, { ...options, weightShape: weight.shape });
    const spatial = hidden.slice(2);
    const mixing = [2, hidden[1] as number, ...spatial.map(() => 1)];
    const network = [
      { ...options, weightShape: weight.shape, bias: true, flipped, activation: "relu" as const },
      { weightShape: mixing, bias: true },
    ];
    return fc
      .tuple(tensorOf([hidden[0] as number, 2, ...spatial]), tensorOf(mixing), tensorOf([2]))
      .map(([target, mixer, offsets]) => ({
        problem: { network, input, target, reduction: mean ? ("mean" as const) : ("sum" as const) },
        parameters: Float64Array.from([
          ...weight.data,
          ...bias.data.map((value) => value + 0.5),
          ...mixer.data,
          ...offsets.data,
        ]),
      }));
  });

/** The squared error step by step, with nothing but `conv` and `flipKernel`. */
export function plainLoss(
  { network, input, target, reduction }: SquaredErrorProblem,
  parameters: Float64Array,
) {
  let at = 0;
  let read: Tensor = input;
  const next = (shape: readonly number[]) => {
    const start = at;
    at += cellCount(shape);
    return { shape, data: parameters.slice(start, at) };
  };
  for (const layer of network) {
    const weight = next(layer.weightShape);
    const bias = layer.bias ? next([layer.weightShape[0] as number]) : null;
    read = conv(read, layer.flipped ? flipKernel(weight) : weight, bias, layer);
    if (layer.activation === "relu") read = { ...read, data: read.data.map((sum) => Math.max(0, sum)) };
  }
  let squares = 0;
  for (let i = 0; i < target.data.length; i++)
    squares += ((read.data[i] as number) - (target.data[i] as number)) ** 2;
  return reduction === "mean" ? squares / target.data.length : squares;
}

/** The loss with some parameters moved. */
export function lossAt(
  { problem, parameters }: Training,
  moves: readonly (readonly [number, number])[],
): number {
  const moved = parameters.slice();
  for (const [i, by] of moves) moved[i] = (moved[i] as number) + by;
  return plainLoss(problem, moved);
}
