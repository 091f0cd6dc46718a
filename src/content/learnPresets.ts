import { readAddress } from "../model/address";
import type { ConvDocument } from "../model/document";
import { picture, uprightBar } from "./pictures";

/** A training worth watching. */
export interface LearnPreset {
  readonly name: string;
  readonly titleKey: `learnPreset.${string}.title`;
  /** One line: why it is worth a look. */
  readonly whyKey: `learnPreset.${string}.why`;
  /** The document, as the fragment of an address. */
  readonly address: string;
}

/** White paper. */
const blank = picture("11111111", "11111111", "11111111", "11111111", "11111111", "11111111");

/** White paper with one black column. */
const oneColumn = picture("11101111", "11101111", "11101111", "11101111", "11101111", "11101111");

/** 1 at both sides of the bar: the size of its edge map, without the sign. */
const bothEdges = picture("0100010", "0100010", "0100010", "0100010", "0100010", "0100010");

/** Each carries a rate of its own: the limit belongs to the image. */
export const learnPresets: readonly LearnPreset[] = [
  preset("notes", uprightBar, "target-kernel=1,-1"),
  preset("zigzag", uprightBar, "target-kernel=1,-1&start=1,0"),
  preset("too-fast", uprightBar, "target-kernel=1,-1&start=1,0&learning-rate=0.035&updates=60"),
  preset("blank-page", blank, "target-kernel=1,-1&start=0.6,0.2&learning-rate=0.005&updates=20"),
  preset("one-column", oneColumn, "target-kernel=1,-1&start=0.6,0.2&learning-rate=0.0125&updates=50"),
  preset("two-by-two", uprightBar, "target-kernel=1,-1;0,0&learning-rate=0.015&updates=20"),
  preset("two-kernels", uprightBar, "target-kernel=1,-1|0.5,0.5&start=uniform&updates=20"),
  preset(
    "both-edges",
    uprightBar,
    `target=${bothEdges}&hidden=2&start=uniform&seed=2&learning-rate=0.02&updates=60`,
  ),
  preset("adam", uprightBar, "target-kernel=1,-1&learning-rate=0.1&optimizer=adam&updates=60"),
];

/**
 * A training's document, the same input, kernel and recipe each time.
 *
 * @throws RangeError if there is none of that name
 */
export function learnPresetDocument(name: string): ConvDocument {
  const found = learnPresets.find((preset) => preset.name === name);
  if (!found) throw new RangeError(`no training is called ${name}`);
  return readAddress(found.address).state.document;
}

function preset(name: string, input: string, training: string): LearnPreset {
  return {
    name,
    titleKey: `learnPreset.${name}.title`,
    whyKey: `learnPreset.${name}.why`,
    address: `input=${input}&kernel=1,-1&${training}`,
  };
}
