import type { Op, PaddingMode, Pads, SameConvention } from "../core/options";
import type { Tensor } from "../core/tensor";
import type { Training } from "./training";

/** Exact numbers as the user gave them: double precision. */
export type Grid = Tensor<Float64Array>;

export type Activation = "none" | "relu";

/** Padding as chosen: cells per side and axis, or a rule that keeps the size. */
export type PaddingChoice = readonly Pads[] | { readonly same: SameConvention };

/** One layer; every list has one entry per spatial axis, outermost first. */
export interface Layer {
  readonly op: Op;
  /** `[outChannels, inChannels / groups, …kernelSize]` */
  readonly weight: Grid;
  /** One number per output channel. */
  readonly bias: readonly number[];
  readonly stride: readonly number[];
  readonly padding: PaddingChoice;
  readonly paddingMode: PaddingMode;
  readonly dilation: readonly number[];
  readonly groups: number;
  readonly activation: Activation;
}

/** What the user made, and nothing that can be derived from it. Always valid. */
export interface ConvDocument {
  /** `[1, channels, …spatial]` */
  readonly input: Grid;
  readonly layers: readonly [Layer, ...Layer[]];
  /** How a layer learns its kernel, once that has been chosen. */
  readonly training?: Training;
}
