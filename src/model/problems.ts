import type { Severity } from "../core/finding";
import { isPool, resolveLayer } from "../core/layer";
import { layerProblems } from "../core/layerProblems";
import type { ConvDocument } from "./document";
import { inChannelsOf, inputSizeOf, isSame, kernelSizeOf, outChannelsOf, paddingOf } from "./layer";
import { MAX_ENTRY, type NumberParam, OUTPUT_SIZE, type ParamName, params } from "./params";
import { isEntry } from "./plainNumber";
import { gridIn, trainingErrors } from "./trainingErrors";

/** What is wrong with a document, for a catalogue to say: the core's problems and those of this app's limits. */
export interface Problem {
  readonly code: string;
  /** What is at fault: a parameter, or the grid whose numbers are. */
  readonly field: ParamName | "input" | "kernel" | "weight" | "gradient" | "training";
  readonly severity: Severity;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Everything wrong with a document, errors and notes; it may hold an error only before it is committed. */
export function problemsOf(document: ConvDocument): readonly Problem[] {
  const sizes = sizeProblems(document);
  if (sizes.length > 0) return sizes;
  const own = [...limitProblems(document), ...entryProblems(document), ...trainingProblems(document)];
  return [...own, ...coreProblems(document)];
}

/**
 * What keeps a document from being shown here: its errors, and work above what goes without asking.
 *
 * @param agreed multiply-adds that the user has agreed to
 */
export function obstaclesOf(document: ConvDocument, agreed: number): readonly Problem[] {
  return problemsOf(document).filter((problem) => problem.severity === "error" || workIn(problem) > agreed);
}

/** Multiply-adds that a problem asks about; 0 for any other problem. */
export function workIn({ severity, values }: Problem): number {
  return severity === "confirm" ? Number(values.work) : 0;
}

/** The problems that keep a document from being one. */
export function errorsOf(document: ConvDocument): readonly Problem[] {
  return problemsOf(document).filter(({ severity }) => severity === "error");
}

/** A whole number in a parameter's range. */
function isInRange(value: number, { min, max }: NumberParam): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

function sizeProblems(document: ConvDocument): Problem[] {
  const sizes = [
    [params.inputSize, inputSizeOf(document), "input-size-out-of-range"],
    [params.kernelSize, kernelSizeOf(document.layers[0]), "kernel-size-out-of-range"],
  ] as const;
  const found = sizes.flatMap(([param, lengths, code]) => {
    const value = lengths.find((length) => !isInRange(length, param));
    if (value === undefined) return [];
    // Too small a kernel is the core's to say.
    if (param === params.kernelSize && !(value > param.max))
      return [error("kernel-not-positive", param.name)];
    return [error(code, param.name, { value, min: param.min, max: param.max })];
  });
  return [...found, ...channelProblems(document)];
}

function channelProblems(document: ConvDocument): Problem[] {
  const [layer] = document.layers;
  const counts = [
    [params.inChannels, inChannelsOf(document), "in-channels-out-of-range"],
    [params.outChannels, outChannelsOf(layer), "out-channels-out-of-range"],
  ] as const;
  return counts.flatMap(([param, value, code]) =>
    // Too many groups for the channels are the core's to find.
    isInRange(value, param) || !isInRange(layer.groups, params.groups)
      ? []
      : [error(code, param.name, { value, min: param.min, max: param.max })],
  );
}

/** Values above what this app shows; those below their least are the core's to find. */
function limitProblems(document: ConvDocument): Problem[] {
  const [layer] = document.layers;
  const { op, stride, dilation, padding, bias, outputPadding } = layer;
  const found: Problem[] = [];
  if (stride.some((cells) => cells > params.stride.max)) {
    found.push(error("stride-too-large", "stride", { max: params.stride.max }));
  }
  if (dilation.some((cells) => cells > params.dilation.max)) {
    found.push(error("dilation-too-large", "dilation", { max: params.dilation.max }));
  }
  const largest = Math.max(...resolvedPadding(document).flat());
  if (largest > params.padding.max) {
    found.push(
      isSame(padding)
        ? error("same-padding-too-large", "padding", { padding: largest, max: params.padding.max })
        : error("padding-too-large", "padding", { max: params.padding.max }),
    );
  }
  // What a layer has no use for is kept for when it has.
  if (!outputPadding.every((cells) => isInRange(cells, params.outputPadding))) {
    const isWhole = outputPadding.every((cells) => Number.isInteger(cells) && cells >= 0);
    found.push(error(`output-padding-${isWhole ? "too-large" : "not-whole"}`, "outputPadding"));
  }
  if (op === "transposed") {
    const size = Math.max(...resolved(document).layer.outputSize);
    if (size > OUTPUT_SIZE) found.push(error("output-too-large", "stride", { size, max: OUTPUT_SIZE }));
  }
  const needed = outChannelsOf(layer);
  if (!isPool(op) && bias.length !== needed && isInRange(layer.groups, params.groups)) {
    found.push(error("bias-count", "bias", { count: bias.length, needed }));
  }
  return found;
}

function entryProblems({ input, layers, training, gradient }: ConvDocument): Problem[] {
  const { weight, bias } = layers[0];
  const numbers: readonly (readonly [Problem["field"], readonly number[] | Float64Array])[] = [
    ["input", input.data],
    ["kernel", weight.data],
    ["bias", bias],
    ["gradient", gradient ? gradient.data : []],
    ["training", training ? gridIn(training.target).data : []],
    ["training", training ? training.startValues : []],
  ];
  return numbers.flatMap(([field, entries]) =>
    entries.every(isEntry) ? [] : [error("cell-range", field, { min: `${-MAX_ENTRY}`, max: `${MAX_ENTRY}` })],
  );
}

function trainingProblems({ training }: ConvDocument): Problem[] {
  return training ? trainingErrors(training).map(([code, values]) => error(code, "training", values)) : [];
}

function coreProblems(document: ConvDocument): Problem[] {
  const { layer, options } = resolved(document);
  return layerProblems(layer, options).map(({ code, field, severity, values }) => ({
    code,
    field: field === "input" ? "inputSize" : field,
    severity,
    values,
  }));
}

/** The first layer for the core, whatever its numbers. */
function resolved(document: ConvDocument) {
  const { op, weight, stride, dilation, groups, paddingMode, padding, outputPadding, ceilMode } =
    document.layers[0];
  const options = {
    weightShape: weight.shape,
    stride,
    dilation,
    groups,
    paddingMode,
    outputPadding,
    ceilMode,
    padding: resolvedPadding(document),
    ...(isSame(padding) && { same: padding.same }),
  };
  // A document's lists have one entry per axis: there is nothing malformed to look for.
  return { options, layer: resolveLayer(op, document.input.shape, options, weight.shape.length - 2) };
}

/** A `same` rule needs sound numbers; where they are not, the core says so and the padding plays no part. */
function resolvedPadding(document: ConvDocument) {
  const { stride, dilation, padding } = document.layers[0];
  const sound = [...stride, ...dilation].every((cells) => Number.isInteger(cells) && cells >= 1);
  return isSame(padding) && !sound ? stride.map(() => [0, 0] as const) : paddingOf(document);
}

function error(code: string, field: Problem["field"], values: Problem["values"] = {}): Problem {
  return { code, field, severity: "error", values };
}
