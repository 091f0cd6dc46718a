import { isPool, padsOf, perAxis } from "./layer";
import type { LayerOptions, Op } from "./options";
import { windowSpan } from "./outputSize";
import { requireIntegers } from "./requireIntegers";

/** What one output cell of a stack sees of the input, along one axis. */
export interface ReceptiveField {
  /** Input cells from the first to the last that can matter, gaps included. */
  readonly size: number;
  /** Input cells from one output cell's field to the next one's; a fraction after a transposed convolution. */
  readonly jump: number;
  /** Centre of the field of output cell 0, as a position on the input: 0 is the middle of its first cell. */
  readonly centre: number;
}

export interface FieldLayer extends Pick<LayerOptions, "stride" | "padding" | "dilation"> {
  /** `conv` when absent. */
  readonly op?: Op;
  readonly kernelSize: number | readonly number[];
}

/**
 * Receptive field of a stack of layers, per spatial axis. The field of output cell o spans
 * centre + o·jump ± (size − 1)/2, part of which may be padding. After a transposed convolution the fields differ by a cell;
 * the size is the largest.
 *
 * @param layers first to last; none at all sees one cell
 * @param dims spatial axes, where no layer has a list: 2 when absent
 * @throws RangeError if a size, stride or dilation is not an integer ≥ 1, or a padding not an integer ≥ 0
 */
export function receptiveField(layers: readonly FieldLayer[], dims?: number): ReceptiveField[] {
  const rank = dims ?? listLength(layers) ?? 2;
  return Array.from({ length: rank }, (_, axis) => {
    const steps = layers.map((layer) => ({
      spec: axisSpec(layer, axis, rank),
      transposed: layer.op === "transposed",
    }));
    let size = 1;
    for (const { spec, transposed } of steps.toReversed()) {
      const reach = windowSpan(spec) - 1;
      size = transposed
        ? Math.floor((size - 1 + reach) / spec.stride) + 1
        : (size - 1) * spec.stride + reach + 1;
    }
    let jump = 1;
    let centre = 0;
    for (const { spec, transposed } of steps) {
      const offset = (windowSpan(spec) - 1) / 2 - spec.padding[0];
      if (transposed) jump /= spec.stride;
      centre += transposed ? -offset * jump : offset * jump;
      if (!transposed) jump *= spec.stride;
    }
    return { size, jump, centre };
  });
}

function listLength(layers: readonly FieldLayer[]): number | undefined {
  for (const { kernelSize, stride, padding, dilation } of layers) {
    for (const value of [kernelSize, stride, padding, dilation]) {
      if (typeof value === "object") return value.length;
    }
  }
  return undefined;
}

function axisSpec(
  { op = "conv", kernelSize, stride, padding = 0, dilation = 1 }: FieldLayer,
  axis: number,
  rank: number,
) {
  const spec = {
    kernelSize: perAxis(kernelSize, rank)[axis] as number,
    stride: perAxis(stride ?? (isPool(op) ? kernelSize : 1), rank)[axis] as number,
    padding: padsOf(padding, axis),
    dilation: perAxis(dilation, rank)[axis] as number,
  };
  requireIntegers({ kernelSize: spec.kernelSize, stride: spec.stride, dilation: spec.dilation }, 1);
  requireIntegers({ before: spec.padding[0], after: spec.padding[1] }, 0);
  return spec;
}
