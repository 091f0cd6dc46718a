import { readAxes, writeAxes } from "./addressAxes";
import { readGrid, writeGrid } from "./addressGrid";
import { countOf, type ReadValue, readWord, refused } from "./addressValue";
import { defaultTraining } from "./defaultTraining";
import type { ConvDocument, Grid } from "./document";
import { plainNumber } from "./plainNumber";
import type { Training } from "./training";
import { channelRange } from "./trainingErrors";

/** The keys of an address that say how the kernel is learned, in the order in which they are written. */
export const trainingKeys = [
  "target-kernel",
  "target",
  "learn-size",
  "hidden",
  "learn-bias",
  "start",
  "seed",
  "learning-rate",
  "optimizer",
  "momentum",
  "reduction",
  "updates",
] as const;

export type TrainingKey = (typeof trainingKeys)[number];

const optimizers = ["sgd", "momentum", "adam"] as const;
const reductions = ["sum", "mean"] as const;

/** More numbers than a training's parameters can ever be. */
const MAX_START = 256;

type Change = (document: ConvDocument) => ConvDocument;

/** Reads one key's value; whether numbers are in range is the document's to judge. */
export function readTrainingKey(
  key: TrainingKey,
  text: string,
  given: ReadonlyMap<string, string>,
): ReadValue<Change> {
  switch (key) {
    case "target-kernel":
      return made(readChannels(text), ({ shape: [channels = 1, rows = 1, columns = 1], data }) => ({
        target: { kind: "kernel", weight: { shape: [channels, 1, rows, columns], data } },
        kernelSize: [rows, columns],
      }));
    case "target":
      if (given.has("target-kernel")) return refused;
      return made(readChannels(text), ({ shape, data }) => ({
        target: { kind: "values", values: { shape: [1, ...shape], data } },
      }));
    case "learn-size":
      if (!given.has("target")) return refused;
      return made(readAxes(text), ([rows = 1, columns = 1], { target }) =>
        target.kind === "values" ? { kernelSize: [rows, columns] } : {},
      );
    case "hidden":
      return made(readNumber(text), (hidden) => ({ hidden }));
    case "learn-bias":
      return made(readWord(text, ["0", "1"]), (word) => ({ withBias: word === "1" }));
    case "start":
      return readStart(text);
    case "seed":
      return made(readNumber(text), (seed) => ({ seed }));
    case "learning-rate":
      return made(readNumber(text), (learningRate) => ({ learningRate }));
    case "optimizer":
      return made(readWord(text, optimizers), (optimizer) => ({ optimizer }));
    case "momentum":
      return made(readNumber(text), (momentum) => ({ momentum }));
    case "reduction":
      return made(readWord(text, reductions), (reduction) => ({ reduction }));
    case "updates":
      return made(readNumber(text), (steps) => ({ steps }));
  }
}

/** A key's canonical value; empty where the document has no training, or its target is of the other kind. */
export function writeTrainingKey(key: TrainingKey, { training }: ConvDocument): string {
  const { target, kernelSize, ...said } = training ?? defaultTraining;
  switch (key) {
    case "target-kernel":
      return training && target.kind === "kernel" ? writeChannels(target.weight) : "";
    case "target":
      return target.kind === "values" ? writeChannels(target.values) : "";
    case "learn-size":
      return writeAxes(target.kind === "values" ? kernelSize : defaultTraining.kernelSize);
    case "learn-bias":
      return said.withBias ? "1" : "0";
    case "start":
      return said.start === "given" ? said.startValues.join(",") : said.start;
    case "learning-rate":
      return String(said.learningRate);
    case "updates":
      return String(said.steps);
    default:
      return String(said[key]);
  }
}

/** Grids of one size, a channel each. */
function readChannels(text: string): ReadValue<Grid> {
  const numbers: number[] = [];
  let size = "";
  // One more than there can be is enough to be told so.
  const parts = text.split("|", channelRange.max + 1);
  for (const part of parts) {
    const read = readGrid("target", part, 2);
    if (!("value" in read)) return read;
    const { shape, data } = read.value;
    if (numbers.length > 0 && size !== String(shape)) return refused;
    size = String(shape);
    numbers.push(...data);
  }
  const [, , rows = 1, columns = 1] = size.split(",").map(Number);
  return { value: { shape: [parts.length, rows, columns], data: Float64Array.from(numbers) } };
}

function writeChannels({ shape, data }: Grid): string {
  const [rows = 1, columns = 1] = shape.slice(2);
  const cells = rows * columns;
  return Array.from({ length: data.length / cells }, (_, channel) =>
    writeGrid({ shape: [1, 1, rows, columns], data: data.subarray(channel * cells, (channel + 1) * cells) }),
  ).join("|");
}

/** A rule, or all parameters. */
function readStart(text: string): ReadValue<Change> {
  const rule = readWord(text, ["zeros", "rand", "uniform"]);
  if ("value" in rule) return made(rule, (start) => ({ start, startValues: [] }));
  if (countOf(text, ",") >= MAX_START) return refused;
  const startValues = text.split(",").map((entry) => plainNumber(entry.trim()) ?? Number.NaN);
  if (startValues.some(Number.isNaN)) return refused;
  return made({ value: startValues }, () => ({ start: "given", startValues }));
}

function readNumber(text: string): ReadValue<number> {
  const value = plainNumber(text.trim());
  return value === undefined ? refused : { value };
}

function made<Value>(
  read: ReadValue<Value>,
  change: (value: Value, training: Training) => Partial<Training>,
): ReadValue<Change> {
  if (!("value" in read)) return read;
  return {
    value: (document) => {
      const training = document.training ?? defaultTraining;
      return { ...document, training: { ...training, ...change(read.value, training) } };
    },
  };
}
