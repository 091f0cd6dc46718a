import { isPool } from "../core/layer";
import type { Op, Pads } from "../core/options";
import { countOf, type ReadValue, refused } from "./addressValue";
import type { ConvDocument, Grid, Layer } from "./document";
import { dimsOf, isSame, kernelSizeOf, paddingOf } from "./layer";
import { params } from "./params";
import { isEntry, plainNumber } from "./plainNumber";
import { layerOptionsOn, type StackCell } from "./stack";
import { type LayerSpec, layersFrom } from "./stackLayers";
import { MAX_LAYERS } from "./stackLimits";

/** The keys of an address that make a stack, in the order in which they are written. */
export const stackKeys = ["layers", "kernels", "compare"] as const;

export type StackKey = (typeof stackKeys)[number];

/** Between the numbers of a kernel, from its innermost axis outward. */
const SEPARATORS = [",", ";", "|", "/", "~"];

/** Longest text of a kernel that is read, in characters. */
const MAX_TYPED = 20_000;

/** Longest side of a map that a link may name a cell of. */
const MAX_INDEX = 1000;

const KINDS = { conv: "conv", transposed: "transposed", max: "max-pool", avg: "avg-pool" } as const;

type Option = Partial<
  Pick<LayerSpec, "kernelSize" | "stride" | "padding" | "dilation" | "groups" | "channels">
>;

type Change = (document: ConvDocument) => ConvDocument;

/** Reads one key's value. Whether the layers fit each other is for the stack to say, where it is shown. */
export function readStackKey(key: StackKey, text: string): ReadValue<Change> {
  if (key === "kernels") return readKernels(text);
  const specs = readLayers(text);
  if (!specs) return refused;
  return {
    value: (document) => {
      const layers = layersFrom(specs, dimsOf(document), document.input.shape[1] ?? 1);
      if (key === "compare") return { ...document, comparison: layers };
      const [first, ...others] = layers;
      return first ? { ...document, layers: [first, ...others] } : document;
    },
  };
}

/** A key's canonical value; empty for a document with one layer and nothing to compare with. */
export function writeStackKey(key: StackKey, document: ConvDocument): string {
  const { layers, comparison = [] } = document;
  if (key === "compare") return writeLayers(comparison, document);
  if (layers.length < 2) return "";
  if (key === "layers") return writeLayers(layers, document);
  const kernels = layers.map(({ op, weight }) =>
    isPool(op) || weight.data.every((value) => value === 1) ? "" : writeKernel(weight),
  );
  return kernels.every((kernel) => kernel === "") ? "" : kernels.join("_");
}

/** `8,8`: one index per axis. */
export function readStackCell(text: string): readonly number[] | undefined {
  if (countOf(text, ",") > 2) return undefined;
  const cell = text.split(",").map((entry) => plainNumber(entry.trim()) ?? -1);
  return cell.every((index) => Number.isInteger(index) && index >= 0 && index <= MAX_INDEX)
    ? cell
    : undefined;
}

/** The map of a cell, or one of its indices; empty where the middle of the last map is looked at. */
export function writeStackCell(key: "layer" | "cell", chosen: StackCell | null): string {
  if (!chosen) return "";
  return key === "layer" ? String(chosen.layer) : chosen.cell.join(",");
}

/** Layers as an address writes them: `k3p1r,k3x5s2,max2s2`; undefined for what is none. */
export function readLayers(text: string): readonly LayerSpec[] | undefined {
  if (countOf(text, ",") >= MAX_LAYERS) return undefined;
  const specs = text.split(",").map((part) => readLayer(part.trim()));
  return specs.every((spec) => spec !== undefined) ? specs : undefined;
}

function readLayer(text: string): LayerSpec | undefined {
  const [, word = "conv", rest = ""] = /^(conv|transposed|max|avg)?(.*)$/.exec(text) ?? [];
  const op: Op = KINDS[word as keyof typeof KINDS];
  // The number right after max and avg is their window.
  const said = isPool(op) && /^\d/.test(rest) ? `k${rest}` : rest;
  if (!/^([kspdgc]\d+(:\d+)?(x\d+(:\d+)?)*|r)+$/.test(said)) return undefined;
  let spec: LayerSpec = { op, kernelSize: [] };
  const seen = new Set<string>();
  for (const [, letter = "", value = "", relu] of said.matchAll(/([kspdgc])([\d:x]+)|(r)/g)) {
    if (seen.has(letter || "r")) return undefined;
    seen.add(letter || "r");
    const change = relu ? { activation: "relu" as const } : readOption(letter, value.split("x"));
    if (!change) return undefined;
    spec = { ...spec, ...change };
  }
  return spec.kernelSize.length > 0 ? spec : undefined;
}

function readOption(letter: string, entries: readonly string[]): Option | undefined {
  if (entries.length > 3) return undefined;
  const pads = entries.map((entry): Pads => {
    const [before = "", after = before] = entry.split(":");
    return [Number(before), Number(after)];
  });
  if (letter === "p") return within(pads.flat(), params.padding) ? { padding: pads } : undefined;
  if (entries.some((entry) => entry.includes(":"))) return undefined;
  const numbers = entries.map(Number);
  if (letter === "k") return within(numbers, params.kernelSize) ? { kernelSize: numbers } : undefined;
  if (letter === "s") return within(numbers, params.stride) ? { stride: numbers } : undefined;
  if (letter === "d") return within(numbers, params.dilation) ? { dilation: numbers } : undefined;
  const [count = 0, ...more] = numbers;
  if (more.length > 0 || !within([count], { min: 1, max: 16 })) return undefined;
  return letter === "c" ? { channels: count } : { groups: count };
}

