// The public entry `convscope/core`, and the only barrel.
export { avgPool } from "./avgPool";
export { conv } from "./conv";
export { convGradients } from "./convGradients";
export { convTranspose } from "./convTranspose";
export { convTransposeGradients } from "./convTransposeGradients";
export { countMultiplyAdds, countParameters, denseParameters } from "./counts";
export { flipKernel } from "./flipKernel";
export { type LearnOptions, type LearnStep, learnKernel } from "./learnKernel";
export { maxPool } from "./maxPool";
export type {
  AvgPoolOptions,
  ConvOptions,
  ConvTransposeOptions,
  LayerOptions,
  MaxPoolOptions,
  Op,
  Padding,
  PaddingMode,
  Pads,
  PerAxis,
} from "./options";
export { outputShape } from "./outputShape";
export { pad } from "./pad";
export { avgPoolGradients, maxPoolGradients } from "./poolGradients";
export { readCounts } from "./readCounts";
export { type FieldLayer, type ReceptiveField, receptiveField } from "./receptiveField";
export { samePadding } from "./samePadding";
export { type Tap, type TapOptions, taps } from "./taps";
export type { Tensor, TensorData } from "./tensor";
export { type Problem, validate } from "./validate";
