/** A number for every spatial axis, or one per axis, outermost first. */
export type PerAxis = number | readonly number[];

/** `[before, after]`: cells added at the start and at the end of an axis. */
export type Pads = readonly [before: number, after: number];

/** Padding: one number for all sides, one per axis for both its sides, or `[before, after]` per axis. */
export type Padding = PerAxis | readonly Pads[];

export type PaddingMode = "zeros" | "reflect" | "replicate" | "circular";

export type SameConvention = "pytorch" | "d2l" | "tensorflow";

/** The operations a layer can be, in the words of the address (`op=`). `conv` is cross-correlation. */
export type Op = "conv" | "conv-flipped" | "transposed" | "max-pool" | "avg-pool";

export interface ConvOptions {
  readonly stride?: PerAxis;
  readonly padding?: Padding;
  readonly dilation?: PerAxis;
  readonly groups?: number;
  readonly paddingMode?: PaddingMode;
}

export interface ConvTransposeOptions {
  readonly stride?: PerAxis;
  readonly padding?: Padding;
  readonly dilation?: PerAxis;
  readonly groups?: number;
  readonly outputPadding?: PerAxis;
}

export interface MaxPoolOptions {
  readonly kernelSize: PerAxis;
  /** Defaults to `kernelSize`. */
  readonly stride?: PerAxis;
  readonly padding?: Padding;
  readonly dilation?: PerAxis;
  readonly ceilMode?: boolean;
}

export interface AvgPoolOptions {
  readonly kernelSize: PerAxis;
  /** Defaults to `kernelSize`. */
  readonly stride?: PerAxis;
  readonly padding?: Padding;
  readonly ceilMode?: boolean;
  /** Whether padding counts in the divisor; true, as in PyTorch. */
  readonly countIncludePad?: boolean;
}

/** One axis of a window, everything resolved. */
export interface AxisSpec {
  readonly kernelSize: number;
  readonly stride: number;
  readonly padding: Pads;
  readonly dilation: number;
}

/**
 * What the shape arithmetic needs to know of a layer of any operation: its options and the size of its kernel.
 * Options that the operation does not have are ignored, except those that PyTorch refuses.
 */
export interface LayerOptions {
  /** The window, without channels; `weightShape` says it too and goes before. */
  readonly kernelSize?: PerAxis;
  /** `[Cout, Cin/groups, …k]`, transposed `[Cin, Cout/groups, …k]`. */
  readonly weightShape?: readonly number[];
  /** Output channels where `weightShape` is not given; one per group when absent. */
  readonly outChannels?: number;
  readonly stride?: PerAxis;
  readonly padding?: Padding;
  readonly dilation?: PerAxis;
  readonly groups?: number;
  readonly paddingMode?: PaddingMode;
  readonly outputPadding?: PerAxis;
  readonly ceilMode?: boolean;
  /** The convention by which `padding` was chosen, if it was: only for the note that PyTorch refuses it with a stride. */
  readonly same?: SameConvention;
  /** Number of spatial axes, where neither a list nor `weightShape` says it and the input's shape could be read both ways. */
  readonly dims?: number;
}
