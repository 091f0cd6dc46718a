import type { Op, PaddingMode, Pads, SameConvention } from "../core/options";
import type { Tensor } from "../core/tensor";
import type { Training } from "./training";

/** Exact numbers as the user gave them: double precision. */
export type Grid = Tensor<Float64Array>;

export type Activation = "none" | "relu";

/** Padding as chosen: cells per side and axis, or a rule that keeps the size. */
export type PaddingChoice = readonly Pads[] | { readonly same: SameConvention };

/**
 * One layer; every list has one entry per spatial axis, outermost first. What an operation does not use stays as it was,
 * so that changing the operation and changing it back loses nothing.
 */
export interface Layer {
  readonly op: Op;
  /**
   * `[outChannels, inChannels / groups, …kernelSize]`; transposed `[inChannels, outChannels / groups, …kernelSize]`. Pooling
   * uses the size of its kernel alone, as its window.
   */
  readonly weight: Grid;
  /** One number per output channel; pooling uses none. */
  readonly bias: readonly number[];
  readonly stride: readonly number[];
  readonly padding: PaddingChoice;
  readonly paddingMode: PaddingMode;
  readonly dilation: readonly number[];
  readonly groups: number;
  readonly activation: Activation;
  /** Of a transposed layer: cells added after each axis of the output. */
  readonly outputPadding: readonly number[];
  /** Of pooling: whether a window that overhangs the end counts. */
  readonly ceilMode: boolean;
  /** Of average pooling: whether padding counts in the divisor. */
  readonly countIncludePad: boolean;
}

/** What the user made, and nothing that can be derived from it. Always valid. */
export interface ConvDocument {
  /** `[1, channels, …spatial]` */
  readonly input: Grid;
  readonly layers: readonly [Layer, ...Layer[]];
  /** How a layer learns its kernel, once that has been chosen. */
  readonly training?: Training;
  /** How a loss changes with each output, `[1, Cout, …spatial]`, once that has been chosen; all ones when absent. */
  readonly gradient?: Grid;
  /** What the columns of the input stand for, such as the words of a sentence. */
  readonly words?: readonly string[];
  /** A second stack, to be held against the layers: its numbers play no part. */
  readonly comparison?: readonly Layer[];
}
