import type { ConvDocument } from "../model/document";
import { resolvedLayerOf } from "../model/layer";
import { axisNames, type SpatialAxis } from "./formula";

/** Along one axis, the sizes that a convolution with the numbers of a transposed layer brings to its input's size. */
export interface ForwardSizes {
  readonly axis: SpatialAxis;
  /** The size that they all give: the transposed layer's input. */
  readonly gives: number;
  /** Each with the output padding that goes back to it; as many as the stride. */
  readonly sizes: readonly { readonly size: number; readonly outputPadding: number }[];
  /** The output padding in use. */
  readonly chosen: number;
}

/**
 * Which sizes a transposed layer could go back to, one entry for each axis, outermost first: rounding down loses the
 * remainder, and output padding says which it was.
 *
 * @returns nothing for other layers
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.ConvTranspose2d.html (output_padding)
 */
export function forwardSizes(document: ConvDocument): readonly ForwardSizes[] {
  const { op, axes, inputSize, outputSize, outputPadding } = resolvedLayerOf(document);
  if (op !== "transposed") return [];
  const names = axisNames(axes.length);
  return axes.map(({ stride }, index) => {
    const chosen = outputPadding[index] ?? 0;
    const least = (outputSize[index] ?? 1) - chosen;
    return {
      axis: names[index] ?? "columns",
      gives: inputSize[index] ?? 1,
      sizes: Array.from({ length: stride }, (_, extra) => ({
        size: least + extra,
        outputPadding: extra,
      })).filter(({ size }) => size >= 1),
      chosen,
    };
  });
}
