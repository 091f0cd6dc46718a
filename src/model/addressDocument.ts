import { readAxes, readPadding, writeAxes, writePadding } from "./addressAxes";
import { readGrid, sizeProblem, writeGrid } from "./addressGrid";
import { readStackKey, stackKeys, writeStackKey } from "./addressStack";
import { readTrainingKey, trainingKeys, writeTrainingKey } from "./addressTraining";
import { type ReadValue, readWord, refused } from "./addressValue";
import type { ConvDocument } from "./document";
import { createGrid } from "./grid";
import { kernelSizeOf, withLayer } from "./layer";
import { activation, op, paddingMode } from "./params";
import { plainNumber } from "./plainNumber";

/** The keys of an address that make the document, in the order in which they are written. */
export const documentKeys = [
  "input",
  ...stackKeys,
  "kernel",
  "kernel-size",
  "bias",
  "stride",
  "dilation",
  "padding",
  "padding-mode",
  "op",
  "activation",
  ...trainingKeys,
] as const;

export type DocumentKey = (typeof documentKeys)[number];

/** What a key's value does to a document. */
export type Change = (document: ConvDocument) => ConvDocument;

/** Reads one key's value; the others are at hand where they belong together. */
export function readDocumentKey(
  key: DocumentKey,
  text: string,
  given: ReadonlyMap<string, string>,
): ReadValue<Change> {
  switch (key) {
    case "input":
      return changed(readGrid("input", text), (input) => (document) => ({ ...document, input }));
    case "kernel":
      return changed(readGrid("kernel", text, wantedSize(given)), (weight) => layerWith({ weight }));
    case "kernel-size":
      return readKernelSize(text, given.has("kernel"));
    case "bias":
      return changed(readBias(text), (bias) => layerWith({ bias: [bias] }));
    case "stride":
      return changed(readAxes(text), (stride) => layerWith({ stride }));
    case "dilation":
      return changed(readAxes(text), (dilation) => layerWith({ dilation }));
    case "padding":
      return changed(readPadding(text), (padding) => layerWith({ padding }));
    case "padding-mode":
      return changed(readWord(text, paddingMode.words), (mode) => layerWith({ paddingMode: mode }));
    case "op":
      return changed(readWord(text, op.words, op.later), (word) => layerWith({ op: word }));
    case "activation":
      return changed(readWord(text, activation.words), (word) => layerWith({ activation: word }));
    case "layers":
    case "kernels":
    case "compare":
      return readStackKey(key, text);
    default:
      return readTrainingKey(key, text, given);
  }
}

/** A key's canonical value for a document. */
export function writeDocumentKey(key: DocumentKey, document: ConvDocument): string {
  const [layer] = document.layers;
  switch (key) {
    case "input":
      return writeGrid(document.input);
    case "kernel":
      return writeGrid(layer.weight);
    case "kernel-size":
      return writeAxes(kernelSizeOf(layer));
    case "bias":
      return String(layer.bias[0] ?? 0);
    case "stride":
      return writeAxes(layer.stride);
    case "dilation":
      return writeAxes(layer.dilation);
    case "padding":
      return writePadding(layer.padding);
    case "padding-mode":
      return layer.paddingMode;
    case "op":
      return layer.op;
    case "activation":
      return layer.activation;
    case "layers":
    case "kernels":
    case "compare":
      return writeStackKey(key, document);
    default:
      return writeTrainingKey(key, document);
  }
}

/** A kernel of which only the size is told holds ones: each output is the sum of its window. */
function readKernelSize(text: string, numbersGiven: boolean): ReadValue<Change> {
  const size = readAxes(text);
  if (!("value" in size)) return size;
  const [rows = 0, columns = 0] = size.value;
  const problem = sizeProblem("kernel", rows) ?? sizeProblem("kernel", columns);
  if (problem) return { refused: problem };
  if (numbersGiven) return { value: (document) => document };
  return { value: (document) => withLayer(document, { weight: createGrid(rows, columns, () => 1) }) };
}

function wantedSize(given: ReadonlyMap<string, string>): readonly [number, number] | undefined {
  const size = readAxes(given.get("kernel-size") ?? "");
  if (!("value" in size)) return undefined;
  const [rows = 0, columns = 0] = size.value;
  return sizeProblem("kernel", rows) || sizeProblem("kernel", columns) ? undefined : [rows, columns];
}

function readBias(text: string): ReadValue<number> {
  const value = plainNumber(text.trim());
  return value === undefined ? refused : { value };
}

function layerWith(change: Parameters<typeof withLayer>[1]): Change {
  return (document) => withLayer(document, change);
}

function changed<Value>(read: ReadValue<Value>, change: (value: Value) => Change): ReadValue<Change> {
  return "value" in read ? { value: change(read.value) } : read;
}
