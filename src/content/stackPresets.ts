import { readLayers } from "../model/addressStack";
import { defaultStack } from "../model/defaultStack";
import type { ConvDocument, Grid } from "../model/document";
import { setComparison, setStackKernel, setStackLayers } from "../model/stackCommands";

/** A stack worth a look. */
export interface StackPreset {
  readonly name: string;
  readonly titleKey: `stackPreset.${string}.title`;
  /** One line: why it is worth a look. */
  readonly whyKey: `stackPreset.${string}.why`;
  readonly document: ConvDocument;
}

/** Stacks to hold against each other, in the form of the address: the first is the document's own. */
export const stackPairs = [
  { name: "three", own: "k3p1,k3p1,k3p1", other: "k7p3" },
  { name: "two", own: "k3p1,k3p1", other: "k5p2" },
  { name: "bill", own: "k3p1,k3p1,k3p1", other: "k5p2" },
  { name: "dilated", own: "k3p1,k3d2p2,k3d4p4", other: "k15p7" },
] as const;

const spike = row(0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0);
const series = row(4, 1, 5, 2, 6);
const step = row(0, 0, 3, 1, 0, 0, 0);
const spot = defaultStack.input;

export const stackPresets: readonly StackPreset[] = [
  preset("bell", spot, "k3p1,k3p1,k3p1"),
  preset("three", spot, "k3p1,k3p1,k3p1", { other: "k7p3" }),
  preset("two", spot, "k3p1,k3p1", { other: "k5p2" }),
  preset("strides", spot, "k3s2,k3s2,k3s2"),
  preset("dilations", spot, "k3p1,k3d2p2,k3d4p4"),
  preset("stride-first", spot, "k3s2,k3", { other: "k3,k3s2" }),
  preset("pooled", spot, "k3p1r,max2,k3p1r,avg2"),
  preset("half-steps", spike, "k2p0:1,k2p0:1,k2p0:1,k2p0:1"),
  preset("other-sides", spike, "k2p0:1,k2p1:0,k2p0:1,k2p1:0"),
  preset("collapse", series, "k2,k2", {
    kernels: [
      [1, 1],
      [1, -1],
    ],
  }),
  preset("bend", series, "k2r,k2", {
    kernels: [
      [1, -1],
      [1, 1],
    ],
  }),
  preset("shift", step, "k2", { kernels: [[1, -1]] }),
  preset("shift-stride", step, "k2s2", { kernels: [[1, -1]] }),
  preset("shift-pool", step, "k2,max2", { kernels: [[1, -1]] }),
];

/** A stack's document; undefined where there is none of that name. */
export function stackPresetDocument(name: string): ConvDocument | undefined {
  return stackPresets.find((known) => known.name === name)?.document;
}

interface More {
  readonly other?: string;
  readonly kernels?: readonly (readonly number[])[];
}

function preset(name: string, input: Grid, layers: string, { other, kernels = [] }: More = {}): StackPreset {
  // The default's layers have two axes; those that are set have as many as the input.
  const commands = [
    setStackLayers(readLayers(layers) ?? []),
    ...kernels.map((values, at) => setStackKernel(at, values)),
    setComparison(other === undefined ? null : (readLayers(other) ?? [])),
  ];
  const start: ConvDocument = { ...defaultStack, input };
  return {
    name,
    titleKey: `stackPreset.${name}.title`,
    whyKey: `stackPreset.${name}.why`,
    document: commands.reduce((document, command) => command(document), start),
  };
}

function row(...numbers: readonly number[]): Grid {
  return { shape: [1, 1, numbers.length], data: Float64Array.from(numbers) };
}
