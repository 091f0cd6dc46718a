import { isPool } from "../core/layer";
import type { ConvDocument } from "../model/document";
import { kernelSizeOf, resolvedLayerOf } from "../model/layer";

/** What one number of a shape counts. */
export type TupleAxis =
  | "batch"
  | "inChannels"
  | "outChannels"
  | "inPerGroup"
  | "outPerGroup"
  | "depth"
  | "rows"
  | "columns"
  | "length"
  | "kernelDepth"
  | "kernelRows"
  | "kernelColumns"
  | "kernelLength";

export type TensorName = "input" | "weight" | "bias" | "output";

export interface ShapeTuple {
  readonly tensor: TensorName;
  readonly axes: readonly { readonly axis: TupleAxis; readonly size: number }[];
}

/**
 * The shapes of a document's first layer as PyTorch writes them: `(N, C, …spatial)` of input and output, and, but for
 * pooling, of weight and bias.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html (Shape, Variables)
 */
export function shapeTuplesOf(document: ConvDocument): readonly ShapeTuple[] {
  const layer = resolvedLayerOf(document);
  const { op, batch, inChannels, outChannels, groups, inputSize, outputSize } = layer;
  const space = spatialAxes[inputSize.length - 1] ?? [];
  const named = (axes: readonly TupleAxis[], sizes: readonly number[]) =>
    axes.map((axis, i) => ({ axis, size: sizes[i] ?? 1 }));
  const input: ShapeTuple = {
    tensor: "input",
    axes: named(["batch", "inChannels", ...space], [batch, inChannels, ...inputSize]),
  };
  const output: ShapeTuple = {
    tensor: "output",
    axes: named(["batch", "outChannels", ...space], [batch, outChannels, ...outputSize]),
  };
  if (isPool(op)) return [input, output];
  const kernel = kernelAxes[inputSize.length - 1] ?? [];
  const [first, second]: readonly TupleAxis[] =
    op === "transposed"
      ? ["inChannels", groups > 1 ? "outPerGroup" : "outChannels"]
      : ["outChannels", groups > 1 ? "inPerGroup" : "inChannels"];
  const [kept, split] = op === "transposed" ? [inChannels, outChannels] : [outChannels, inChannels];
  return [
    input,
    {
      tensor: "weight",
      axes: named(
        [first as TupleAxis, second as TupleAxis, ...kernel],
        [kept, split / groups, ...kernelSizeOf(document.layers[0])],
      ),
    },
    { tensor: "bias", axes: named(["outChannels"], [outChannels]) },
    output,
  ];
}

/** By the number of spatial axes, from one. */
const spatialAxes: readonly (readonly TupleAxis[])[] = [
  ["length"],
  ["rows", "columns"],
  ["depth", "rows", "columns"],
];

const kernelAxes: readonly (readonly TupleAxis[])[] = [
  ["kernelLength"],
  ["kernelRows", "kernelColumns"],
  ["kernelDepth", "kernelRows", "kernelColumns"],
];

/** A shape as Python writes it; one number alone keeps its comma. */
export function tupleText(sizes: readonly number[]): string {
  return sizes.length === 1 ? `(${sizes[0]},)` : `(${sizes.join(", ")})`;
}
