import { isPool } from "../core/layer";
import type { ConvDocument, Grid } from "../model/document";
import { gradientOf } from "../model/gradient";
import { dimsOf, withLayer } from "../model/layer";
import type { FactValue } from "../model/lesson";
import { params } from "../model/params";
import { backwardOf } from "./backward";
import { centreOfMass } from "./centreOfMass";
import type { Fact } from "./lessonMoment";
import { nestedNumbers } from "./nestedNumbers";
import { differences } from "./stackCollapse";
import { movedGrid } from "./stackShift";
import { traceOf } from "./trace";

/** What a lesson can ask about what the first layer makes of its input, and what comes back through it. */
export const outputFacts = {
  /** The output's numbers, after the activation: rows of columns; in 1-D one list; channels and slices as lists around them */
  output: ({ document }) => nested(document, outputOf(document)),
  ...Object.fromEntries(
    Array.from({ length: params.outChannels.max }, (_, channel): [string, Fact] => [
      `outputChannel${channel}`,
      ({ document }) => channelNumbers(document, channel),
    ]),
  ),
  nonZeroOutputs: ({ document }) =>
    outputOf(document).data.reduce((count, value) => (value ? count + 1 : count), 0),
  largestOutput: ({ document }) => Math.max(...outputOf(document).data),
  smallestOutput: ({ document }) => Math.min(...outputOf(document).data),
  /** How many outputs are what they were when the step began; none where the output's size is another */
  sameOutputs: (now, before) => {
    const [output, other] = [outputOf(now.document), outputOf(before.document)];
    if (String(output.shape) !== String(other.shape)) return undefined;
    return output.data.length - differences(output, other).length;
  },
  changedOutputs: (now, before) => {
    const [output, other] = [outputOf(now.document), outputOf(before.document)];
    if (String(output.shape) !== String(other.shape)) return undefined;
    return differences(output, other).length;
  },
  /** How the outputs of cross-correlation and convolution with this kernel differ: `none`, `sign`, `other` */
  flipDifference: ({ document }) => flipDifference(document),
  /** Where the input's numbers have their middle, each weighing what it is: along each axis, of channel 0 */
  inputCentre: ({ document }) => centreOfMass(document.input),
  outputCentre: ({ document }) => centreOfMass(outputOf(document)),
  /** Whether the output moves a cell along, wherever it can be compared, when the input moves a cell to the right or the left */
  movesAlong: ({ document }) => [1, -1].every((by) => movesBy(document, by)),
  /** How a loss changes with each output */
  gradient: ({ document }) => nested(document, gradientOf(document)),
  /** How it changes with each input, each weight, each bias */
  inputGradient: ({ document }) =>
    nested(document, { shape: document.input.shape, data: backwardOf(document).input }),
  weightGradient: ({ document }) => {
    const { weight } = backwardOf(document);
    return weight ? nested(document, { shape: document.layers[0].weight.shape, data: weight }) : undefined;
  },
  biasGradient: ({ document }) => {
    const { bias } = backwardOf(document);
    return bias ? [...bias] : undefined;
  },
} as const satisfies Readonly<Record<string, Fact>>;

function outputOf(document: ConvDocument): Grid {
  return { shape: gradientOf(document).shape, data: traceOf(document).values };
}

function nested(document: ConvDocument, { shape, data }: Grid): FactValue {
  return nestedNumbers(shape, data, dimsOf(document));
}

function channelNumbers(document: ConvDocument, channel: number): FactValue | undefined {
  const { shape, data } = outputOf(document);
  const [, channels = 1, ...sizes] = shape;
  if (channel >= channels) return undefined;
  const cells = data.length / channels;
  return nested(document, { shape: sizes, data: data.subarray(channel * cells, (channel + 1) * cells) });
}

function flipDifference(document: ConvDocument): FactValue | undefined {
  const { op } = document.layers[0];
  if (isPool(op) || op === "transposed") return undefined;
  const other = withLayer(document, { op: op === "conv" ? "conv-flipped" : "conv" });
  const [output, turned] = [outputOf(document), outputOf(other)];
  if (differences(output, turned).length === 0) return "none";
  const negated = { ...turned, data: turned.data.map((value) => -value) };
  return differences(output, negated).length === 0 ? "sign" : "other";
}

function movesBy(document: ConvDocument, by: number): boolean {
  const shift = Array.from({ length: dimsOf(document) }, (_, axis) =>
    axis === dimsOf(document) - 1 ? by : 0,
  );
  const was = outputOf(document);
  const is = outputOf({ ...document, input: movedGrid(document.input, shift) });
  const expected = movedGrid(was, shift);
  const columns = was.shape.at(-1) ?? 1;
  // What enters with the zeros at one side, nothing can be held against.
  const entered = by > 0 ? 0 : columns - 1;
  return differences(is, expected).every((at) => at % columns === entered);
}
