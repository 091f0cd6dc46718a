import type { Op, PaddingMode } from "../core/options";
import type { Activation } from "./document";

/** A parameter that is a number, or one per axis. */
export interface NumberParam {
  readonly kind: "integer" | "real";
  readonly name:
    | "inputSize"
    | "kernelSize"
    | "stride"
    | "padding"
    | "dilation"
    | "bias"
    | "inChannels"
    | "outChannels"
    | "groups"
    | "outputPadding";
  readonly perAxis: boolean;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** Its key in the address; null where other keys say it (the size of the input is that of its numbers). */
  readonly key: string | null;
  /** Message key of its name. */
  readonly label: string;
}

/** A parameter that is one of several words. */
export interface ChoiceParam<Word extends string = string> {
  readonly kind: "choice";
  readonly name: "op" | "paddingMode" | "activation";
  readonly words: readonly [Word, ...Word[]];
  /** Words of the address that are good ones, but that this release cannot show. */
  readonly later: readonly string[];
  readonly key: string;
  readonly label: string;
}

/** Longest axis of an output: what a convolution with the most padding makes of the longest input. */
export const OUTPUT_SIZE = 96;

/** Every number in a grid, and the bias, lies within ± this. */
export const MAX_ENTRY = 1e6;

export const inputSize = integer("inputSize", null, 1, 64, 3);
export const kernelSize = integer("kernelSize", "kernel-size", 1, 11, 2);
const stride = integer("stride", "stride", 1, 8, 1);
/** Cells per side. */
export const padding = integer("padding", "padding", 0, 16, 0);
const dilation = integer("dilation", "dilation", 1, 8, 1);
const inChannels = { ...integer("inChannels", "in-channels", 1, 16, 1), perAxis: false };
const outChannels = { ...integer("outChannels", "out-channels", 1, 16, 1), perAxis: false };
const groups = { ...integer("groups", "groups", 1, 16, 1), perAxis: false };
/** Of a transposed layer: cells added after its output; always less than the stride or the dilation. */
const outputPadding = integer("outputPadding", "output-padding", 0, 7, 0);

const bias: NumberParam = {
  kind: "real",
  name: "bias",
  perAxis: false,
  min: -MAX_ENTRY,
  max: MAX_ENTRY,
  default: 0,
  key: "bias",
  label: "param.bias",
};

/** The first word of a choice is its default. */
export const op: ChoiceParam<Op> = {
  kind: "choice",
  name: "op",
  words: ["conv", "conv-flipped", "transposed", "max-pool", "avg-pool"],
  later: [],
  key: "op",
  label: "param.op",
};

export const paddingMode: ChoiceParam<PaddingMode> = {
  kind: "choice",
  name: "paddingMode",
  words: ["zeros", "reflect", "replicate", "circular"],
  later: [],
  key: "padding-mode",
  label: "param.paddingMode",
};

export const activation: ChoiceParam<Activation> = {
  kind: "choice",
  name: "activation",
  words: ["none", "relu"],
  later: [],
  key: "activation",
  label: "param.activation",
};

/** The one table of parameters: controls, validation and the address are made from it. */
export const params = {
  inputSize,
  kernelSize,
  stride,
  padding,
  dilation,
  bias,
  inChannels,
  outChannels,
  groups,
  outputPadding,
  op,
  paddingMode,
  activation,
} as const;

export type ParamName = keyof typeof params;

function integer(
  name: NumberParam["name"],
  key: string | null,
  min: number,
  max: number,
  standard: number,
): NumberParam {
  return { kind: "integer", name, perAxis: true, min, max, default: standard, key, label: `param.${name}` };
}
