import { perAxis } from "./layer";
import { type LayerParameters, layerParameters, type Network } from "./network";
import type { ConvOptions, PerAxis } from "./options";
import { outputShape } from "./outputShape";
import { createRandom } from "./random";
import { requireIntegers } from "./requireIntegers";
import { cellCount, requireShape, requireTensor, type Tensor } from "./tensor";
import { type TrainStep, train } from "./train";

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
 * `weight −= learningRate · gradient`. Nothing is computed before it is asked for. Everything is computed in double
 * precision, whatever the type of the tensors.
 *
 * @throws RangeError at once if a shape does not fit, `validate` finds an error, the learning rate is not finite or the number
 *   of steps is not a whole number ≥ 0
 */
export function learnKernel(options: LearnOptions): IterableIterator<LearnStep> {
  const { input, target, learningRate, steps, bias = null, reduction = "sum" } = options;
  const weight = options.weight ?? initialWeight(options);
  requireTensor("weight", weight);
  if (bias) requireShape("bias", bias, [weight.shape[0] as number]);
  const network = [{ ...options, weightShape: weight.shape, bias: bias !== null }];
  const parameters = Float64Array.from([...weight.data, ...(bias ? bias.data : [])]);
  const optimizer = { kind: "sgd" } as const;
  return inTensors(
    network,
    train({ network, input, target, reduction, parameters, optimizer, learningRate, steps }),
  );
}

function* inTensors(
  network: Network,
  steps: Iterable<TrainStep>,
): Generator<LearnStep, undefined, undefined> {
  const tensorsOf = (flat: Float64Array) => layerParameters(network, flat)[0] as LayerParameters;
  for (const { step, loss, gradient, parameters } of steps)
    yield { step, loss, gradient: tensorsOf(gradient), ...tensorsOf(parameters) };
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
