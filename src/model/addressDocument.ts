import { isPool } from "../core/layer";
import { readAxes, readPadding, writeAxes, writePadding } from "./addressAxes";
import { readGrid, sizeProblem, writeGrid } from "./addressGrid";
import { readStackKey, stackKeys, writeStackKey } from "./addressStack";
import { readTrainingKey, trainingKeys, writeTrainingKey } from "./addressTraining";
import { countOf, type ReadValue, readWord, refused } from "./addressValue";
import { setDims } from "./dimsCommands";
import type { ConvDocument } from "./document";
import { gradientOf } from "./gradient";
import { dimsOf, inChannelsOf, kernelSizeOf, outChannelsOf, windowStride, withLayer } from "./layer";
import { activation, op, paddingMode, params } from "./params";
import { plainNumber } from "./plainNumber";
import { cleanWords } from "./wordsCommands";

/** The keys of an address that make the document, in the order in which they are written. */
export const documentKeys = [
  "dims",
  "input",
  "words",
  ...stackKeys,
  "kernel",
  "kernel-size",
  "in-channels",
  "out-channels",
  "bias",
  "stride",
  "dilation",
  "padding",
  "padding-mode",
  "groups",
  "op",
  "output-padding",
  "ceil-mode",
  "count-include-pad",
  "activation",
  "gradient",
  ...trainingKeys,
] as const;

export type DocumentKey = (typeof documentKeys)[number];

/** What a key's value does to a document. */
export type Change = (document: ConvDocument) => ConvDocument;

const DIMS = { "1": 1, "2": 2, "3": 3 } as const;

/**
 * Reads one key's value; the others are at hand where they belong together. What a change leaves open, such as biases for
 * new channels, `finishLayer` settles.
 *
 * @param dims spatial axes of the document that the changes are made to
 */
export function readDocumentKey(
  key: DocumentKey,
  text: string,
  given: ReadonlyMap<string, string>,
  dims: number,
): ReadValue<Change> {
  switch (key) {
    case "dims":
      return changed(readWord(text, ["1", "2", "3"] as const), (word) => setDims(DIMS[word]));
    case "input":
      return changed(readGrid("input", text, dims), (input) => (document) => ({ ...document, input }));
    case "words":
      return { value: withWords(text) };
    case "kernel":
      return changed(readGrid("kernel", text, dims, wantedSize(given, dims)), (weight) =>
        layerWith({ weight }),
      );
    case "kernel-size":
      return readKernelSize(text, dims);
    case "in-channels":
    case "out-channels":
      return readChannels(key, text);
    case "bias":
      return changed(readBias(text), (bias) => layerWith({ bias }));
    case "stride":
      return changed(readAxes(text, dims), (stride) => layerWith({ stride }));
    case "dilation":
      return changed(readAxes(text, dims), (dilation) => layerWith({ dilation }));
    case "padding":
      return changed(readPadding(text, dims), (padding) => layerWith({ padding }));
    case "padding-mode":
      return changed(readWord(text, paddingMode.words), (mode) => layerWith({ paddingMode: mode }));
    case "groups":
      return changed(readNumber(text), (groups) => layerWith({ groups }));
    case "op":
      return changed(readWord(text, op.words, op.later), (word) => layerWith({ op: word }));
    case "output-padding":
      return changed(readAxes(text, dims), (outputPadding) => layerWith({ outputPadding }));
    case "ceil-mode":
      return changed(readWord(text, ["0", "1"]), (word) => layerWith({ ceilMode: word === "1" }));
    case "count-include-pad":
      return changed(readWord(text, ["0", "1"]), (word) => layerWith({ countIncludePad: word === "1" }));
    case "activation":
      return changed(readWord(text, activation.words), (word) => layerWith({ activation: word }));
    case "gradient":
      return changed(readGrid("gradient", text, dims), (gradient) => (document) => ({
        ...document,
        gradient,
      }));
    case "layers":
    case "kernels":
    case "compare":
      return readStackKey(key, text);
    default:
      return readTrainingKey(key, text, given);
  }
}

