export type ProblemCode = keyof typeof sentences;

export interface Sentence {
  readonly message: string;
  readonly fix?: string;
}

/** The English sentences. `{name}` is a value; `{name| or }` is a list with that before its last. */
export const sentences = {
  "wrong-rank": {
    message: "An input of shape [{shape}] does not fit a layer with {dims} spatial axes.",
    fix: "Give {dims} sizes, or batch and channels before them",
  },
  "wrong-length": { message: "{name} needs one number for all axes or {dims}, got {length}" },
  "size-out-of-range": { message: "Size {value} must be a whole number of at least 1" },
  "kernel-not-positive": { message: "Kernel size must be a whole number of at least 1" },
  "kernel-size-missing": { message: "The kernel needs a size" },
  "stride-not-positive": { message: "Stride must be a whole number of at least 1" },
  "padding-negative": { message: "Padding cannot be negative" },
  "padding-not-whole": { message: "Padding must be a whole number of at least 0" },
  "dilation-not-positive": { message: "Dilation must be at least 1" },
  "dilation-not-whole": { message: "Dilation must be a whole number of at least 1" },
  "dilation-not-allowed": {
    message: "Average pooling has no dilation.",
    fix: "Use dilation 1",
  },
  "groups-not-positive": { message: "Groups must be a whole number of at least 1" },
  "groups-not-divisor": {
    message: "{channels} input channels cannot be split into {groups} groups.",
    fix: "Use {allowed| or }",
  },
  "groups-not-divisor-out": {
    message: "{channels} output channels cannot be split into {groups} groups.",
    fix: "Use {allowed| or }",
  },
  "weight-channels": {
    message: "This kernel is for {expected} input channels, the input has {channels}",
  },
  "padding-mode-unknown": {
    message: "Padding mode must be zeros, reflect, replicate or circular",
  },
  "padding-mode-not-allowed": {
    message: "Padding mode {mode} is only for convolution.",
    fix: "Use zeros",
  },
  "reflect-too-large": {
    message: "Reflect padding must be smaller than the input (at most {limit})",
  },
  "circular-too-large": {
    message: "Circular padding can be at most the input size ({limit})",
  },
  "pool-padding-too-large": { message: "Pool padding can be at most half the window" },
  "window-over-input": {
    message: "In three axes an average window can be at most the input without its padding ({limit})",
  },
  "kernel-too-large": {
    message: "Kernel {kernel} does not fit the padded input {padded}.",
    fix: "Add padding {padding} or use a kernel of at most {padded}",
  },
  "kernel-too-large-padded": {
    message: "Kernel {kernel} does not fit the padded input {padded}.",
    fix: "Use padding {padding} or a kernel of at most {padded}",
  },
  "kernel-too-large-unpaddable": {
    message: "Kernel {kernel} does not fit the padded input {padded}.",
    fix: "Use a kernel of at most {padded}",
  },
  "kernel-span-too-large": {
    message: "Kernel {kernel} with dilation {dilation} spans {span} cells, the padded input has {padded}",
  },
  "output-padding-not-whole": {
    message: "Output padding must be a whole number of at least 0",
  },
  "output-padding-too-large": {
    message: "Output padding must be smaller than the stride or the dilation",
  },
  "output-empty": { message: "This setting leaves an output of size {size}" },
  "tensor-too-large": { message: "This would need {numbers} numbers (limit {limit})" },
  "work-too-large": { message: "This would need {work} multiplications (limit {limit})" },
  "work-to-confirm": {
    message: "This needs {work} multiplications and may take a moment",
  },
  "same-with-stride": {
    message: "PyTorch does not allow 'same' with stride > 1",
  },
} as const satisfies Record<string, Sentence>;
