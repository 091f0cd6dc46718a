/** Something that is wrong with a layer's settings, said so that it can be said again in any language. */
export interface Problem {
  readonly code: ProblemCode;
  /** The option that is at fault, in PyTorch's name in camelCase; `input` for the input's shape. */
  readonly field: ProblemField;
  /** `error`: refused. `confirm`: much work, ask first. `note`: works, but not everywhere. */
  readonly severity: Severity;
  /** The numbers in the sentences, by the names in their templates. */
  readonly values: Readonly<Record<string, number | string>>;
  readonly message: string;
  /** What to do about it; empty where the message says it. */
  readonly fix: string;
}

export type Severity = "error" | "confirm" | "note";

export type ProblemField =
  | "input"
  | "kernelSize"
  | "weight"
  | "stride"
  | "padding"
  | "paddingMode"
  | "dilation"
  | "groups"
  | "outputPadding";

export type ProblemCode = keyof typeof sentences;

interface Sentence {
  readonly field: ProblemField;
  readonly message: string;
  readonly fix?: string;
  readonly severity?: Severity;
}

/** The English sentences. `{name}` is a value; `{name|or}` is a list said with "or" before the last. */
const sentences = {
  "wrong-rank": {
    field: "input",
    message: "An input of shape [{shape}] does not fit a layer with {dims} spatial axes.",
    fix: "Give {dims} sizes, or batch and channels before them",
  },
  "wrong-length": { field: "input", message: "{name} needs one number for all axes or {dims}, got {length}" },
  "size-out-of-range": { field: "input", message: "Size {value} must be a whole number of at least 1" },
  "kernel-not-positive": { field: "kernelSize", message: "Kernel size must be a whole number of at least 1" },
  "kernel-size-missing": { field: "kernelSize", message: "The kernel needs a size" },
  "stride-not-positive": { field: "stride", message: "Stride must be a whole number of at least 1" },
  "padding-negative": { field: "padding", message: "Padding cannot be negative" },
  "padding-not-whole": { field: "padding", message: "Padding must be a whole number of at least 0" },
  "dilation-not-positive": { field: "dilation", message: "Dilation must be at least 1" },
  "dilation-not-whole": { field: "dilation", message: "Dilation must be a whole number of at least 1" },
  "dilation-not-allowed": {
    field: "dilation",
    message: "Average pooling has no dilation.",
    fix: "Use dilation 1",
  },
  "groups-not-positive": { field: "groups", message: "Groups must be a whole number of at least 1" },
  "groups-not-divisor": {
    field: "groups",
    message: "{channels} input channels cannot be split into {groups} groups.",
    fix: "Use {allowed|or}",
  },
  "groups-not-divisor-out": {
    field: "groups",
    message: "{channels} output channels cannot be split into {groups} groups.",
    fix: "Use {allowed|or}",
  },
  "weight-channels": {
    field: "weight",
    message: "This kernel is for {expected} input channels, the input has {channels}",
  },
  "padding-mode-unknown": {
    field: "paddingMode",
    message: "Padding mode must be zeros, reflect, replicate or circular",
  },
  "padding-mode-not-allowed": {
    field: "paddingMode",
    message: "Padding mode {mode} is only for convolution.",
    fix: "Use zeros",
  },
  "reflect-too-large": {
    field: "padding",
    message: "Reflect padding must be smaller than the input (at most {limit})",
  },
  "circular-too-large": {
    field: "padding",
    message: "Circular padding can be at most the input size ({limit})",
  },
  "pool-padding-too-large": { field: "padding", message: "Pool padding can be at most half the window" },
  "window-over-input": {
    field: "kernelSize",
    message: "In three axes an average window can be at most the input without its padding ({limit})",
  },
  "kernel-too-large": {
    field: "kernelSize",
    message: "Kernel {kernel} does not fit the padded input {padded}.",
    fix: "Add padding {padding} or use a kernel of at most {padded}",
  },
  "kernel-too-large-padded": {
    field: "kernelSize",
    message: "Kernel {kernel} does not fit the padded input {padded}.",
    fix: "Use padding {padding} or a kernel of at most {padded}",
  },
  "kernel-too-large-unpaddable": {
    field: "kernelSize",
    message: "Kernel {kernel} does not fit the padded input {padded}.",
    fix: "Use a kernel of at most {padded}",
  },
  "kernel-span-too-large": {
    field: "dilation",
    message: "Kernel {kernel} with dilation {dilation} spans {span} cells, the padded input has {padded}",
  },
  "output-padding-not-whole": {
    field: "outputPadding",
    message: "Output padding must be a whole number of at least 0",
  },
  "output-padding-too-large": {
    field: "outputPadding",
    message: "Output padding must be smaller than the stride or the dilation",
  },
  "output-empty": { field: "padding", message: "This setting leaves an output of size {size}" },
  "tensor-too-large": { field: "input", message: "This would need {numbers} numbers (limit {limit})" },
  "work-too-large": { field: "input", message: "This would need {work} multiplications (limit {limit})" },
  "work-to-confirm": {
    field: "input",
    severity: "confirm",
    message: "This needs {work} multiplications and may take a moment",
  },
  "same-with-stride": {
    field: "stride",
    severity: "note",
    message: "PyTorch does not allow 'same' with stride > 1",
  },
} as const satisfies Record<string, Sentence>;

/** A problem with its English sentences filled in. */
export function problem(
  code: ProblemCode,
  values: Readonly<Record<string, number | string>> = {},
  field?: ProblemField,
): Problem {
  const sentence: Sentence = sentences[code];
  return {
    code,
    field: field ?? sentence.field,
    severity: sentence.severity ?? "error",
    values,
    message: filled(sentence.message, values),
    fix: filled(sentence.fix ?? "", values),
  };
}

/** Message and fix as one text. */
export function problemText({ message, fix }: Problem): string {
  return fix ? `${message} ${fix}` : message;
}

function filled(template: string, values: Readonly<Record<string, number | string>>): string {
  return template.replace(/\{(\w+)(\|or)?\}/g, (_, name: string, or?: string) => {
    const value = String(values[name]);
    return or ? value.replace(/, ([^,]*)$/, " or $1") : value;
  });
}
