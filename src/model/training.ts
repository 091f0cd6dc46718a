import { conv } from "../core/conv";
import { flipKernel } from "../core/flipKernel";
import type { Network, NetworkLayer } from "../core/network";
import { createRandom } from "../core/random";
import { samePadding } from "../core/samePadding";
import { defaultTraining } from "./defaultTraining";
import type { ConvDocument, Grid } from "./document";
import { fastestRate } from "./fastestRate";
import { dimsOf, inChannelsOf, inputSizeOf, isSame } from "./layer";
import { resizedGrid } from "./resizedGrid";
import { channelsIn, learnKernelSize, maxLearningRate } from "./trainingErrors";

/**
 * The parameters before the first update: all 0; `torch.rand`'s [0, 1); `nn.Conv2d`'s ±1/√(inputs of an output), both from
 * the seed; or as they were given.
 */
export type StartRule = "zeros" | "rand" | "uniform" | "given";

/** What is to be predicted: what a kernel makes of the input (cross-correlation, no bias), or numbers typed by hand. */
export type Target =
  | {
      readonly kind: "kernel";
      /** `[channels, 1, rows, columns]`, of the size of the kernel that learns */
      readonly weight: Grid;
    }
  | {
      readonly kind: "values";
      /** `[1, channels, rows, columns]` */
      readonly values: Grid;
    };

/** How a layer learns its kernel from the document's input. What is not here, it takes from the first layer. */
export interface Training {
  readonly target: Target;
  /** Cells, 1–7 each. */
  readonly kernelSize: readonly [rows: number, columns: number];
  /** 0: one layer. 1–4: that many kernels, ReLU, and a 1×1 layer that mixes them. */
  readonly hidden: number;
  readonly withBias: boolean;
  readonly start: StartRule;
  /** For `given`: all parameters, in the network's flat order; else empty. */
  readonly startValues: readonly number[];
  /** 0–999999 */
  readonly seed: number;
  readonly optimizer: "sgd" | "momentum" | "adam";
  /** 0–0.999 */
  readonly momentum: number;
  /** Above 0, at most 1000. */
  readonly learningRate: number;
  /** Whether the loss is the sum of the squared errors or their mean. */
  readonly reduction: "sum" | "mean";
  /** Updates, 1–10000. */
  readonly steps: number;
}

/** Output channels of the target, 1–4. */
export function channelsOf({ target }: Training): number {
  return channelsIn(target);
}

const derived = new WeakMap<Grid, WeakMap<object, Training>>();

/**
 * The document's training, or one that learns what Explore shows: from zeros, by plain descent on the sum of squares, at
 * the fastest rate of this input. The same one for the same input and layer.
 */
export function trainingOf({ input, layers, training }: ConvDocument): Training {
  if (training) return training;
  if (!isLearnable({ input, layers })) return defaultTraining;
  const ofInput = derived.get(input) ?? new WeakMap<object, Training>();
  derived.set(input, ofInput);
  const made = ofInput.get(layers[0]) ?? fromExplore({ input, layers });
  ofInput.set(layers[0], made);
  return made;
}

/** Whether Learn works on a document's layer: a 2-D convolution of one channel; of several kernels it takes the first. */
export function isLearnable(document: ConvDocument): boolean {
  const [{ op, groups }] = document.layers;
  const isConv = op === "conv" || op === "conv-flipped";
  return isConv && groups === 1 && dimsOf(document) === 2 && inChannelsOf(document) === 1;
}

function fromExplore(document: ConvDocument): Training {
  const weight = exploreKernel(document);
  const [, , rows = 1, columns = 1] = weight.shape;
  const training: Training = {
    ...defaultTraining,
    target: { kind: "kernel", weight },
    kernelSize: [rows, columns],
  };
  const task = {
    network: networkOf(document, training),
    input: document.input,
    target: targetValues(document, training),
    reduction: training.reduction,
  };
  const rate = fastestRate(task) ?? training.learningRate;
  return { ...training, learningRate: Math.min(rate, maxLearningRate) };
}

/** The kernel whose cross-correlation makes what Explore shows, without bias and activation; cut to what can be learned. */
export function exploreKernel({ layers: [{ op, weight }] }: ConvDocument): Grid {
  const [, , rows = 1, columns = 1] = weight.shape;
  const turned = op === "conv-flipped" ? flipKernel(weight) : weight;
  const { max } = learnKernelSize;
  return resizedGrid(turned, [1, 1, Math.min(rows, max), Math.min(columns, max)]);
}

/** The layers that learn: kernels with the settings of the document's first layer, then with hidden ones their mixture. */
export function networkOf(document: ConvDocument, training: Training): Network {
  const { hidden, kernelSize, withBias } = training;
  const [{ op, stride, dilation, paddingMode, padding }] = document.layers;
  const channels = channelsOf(training);
  const first: NetworkLayer = {
    weightShape: [hidden || channels, 1, ...kernelSize],
    bias: withBias,
    stride,
    dilation,
    paddingMode,
    padding: isSame(padding)
      ? inputSizeOf(document).map((size, axis) =>
          samePadding(
            size,
            {
              kernelSize: kernelSize[axis] ?? 1,
              stride: stride[axis] ?? 1,
              dilation: dilation[axis] ?? 1,
            },
            padding.same,
          ),
        )
      : padding,
    flipped: op === "conv-flipped",
    activation: hidden ? "relu" : "none",
  };
  return hidden ? [first, { weightShape: [channels, hidden, 1, 1], bias: withBias }] : [first];
}

/**
 * What the network is to predict: `[1, channels, rows, columns]`.
 *
 * @throws RangeError if a target kernel does not fit the padded input
 */
export function targetValues(document: ConvDocument, training: Training): Grid {
  const { target } = training;
  if (target.kind === "values") return target.values;
  const [layer] = networkOf(document, training);
  return conv(document.input, target.weight, null, layer);
}

/** All parameters before the first update, in the network's flat order. */
export function startParameters({ start, startValues, seed }: Training, network: Network): Float64Array {
  if (start === "given") return Float64Array.from(startValues);
  const random = createRandom(seed);
  return Float64Array.from(
    network.flatMap(({ weightShape, bias }) => {
      const [outputs = 1, ...inputs] = weightShape;
      const fanIn = inputs.reduce((product, size) => product * size, 1);
      const bound = 1 / Math.sqrt(fanIn);
      const first = () => (start === "zeros" ? 0 : start === "rand" ? random() : (2 * random() - 1) * bound);
      return Array.from({ length: outputs * (fanIn + (bias ? 1 : 0)) }, first);
    }),
  );
}
