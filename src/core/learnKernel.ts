import { channelSums } from "./channelSums";
import { conv } from "./conv";
import { convWeightGradient } from "./convGradients";
import { perAxis } from "./layer";
import type { ConvOptions, PerAxis } from "./options";
import { outputShape } from "./outputShape";
import { createRandom } from "./random";
import { requireIntegers } from "./requireIntegers";
import { cellCount, requireShape, type Tensor, type TensorData, zeroData } from "./tensor";

export interface LearnOptions extends ConvOptions {
  /** `[N, Cin, …spatial]` */
  readonly input: Tensor;
  /** What `conv(input, weight, bias)` should give: `[N, Cout, …outputSize]`. */
  readonly target: Tensor;
  /** Where to start; random from `seed` when absent, then `kernelSize` is needed. */
  readonly weight?: Tensor;
  readonly kernelSize?: PerAxis;
  /** Where to start; null or absent: the layer has no bias. */
  readonly bias?: Tensor | null;
  readonly learningRate: number;
  /** Number of updates. */
  readonly steps: number;
  /** Whether the loss is the sum of the squared errors (when absent) or their mean. */
  readonly reduction?: "sum" | "mean";
  /** Of the initial weights: uniform in ±1/√(Cin/groups · kernel cells), the range PyTorch's layers start in. 0 when absent. */
  readonly seed?: number;
}

export interface LearnStep {
  /** 1 for the first update. */
  readonly step: number;
  /** Before the update. */
  readonly loss: number;
  /** Before the update. */
  readonly gradient: { readonly weight: Tensor; readonly bias: Tensor | null };
  /** After the update; a copy that later steps leave alone. */
  readonly weight: Tensor;
  /** After the update; null if the layer has none. */
  readonly bias: Tensor | null;
}

/**
 * Finds a kernel by gradient descent on the squared error: each step is
 * `weight −= learningRate · gradient`. Nothing is computed before it is asked for.
 *
 * @throws RangeError at once if a shape does not fit, `validate` finds an error, the learning rate is not finite or the number
 *   of steps is not a whole number ≥ 0
 */
export function learnKernel(options: LearnOptions): IterableIterator<LearnStep> {
  const { input, target, learningRate, steps, bias = null, reduction = "sum" } = options;
  requireIntegers({ steps }, 0);
  if (!Number.isFinite(learningRate))
    throw new RangeError(`learningRate must be a finite number, got ${learningRate}`);
  if (reduction !== "sum" && reduction !== "mean") {
    throw new RangeError(`reduction must be sum or mean, got ${String(reduction)}`);
  }
  const weight = options.weight ?? initialWeight(options);
  requireShape("target", target, outputShape("conv", input.shape, { ...options, weightShape: weight.shape }));
  if (bias) requireShape("bias", bias, [weight.shape[0] as number]);
  return descend(options, weight, bias, reduction === "mean" ? 1 / target.data.length : 1);
}

function* descend(
  options: LearnOptions,
  startWeight: Tensor,
  startBias: Tensor | null,
  share: number,
): Generator<LearnStep, undefined, undefined> {
  const { input, target, learningRate, steps } = options;
  let weight = startWeight;
  let bias = startBias;
  for (let step = 1; step <= steps; step++) {
    const output = conv(input, weight, bias, options);
    const errors = Float64Array.from(output.data, (value, i) => value - (target.data[i] as number));
    const loss = errors.reduce((sum, error) => sum + error * error, 0) * share;
    const gradOutput = { shape: output.shape, data: errors.map((error) => 2 * error * share) };
    const gradient = {
      weight: convWeightGradient(input, weight, gradOutput, options),
      bias: bias && channelSums(gradOutput),
    };
    weight = descended(weight, gradient.weight, learningRate);
    bias = bias && gradient.bias && descended(bias, gradient.bias, learningRate);
    yield { step, loss, gradient, weight, bias };
  }
}

function descended({ shape, data }: Tensor, gradient: Tensor, learningRate: number): Tensor {
  const next = zeroData<TensorData>(data, data.length);
  for (let i = 0; i < data.length; i++)
    next[i] = (data[i] as number) - learningRate * (gradient.data[i] as number);
  return { shape, data: next };
}

function initialWeight(options: LearnOptions): Tensor {
  const { input, target, kernelSize, groups = 1, seed = 0 } = options;
  if (kernelSize === undefined)
    throw new RangeError("learnKernel needs a weight or a kernelSize, got neither");
  requireIntegers({ seed }, 0);
  outputShape("conv", input.shape, { ...options, outChannels: target.shape[1] as number });
  const perGroup = (input.shape[1] as number) / groups;
  const kernel = perAxis(kernelSize, input.shape.length - 2);
  const shape = [target.shape[1] as number, perGroup, ...kernel];
  const bound = 1 / Math.sqrt(perGroup * cellCount(kernel));
  const random = createRandom(seed);
  return { shape, data: Float64Array.from({ length: cellCount(shape) }, () => (2 * random() - 1) * bound) };
}
