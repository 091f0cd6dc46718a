import { readAddress } from "../model/address";
import type { ConvDocument } from "../model/document";
import { kernels } from "./kernels";
import { layerPresets } from "./layerPresets";
import {
  arrow,
  boxes,
  disc,
  dotLineBlock,
  lyingBar,
  lyingBarTurned,
  places,
  softEdge,
  square,
  uprightBar,
  uprightBarTurned,
} from "./pictures";

export interface Preset {
  /** Its word in the address. */
  readonly name: string;
  /** What it shows: the first steps and edges, what decides the output's size, what a kernel does, or what else a layer can be. */
  readonly group: "first" | "size" | "kernel" | "axes" | "channels" | "operations";
  readonly titleKey: `preset.${string}.title`;
  /** One line: why it is worth a look. */
  readonly whyKey: `preset.${string}.why`;
  /** The document, as the fragment of an address. */
  readonly address: string;
}

/** A kernel 3×3 that hands on the number in its middle. */
const MIDDLE = kernelText("identity");

export const presets: readonly Preset[] = [
  preset("first", "corr2d", "input=0,1,2;3,4,5;6,7,8&kernel=0,1;2,3"),
  preset("first", "edges-vertical", `input=${uprightBar}&kernel=1,-1`),
  preset("first", "edges-vertical-turned", `input=${uprightBarTurned}&kernel=1,-1`),
  preset("first", "edges-horizontal", `input=${lyingBar}&kernel=1;-1`),
  preset("first", "edges-horizontal-turned", `input=${lyingBarTurned}&kernel=1;-1`),
  preset("size", "size-kept", `input=${places}&kernel=${MIDDLE}&padding=1`),
  preset("size", "size-kept-5x3", `input=${places}&kernel=0,0,0;0,0,0;0,1,0;0,0,0;0,0,0&padding=2,1`),
  preset("size", "size-halved", `input=${places}&kernel=${MIDDLE}&padding=1&stride=2`),
  preset("size", "size-3x5", `input=${places}&kernel=0,0,0,0,0;0,0,1,0,0;0,0,0,0,0&padding=0,1&stride=3,5`),
  kernelPreset("identity", arrow, "&padding=1"),
  kernelPreset("blur", square, "&padding=1"),
  kernelPreset("sharpen", softEdge),
  kernelPreset("sobel-x", disc, "&padding=1"),
  kernelPreset("sobel-y", disc, "&padding=1"),
  kernelPreset("laplacian", dotLineBlock, "&padding=1"),
  kernelPreset("emboss", disc, "&padding=1"),
  kernelPreset("corner", boxes, "&padding=1&bias=-3&activation=relu"),
  ...layerPresets.map(([group, name, address]) => preset(group, name, address)),
];

const documents = new Map<string, ConvDocument>();

/** A preset's document, the same one each time; undefined when there is none of that name. */
export function presetDocument(name: string): ConvDocument | undefined {
  const known = documents.get(name);
  if (known) return known;
  const found = presets.find((preset) => preset.name === name);
  if (!found) return undefined;
  const { document } = readAddress(found.address).state;
  documents.set(name, document);
  return document;
}

function preset(group: Preset["group"], name: string, address: string): Preset {
  return { name, group, titleKey: `preset.${name}.title`, whyKey: `preset.${name}.why`, address };
}

function kernelPreset(name: string, picture: string, settings = ""): Preset {
  return preset("kernel", name, `input=${picture}&kernel=${kernelText(name)}${settings}`);
}

function kernelText(name: string): string {
  const { rows } = kernels.find((kernel) => kernel.name === name) ?? { rows: [] };
  return rows.map((row) => row.join(",")).join(";");
}
