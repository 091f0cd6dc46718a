import fc from "fast-check";
import type { Op, Pads } from "../../src/core/options";
import type { ConvDocument } from "../../src/model/document";
import { errorsOf } from "../../src/model/problems";
import type { Shown } from "../../src/scene/layout";

const between = (min: number, max: number) => fc.integer({ min, max });

/** Longest axis and largest kernel of a document of one, two or three axes. */
const LIMITS = [
  { size: 64, kernel: 11, padding: 4 },
  { size: 24, kernel: 5, padding: 3 },
  { size: 9, kernel: 3, padding: 2 },
];

/** Layers of every operation of one to three axes with up to 16 channels; their numbers play no part. */
export const layerShapes: fc.Arbitrary<ConvDocument> = between(1, 3)
  .chain((dims) => {
    const limit = LIMITS[dims - 1] ?? { size: 1, kernel: 1, padding: 0 };
    return fc.record({
      op: fc.constantFrom<Op[]>("conv", "conv-flipped", "transposed", "max-pool", "avg-pool"),
      groups: fc.constantFrom(1, 1, 2, 4),
      perIn: between(1, 4),
      perOut: between(1, 4),
      bias: fc.constantFrom(0, 1.5),
      activation: fc.constantFrom("none" as const, "relu" as const),
      ceilMode: fc.boolean(),
      axes: fc.array(
        fc.record({
          size: between(1, limit.size),
          kernel: between(1, limit.kernel),
          stride: between(1, 3),
          dilation: fc.constantFrom(1, 1, 2),
          pads: fc.tuple(between(0, limit.padding), between(0, limit.padding)),
        }),
        { minLength: dims, maxLength: dims },
      ),
    });
  })
  .map(({ op, groups, perIn, perOut, bias, axes, activation, ceilMode }): ConvDocument => {
    const isPool = op === "max-pool" || op === "avg-pool";
    const [inChannels, outChannels] = [groups * perIn, groups * perOut];
    const kernel = axes.map((axis) => axis.kernel);
    const tensor = (...shape: number[]) => ({
      shape,
      data: Float64Array.from({ length: shape.reduce((all, size) => all * size, 1) }, (_, i) => i % 7),
    });
    return {
      input: tensor(1, inChannels, ...axes.map(({ size }) => size)),
      layers: [
        {
          op,
          weight:
            op === "transposed"
              ? tensor(inChannels, perOut, ...kernel)
              : tensor(outChannels, perIn, ...kernel),
          bias: new Array<number>(outChannels).fill(bias),
          stride: axes.map(({ stride }) => stride),
          dilation: axes.map(({ dilation }) => (op === "avg-pool" ? 1 : dilation)),
          padding: axes.map(({ pads: [before, after], kernel: size }): Pads => {
            const most = isPool ? Math.floor(size / 2) : 99;
            return [Math.min(before, most), Math.min(isPool ? before : after, most)];
          }),
          paddingMode: "zeros",
          groups,
          activation,
          outputPadding: axes.map(() => 0),
          ceilMode,
          countIncludePad: true,
        },
      ],
    };
  })
  .filter((document) => errorsOf(document).length === 0);

/** Whatever can be chosen of how a document is shown. */
export const showings: fc.Arbitrary<Shown> = fc.record({
  channelView: fc.constantFrom("auto" as const, "exploded" as const, "stacked" as const),
  channel: between(0, 15),
  step: between(0, 400),
  depthView: fc.constantFrom("slices" as const, "sheets" as const),
  turn: between(-75, 75),
  spread: fc.constantFrom(0, 0.6, 1.5),
});