/** A key's canonical value for a document; empty where there is nothing to say. */
export function writeDocumentKey(key: DocumentKey, document: ConvDocument): string {
  const [layer] = document.layers;
  switch (key) {
    case "dims":
      return String(dimsOf(document));
    case "input":
      return writeGrid(document.input);
    case "words":
      return document.words?.join(",") ?? "";
    case "kernel":
      return isPlainWindow(document) ? "" : writeGrid(layer.weight);
    case "kernel-size":
      return writeAxes(kernelSizeOf(layer));
    case "in-channels":
      return String(inChannelsOf(document));
    case "out-channels":
      return String(outChannelsOf(layer));
    case "bias":
      return layer.bias.every((value) => value === 0) ? "0" : layer.bias.join(",");
    case "stride":
      return writeAxes(layer.stride);
    case "dilation":
      return writeAxes(layer.dilation);
    case "padding":
      return writePadding(layer.padding);
    case "padding-mode":
      return layer.paddingMode;
    case "groups":
      return String(layer.groups);
    case "op":
      return layer.op;
    case "output-padding":
      return writeAxes(layer.outputPadding);
    case "ceil-mode":
      return layer.ceilMode ? "1" : "0";
    case "count-include-pad":
      return layer.countIncludePad ? "1" : "0";
    case "activation":
      return layer.activation;
    case "gradient":
      return document.gradient ? writeGrid(gradientOf(document)) : "";
    case "layers":
    case "kernels":
    case "compare":
      return writeStackKey(key, document);
    default:
      return writeTrainingKey(key, document);
  }
}

/**
 * Whether a key goes without saying: its value is that of a document that says nothing else, or what follows from the keys
 * that are said.
 *
 * @param usual the key's value for the default document of as many axes
 */
export function goesWithoutSaying(key: DocumentKey, document: ConvDocument, usual: string): boolean {
  const [layer] = document.layers;
  if (key === "in-channels" || key === "out-channels") return true;
  if (key === "kernel-size") return !isPlainWindow(document);
  if (key === "kernel") return isPlainWindow(document) || writeGrid(layer.weight) === usual;
  if (key === "stride" && isPool(layer.op)) return String(layer.stride) === String(windowStride(layer));
  return writeDocumentKey(key, document) === usual;
}

/** Whether a pooling's kernel is what its size alone stands for. */
function isPlainWindow(document: ConvDocument): boolean {
  const [{ op: word, weight, groups }] = document.layers;
  const [first, second] = weight.shape;
  const isSingle = groups === 1 && first === 1 && second === inChannelsOf(document);
  return isPool(word) && isSingle && weight.data.every((value) => value === 1);
}

function readKernelSize(text: string, dims: number): ReadValue<Change> {
  const size = readAxes(text, dims);
  if (!("value" in size)) return size;
  const problem = size.value.map((cells) => sizeProblem("kernel", cells)).find((found) => found);
  return problem ? { refused: problem } : { value: (document) => document };
}

function wantedSize(given: ReadonlyMap<string, string>, dims: number): readonly number[] | undefined {
  const size = readAxes(given.get("kernel-size") ?? "", dims);
  if (!("value" in size)) return undefined;
  return size.value.some((cells) => sizeProblem("kernel", cells)) ? undefined : size.value;
}

function readChannels(key: "in-channels" | "out-channels", text: string): ReadValue<Change> {
  const { min, max } = params.inChannels;
  const value = plainNumber(text.trim()) ?? 0;
  if (Number.isInteger(value) && value >= min && value <= max) return { value: (document) => document };
  return { refused: { key: `problem.${key}-out-of-range`, values: { value: text, min, max } } };
}

function readBias(text: string): ReadValue<readonly number[]> {
  if (countOf(text, ",") >= params.outChannels.max) return refused;
  const values = text.split(",").map((entry) => plainNumber(entry.trim()) ?? Number.NaN);
  return values.some(Number.isNaN) ? refused : { value: values };
}

function readNumber(text: string): ReadValue<number> {
  const value = plainNumber(text.trim());
  return value === undefined ? refused : { value };
}

function withWords(text: string): Change {
  const words = cleanWords(text.split(",", params.inputSize.max));
  return ({ words: _, ...document }) => (words.length > 0 ? { ...document, words } : document);
}

function layerWith(change: Parameters<typeof withLayer>[1]): Change {
  return (document) => withLayer(document, change);
}

function changed<Value>(read: ReadValue<Value>, change: (value: Value) => Change): ReadValue<Change> {
  return "value" in read ? { value: change(read.value) } : read;
}
