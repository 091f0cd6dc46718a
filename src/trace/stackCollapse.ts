import { conv } from "../core/conv";
import { isPool, type Layer as ResolvedLayer } from "../core/layer";
import { cellCount, tensorFrom, zeroTensor } from "../core/tensor";
import type { Grid, Layer } from "../model/document";
import { type StackMaps, slidWeight } from "./stackMaps";

/** Longest side of a product kernel that is worth showing. */
const LONGEST = 33;

/** Two layers held against the one that their kernels multiply to. */
export interface Collapse {
  /** The two layers, counted from 1. */
  readonly layers: readonly [number, number];
  readonly kernels: readonly [Grid, Grid];
  readonly product: Grid;
  /** What the two give, before the second one's activation. */
  readonly two: Grid;
  /** What the one gives. */
  readonly one: Grid;
  /** Flat indices of the cells where they differ. */
  readonly differing: readonly number[];
  /** What makes them differ: the bend between, or the zeros that the second layer pads with. */
  readonly because: "relu" | "padding" | null;
  /** Whether a bend stands between, differing here or not. */
  readonly bends: boolean;
}

/** The layers, counted from 1, that a convolution follows directly and could be one with. */
export function collapsibleLayers({ layers }: Pick<StackMaps, "layers">): readonly number[] {
  return layers.flatMap((layer, at) => (isPlain(layer) && isPlain(layers[at + 1]) ? [at + 1] : []));
}

/**
 * Two convolutions as one: y = Σ K₂[b]·(Σ K₁[a]·x) has the kernel that is the full convolution of both, K₁ set at the steps
 * that K₂ takes. Exactly equal, but for a bend between them and for zeros that the second pads with.
 *
 * @param first of the two layers, counted from 1
 * @returns null where a kernel has groups, or the product is too long to be looked at
 */
export function stackCollapse(stack: StackMaps, first: number): Collapse | null {
  const [one, two] = [stack.layers[first - 1], stack.layers[first]];
  const [inner, outer] = [stack.resolved[first - 1], stack.resolved[first]];
  const [input, sums] = [stack.maps[first - 1], stack.sums[first]];
  if (!one || !two || !inner || !outer || !input || !sums || !isPlain(one) || !isPlain(two)) return null;
  const size = inner.axes.map(
    ({ kernelSize, dilation, stride }, axis) =>
      (kernelSize - 1) * dilation +
      ((outer.axes[axis]?.kernelSize ?? 1) - 1) * stepOf(outer, axis) * stride +
      1,
  );
  if (Math.max(...size) > LONGEST) return null;
  const kernels = [slidWeight(one), slidWeight(two)] as const;
  const product = productKernel(kernels, inner, outer, size);
  const made = conv(input, product, joinedBias(one, two, kernels[1]), {
    stride: inner.axes.map(({ stride }, axis) => stride * (outer.axes[axis]?.stride ?? 1)),
    padding: inner.axes.map(({ padding, stride }, axis) => {
      const [before = 0, after = 0] = outer.axes[axis]?.padding ?? [];
      return [padding[0] + before * stride, padding[1] + after * stride] as const;
    }),
  });
  const differing = differences(sums, made);
  const bends = one.activation === "relu";
  return {
    layers: [first, first + 1],
    kernels,
    product,
    two: sums,
    one: made,
    differing,
    bends,
    because: differing.length === 0 ? null : bends && hasNegative(stack.sums[first - 1]) ? "relu" : "padding",
  };
}

/** Flat indices where two maps of one shape differ by more than rounding. */
export function differences(a: Grid, b: Grid): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < a.data.length; i++) {
    const [left, right] = [a.data[i] as number, b.data[i] ?? 0];
    if (Math.abs(left - right) > 1e-9 * Math.max(1, Math.abs(left), Math.abs(right))) found.push(i);
  }
  return found;
}

function isPlain(layer: Layer | undefined): boolean {
  return (
    !!layer &&
    !isPool(layer.op) &&
    layer.op !== "transposed" &&
    layer.groups === 1 &&
    layer.paddingMode === "zeros"
  );
}

function stepOf({ axes }: ResolvedLayer, axis: number): number {
  return axes[axis]?.dilation ?? 1;
}

function hasNegative(sums: Grid | undefined): boolean {
  return sums?.data.some((value) => value < 0) ?? false;
}

function productKernel(
  [inner, outer]: readonly [Grid, Grid],
  first: ResolvedLayer,
  second: ResolvedLayer,
  size: readonly number[],
): Grid {
  const [middle = 1, inChannels = 1, ...innerSize] = inner.shape;
  const [outChannels = 1, , ...outerSize] = outer.shape;
  const product = zeroTensor([outChannels, inChannels, ...size]);
  const [innerCells, outerCells, cells] = [cellCount(innerSize), cellCount(outerSize), cellCount(size)];
  for (let o = 0; o < outChannels; o++)
    for (let i = 0; i < inChannels; i++)
      for (let m = 0; m < middle; m++)
        for (let b = 0; b < outerCells; b++)
          for (let a = 0; a < innerCells; a++) {
            const [atInner, atOuter] = [placeOf(a, innerSize), placeOf(b, outerSize)];
            const place = size.reduce((flat, length, axis) => {
              const { dilation, stride } = first.axes[axis] ?? { dilation: 1, stride: 1 };
              const index =
                (atInner[axis] ?? 0) * dilation + (atOuter[axis] ?? 0) * stepOf(second, axis) * stride;
              return flat * length + index;
            }, 0);
            const at = (o * inChannels + i) * cells + place;
            const outerValue = outer.data[(o * middle + m) * outerCells + b] ?? 0;
            const innerValue = inner.data[(m * inChannels + i) * innerCells + a] ?? 0;
            product.data[at] = (product.data[at] ?? 0) + outerValue * innerValue;
          }
  return product;
}

function joinedBias(first: Layer, second: Layer, outer: Grid): Grid {
  const [outChannels = 1, middle = 1] = outer.shape;
  const cells = outer.data.length / (outChannels * middle);
  return tensorFrom(
    [outChannels],
    Array.from({ length: outChannels }, (_, o) => {
      let sum = second.bias[o] ?? 0;
      for (let i = 0; i < middle * cells; i++) {
        sum += (outer.data[o * middle * cells + i] ?? 0) * (first.bias[Math.floor(i / cells)] ?? 0);
      }
      return sum;
    }),
  );
}

/** The index along each axis of a flat index. */
export function placeOf(flat: number, size: readonly number[]): readonly number[] {
  const place: number[] = [];
  let rest = flat;
  for (const length of size.toReversed()) {
    place.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return place;
}
