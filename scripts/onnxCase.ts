import { avgPool } from "../src/core/avgPool";
import { conv } from "../src/core/conv";
import { convTranspose } from "../src/core/convTranspose";
import { maxPool } from "../src/core/maxPool";
import type { PaddingMode, Pads } from "../src/core/options";
import { pad } from "../src/core/pad";
import { samePadding } from "../src/core/samePadding";
import type { Tensor } from "../src/core/tensor";

/** A backend test of ONNX as JSON: no `dataType` means float32, a null input is an omitted optional one. */
export interface OnnxCase {
  readonly name: string;
  readonly op: string;
  readonly attributes: Readonly<Record<string, string | number | readonly number[]>>;
  readonly inputs: readonly (OnnxTensor | null)[];
  readonly output: OnnxTensor;
}

interface OnnxTensor {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

type Run = (given: OnnxCase, input: Tensor) => Tensor;

/** The operators that the core has, under their ONNX names. */
const operators: Readonly<Record<string, Run>> = {
  Conv: (given, input) => {
    const weight = required(given, 1);
    const axes = windowAxes(given, weight.shape.slice(2));
    return conv(input, weight, optional(given, 2), { ...settings(axes, given, input), groups: group(given) });
  },
  ConvTranspose: (given, input) => {
    const weight = required(given, 1);
    const axes = windowAxes(given, weight.shape.slice(2));
    const { padding, outputPadding } = transposedPads(given, axes, input.shape.slice(2));
    const { stride, dilation } = settings(axes, given, input);
    return convTranspose(input, weight, optional(given, 2), {
      stride,
      dilation,
      padding,
      outputPadding,
      groups: group(given),
    });
  },
  MaxPool: (given, input) => {
    const axes = windowAxes(given);
    const options = { ...settings(axes, given, input), ceilMode: given.attributes.ceil_mode === 1 };
    return maxPool(input, { ...options, kernelSize: axes.map(({ kernelSize }) => kernelSize) });
  },
  AveragePool: (given, input) => {
    const axes = windowAxes(given);
    const options = { ...settings(axes, given, input), ceilMode: given.attributes.ceil_mode === 1 };
    return avgPool(input, {
      ...options,
      kernelSize: axes.map(({ kernelSize }) => kernelSize),
      countIncludePad: given.attributes.count_include_pad === 1,
    });
  },
  Pad: (given, input) => {
    const modes: Record<string, PaddingMode> = { edge: "replicate", reflect: "reflect", wrap: "circular" };
    const mode = modes[String(given.attributes.mode)] ?? "zeros";
    const ends = given.inputs[1]?.data ?? list(given, "pads") ?? [];
    const rank = input.shape.length;
    const named = given.inputs[3]?.data.map((axis) => (axis < 0 ? axis + rank : axis)) ?? [
      ...input.shape.keys(),
    ];
    const pads = input.shape.map((_, axis): Pads => {
      const place = named.indexOf(axis);
      return place < 0 ? [0, 0] : [ends[place] as number, ends[place + named.length] as number];
    });
    const value = given.inputs[2]?.data[0] ?? Number(given.attributes.value ?? 0);
    return pad(input, pads, mode, value);
  },
};

/** What the core gives for a case; undefined for an operator that it does not have. */
export function runOnnxCase(given: OnnxCase): Tensor | undefined {
  return operators[given.op]?.(given, required(given, 0));
}

interface WindowAxis {
  readonly kernelSize: number;
  readonly stride: number;
  readonly dilation: number;
}

function list({ attributes }: OnnxCase, name: string): readonly number[] | undefined {
  const value = attributes[name];
  return typeof value === "object" ? value : undefined;
}

function optional({ inputs }: OnnxCase, place: number): Tensor<Float32Array> | null {
  const tensor = inputs[place];
  return tensor ? { shape: tensor.shape, data: Float32Array.from(tensor.data) } : null;
}

function required(given: OnnxCase, place: number): Tensor<Float32Array> {
  const tensor = optional(given, place);
  if (!tensor) throw new RangeError(`input ${place} of ${given.name} is missing`);
  return tensor;
}

function group({ attributes }: OnnxCase): number {
  return Number(attributes.group ?? 1);
}

function windowAxes(given: OnnxCase, kernelSize = list(given, "kernel_shape") ?? []): WindowAxis[] {
  return kernelSize.map((size, axis) => ({
    kernelSize: size,
    stride: list(given, "strides")?.[axis] ?? 1,
    dilation: list(given, "dilations")?.[axis] ?? 1,
  }));
}

function settings(axes: readonly WindowAxis[], given: OnnxCase, input: Tensor) {
  return {
    stride: axes.map(({ stride }) => stride),
    dilation: axes.map(({ dilation }) => dilation),
    padding: axes.map((axis, i) => axisPads(given, axis, i, axes.length, input.shape[i + 2] as number)),
  };
}

function axisPads(given: OnnxCase, axis: WindowAxis, i: number, rank: number, size: number): Pads {
  const auto = given.attributes.auto_pad;
  if (auto === "SAME_UPPER" || auto === "SAME_LOWER") {
    const [less, more] = samePadding(size, axis, "tensorflow");
    return auto === "SAME_UPPER" ? [less, more] : [more, less];
  }
  const pads = list(given, "pads");
  return [pads?.[i] ?? 0, pads?.[i + rank] ?? 0];
}

/** ONNX lets the wanted size decide the pads: what is too much is cut at both ends, what is missing comes after the end. */
function transposedPads(given: OnnxCase, axes: readonly WindowAxis[], inputSize: readonly number[]) {
  const auto = given.attributes.auto_pad;
  const same = auto === "SAME_UPPER" || auto === "SAME_LOWER";
  const wanted =
    list(given, "output_shape") ??
    (same ? axes.map(({ stride }, i) => (inputSize[i] as number) * stride) : null);
  const extra = axes.map((_, i) => list(given, "output_padding")?.[i] ?? 0);
  if (!wanted) {
    return {
      padding: axes.map((axis, i) => axisPads(given, axis, i, axes.length, inputSize[i] as number)),
      outputPadding: extra,
    };
  }
  const surplus = axes.map(({ kernelSize, stride, dilation }, i) => {
    const full = stride * ((inputSize[i] as number) - 1) + dilation * (kernelSize - 1) + 1;
    return full + (extra[i] as number) - (wanted[i] as number);
  });
  return {
    padding: surplus.map((total): Pads => {
      const less = Math.floor(Math.max(0, total) / 2);
      const more = Math.max(0, total) - less;
      return auto === "SAME_UPPER" ? [less, more] : [more, less];
    }),
    outputPadding: extra.map((cells, i) => cells + Math.max(0, -(surplus[i] as number))),
  };
}