function within(numbers: readonly number[], { min, max }: { readonly min: number; readonly max: number }) {
  return numbers.every((value) => value >= min && value <= max);
}

function writeLayers(layers: readonly Layer[], document: ConvDocument): string {
  return layers.map((layer, at) => writeLayer(layer, at === 0 ? document : null)).join(",");
}

/** @param document whose input resolves a `same` rule of the first layer */
function writeLayer(layer: Layer, document: ConvDocument | null): string {
  const { op, stride, padding, dilation, groups, weight, activation } = layer;
  const kernel = kernelSizeOf(layer);
  const pool = isPool(op);
  const pads = isSame(padding)
    ? document && isSame(document.layers[0].padding)
      ? paddingOf(document)
      : layerOptionsOn(layer, document?.input.shape ?? [1, 1, ...kernel]).padding
    : padding;
  const word = {
    conv: "",
    "conv-flipped": "",
    transposed: "transposed",
    "max-pool": "max",
    "avg-pool": "avg",
  }[op];
  const perAxis = (letter: string, values: readonly (number | string)[], usual: readonly number[]) =>
    values.every((value, axis) => String(value) === String(usual[axis])) ? "" : letter + joined(values);
  const zeros = kernel.map(() => 0);
  const ones = kernel.map(() => 1);
  const channels = op === "transposed" ? (weight.shape[1] ?? 1) * groups : (weight.shape[0] ?? 1);
  return [
    word,
    pool ? joined(kernel) : `k${joined(kernel)}`,
    perAxis("s", stride, pool ? kernel : ones),
    perAxis(
      "p",
      pads.map(([before, after]) => (before === after ? before : `${before}:${after}`)),
      zeros,
    ),
    perAxis("d", dilation, ones),
    !pool && groups > 1 ? `g${groups}` : "",
    !pool && channels > 1 ? `c${channels}` : "",
    activation === "relu" ? "r" : "",
  ].join("");
}

function joined(values: readonly (number | string)[]): string {
  return values.every((value) => value === values[0]) ? String(values[0]) : values.join("x");
}

/** The numbers of a kernel as they are typed, whatever stands between them; undefined where one is none. */
export function readKernelNumbers(text: string): readonly number[] | undefined {
  if (text.length > MAX_TYPED) return undefined;
  const numbers = text
    .trim()
    .replaceAll("\u2212", "-")
    .split(/[\s,;|/~，；]+/)
    .map((entry) => plainNumber(entry) ?? Number.NaN);
  return numbers.every(isEntry) ? numbers : undefined;
}

/** A setting of a layer as it is typed, one number or one per axis: `3`, `3x5`, `1:0`; null for what is none. */
export function readLayerOption(letter: "k" | "s" | "p" | "d", text: string, dims: number): Option | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/\s*[×x,]\s*/g, "x");
  const form = letter === "p" ? /^\d+(:\d+)?(x\d+(:\d+)?)*$/ : /^\d+(x\d+)*$/;
  const entries = plain.split("x");
  if (!form.test(plain) || (entries.length !== 1 && entries.length !== dims)) return null;
  const full = entries.length === 1 ? Array.from({ length: dims }, () => plain) : entries;
  return readOption(letter, full) ?? null;
}

/** `readLayerOption` the other way. */
export function writeLayerOption(letter: "k" | "s" | "p" | "d", layer: Layer): string {
  const { padding, stride, dilation } = layer;
  if (letter === "k") return joined(kernelSizeOf(layer));
  if (letter === "s") return joined(stride);
  if (letter === "d") return joined(dilation);
  if (isSame(padding)) return "same";
  return joined(padding.map(([before, after]) => (before === after ? before : `${before}:${after}`)));
}

/** The numbers of one layer after the other; nothing stands for ones. */
function readKernels(text: string): ReadValue<Change> {
  if (countOf(text, "_") >= MAX_LAYERS) return refused;
  const kernels = text
    .split("_")
    .map((kernel) =>
      kernel.trim() === ""
        ? []
        : kernel.split(/[,;|/~]/).map((entry) => plainNumber(entry.trim()) ?? Number.NaN),
    );
  if (!kernels.every((numbers) => numbers.every(isEntry))) return refused;
  return {
    value: (document) => {
      const [first, ...others] = document.layers.map((layer, at): Layer => {
        const numbers = kernels[at] ?? [];
        // Numbers of another size than the layer says are no kernel of it.
        if (numbers.length !== layer.weight.data.length) return layer;
        return { ...layer, weight: { shape: layer.weight.shape, data: Float64Array.from(numbers) } };
      });
      return first ? { ...document, layers: [first, ...others] } : document;
    },
  };
}

/** A kernel's numbers with the separators of the address. */
function writeKernel({ shape, data }: Grid): string {
  const axes = shape.toReversed();
  return data.reduce((text, value, at) => {
    if (at === 0) return String(value);
    let ended = 0;
    for (let cells = axes[0] ?? 1; at % cells === 0; cells *= axes[ended] ?? 2) ended++;
    return `${text}${SEPARATORS[ended]}${value}`;
  }, "");
}
