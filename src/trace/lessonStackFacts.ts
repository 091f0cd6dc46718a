import { isPool } from "../core/layer";
import { dimsOf, kernelSizeOf } from "../model/layer";
import { cellWithin } from "../model/stack";
import { centreOfMass } from "./centreOfMass";
import type { Fact, LessonMoment } from "./lessonMoment";
import { nestedNumbers } from "./nestedNumbers";
import { collapsibleLayers, stackCollapse } from "./stackCollapse";
import { setSize, stackField } from "./stackField";
import { stackMapsOf } from "./stackMaps";
import { stackTable } from "./stackTable";

/** What a lesson can ask about a stack of layers; one layer is a stack too. */
export const stackFacts = {
  layerCount: ({ document }) => document.layers.length,
  layerOps: ({ document }) => document.layers.map(({ op }) => op),
  /** Of each layer along each axis; so are strides, dilations and paddings */
  layerKernels: ({ document }) => document.layers.map(kernelSizeOf),
  layerStrides: ({ document }) => document.layers.map(({ stride }) => stride),
  layerDilations: ({ document }) => document.layers.map(({ dilation }) => dilation),
  /** `[before, after]` along each axis */
  layerPaddings: ({ document }) =>
    stackMapsOf(document).resolved.map(({ axes }) => axes.map(({ padding }) => padding)),
  /** `none` or `relu` of each layer */
  layerActivations: ({ document }) => document.layers.map(({ activation }) => activation),
  /** The numbers of each layer's kernel; none of pooling */
  layerWeights: ({ document }) =>
    document.layers.map((layer) =>
      isPool(layer.op) ? null : nestedNumbers(layer.weight.shape, layer.weight.data, dimsOf(document)),
    ),
  /** How much of the input a cell of the last map sees, along each axis */
  receptiveField: ({ document }) =>
    stackTable(stackMapsOf(document).layers, document.input.shape).field.map(({ size }) => size),
  /** Weights of all layers */
  stackWeights: ({ document }) => stackTable(stackMapsOf(document).layers, document.input.shape).parameters,
  /** The last map's numbers */
  stackOutput: (now) => {
    const { shape, data } = lastMap(now);
    return nestedNumbers(shape, data, dimsOf(now.document));
  },
  stackOutputSize: (now) => lastMap(now).shape.slice(2),
  /** Where the last map's numbers have their middle */
  stackCentre: (now) => centreOfMass(lastMap(now)),
  /** Whether every layer works on what the one before it gives */
  stackWorks: ({ document }) => stackMapsOf(document).problem === null,
  /** The kernel that the first two layers come to together; none where they are not one */
  collapsed: ({ document }) => {
    const stack = stackMapsOf(document);
    if (!collapsibleLayers(stack).includes(1)) return undefined;
    const collapse = stackCollapse(stack, 1);
    if (!collapse || collapse.differing.length > 0) return undefined;
    return nestedNumbers(collapse.product.shape, collapse.product.data, dimsOf(document));
  },
  /** The map that is looked at, 0 = the input */
  lookedAtMap: (now) => chosen(now).layer,
  lookedAtCell: (now) => chosen(now).cell,
  /** How many cells of the input that cell sees */
  seenCells: (now) => {
    const [seen = []] = stackField(stackMapsOf(now.document).resolved, chosen(now));
    return setSize(seen);
  },
} as const satisfies Readonly<Record<string, Fact>>;

function lastMap({ document }: LessonMoment) {
  return stackMapsOf(document).maps.at(-1) ?? document.input;
}

function chosen({ document, stackCell }: LessonMoment) {
  return cellWithin(
    stackCell,
    stackMapsOf(document).maps.map(({ shape }) => shape.slice(2)),
  );
}
