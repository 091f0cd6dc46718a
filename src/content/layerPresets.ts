import { picture } from "./pictures";

/** A preset's group, word in the address, and document as the fragment of an address. */
export type PresetEntry<Group extends string> = readonly [group: Group, name: string, address: string];

const COUNTED = "0,1,2;3,4,5;6,7,8";
const COUNTED_ON = "1,2,3;4,5,6;7,8,9";
const SERIES = "dims=1&input=3,6,0,9,3";

/** Dimensions of the embedding are channels; the columns are words. */
const SENTENCE = "2,0,0,0,1;0,0,2,0,0;0,2,1,0,0;0,0,2,0,1";
const WORD_KERNELS = "0,0,0;0,0,0;1,0,0;0,1,0|1,0,1;0,1,0;0,0,0;0,0,0";

/** A ball of 64s, so that the weighted means of the blur are whole. */
const BALL = cube(7, (z, y, x) => ((z - 3) ** 2 + (y - 3) ** 2 + (x - 3) ** 2 <= 5 ? 64 : 0));
const BLUR = cube(3, (z, y, x) => [z, y, x].reduce((weight, at) => weight * (at === 1 ? 0.5 : 0.25), 1));

/** Air pressure in hPa above 1012: a low of 1000 hPa that moves a column each hour. */
const HOURS = Array.from({ length: 4 }, (_, hour) =>
  sheet(4, 5, (row, column) => 6 * Math.min(2, Math.max(Math.abs(row - 1), Math.abs(column - hour))) - 12),
).join("|");

/** A red ball in a blue sky, over green grass. */
const RED = picture(
  "00000000",
  "00999000",
  "09999900",
  "09999900",
  "00999000",
  "00000000",
  "11111111",
  "11111111",
);
const GREEN = picture(
  "33333333",
  "33111333",
  "31111133",
  "31111133",
  "33111333",
  "33333333",
  "88888888",
  "88888888",
);
const BLUE = picture(
  "99999999",
  "99111999",
  "91111199",
  "91111199",
  "99111999",
  "99999999",
  "22222222",
  "22222222",
);

const LANES = [COUNTED, COUNTED_ON, COUNTED, COUNTED_ON].join("|");

/** Examples of other axes, of channels, and of the other operations. */
export const layerPresets: readonly PresetEntry<"axes" | "channels" | "operations">[] = [
  ["axes", "moving-average", `${SERIES}&kernel=1,1,1`],
  ["axes", "difference", `${SERIES}&kernel=-1,1`],
  ["axes", "causal", `${SERIES}&kernel=1,1,1&padding=2:0`],
  ["axes", "text", `dims=1&input=${SENTENCE}&words=I,really,like,this,film&kernel=${WORD_KERNELS}`],
  ["axes", "video", `dims=3&input=${[1, 2, 3].map(dotAt).join("|")}&kernel=-1|1`],
  ["axes", "scan", `dims=3&input=${BALL}&kernel=${BLUR}`],
  ["axes", "weather", `dims=3&input=${HOURS}&kernel=-0.25,-0.25;-0.25,-0.25|0.25,0.25;0.25,0.25`],
  ["channels", "two-channels", `input=${COUNTED}|${COUNTED_ON}&kernel=0,1;2,3|1,2;3,4`],
  [
    "channels",
    "three-outputs",
    `input=${COUNTED}|${COUNTED_ON}&kernel=0,1;2,3|1,2;3,4/1,2;3,4|2,3;4,5/2,3;4,5|3,4;5,6`,
  ],
  ["channels", "one-by-one", "input=10,0;0,40|20,0;50,40|30,60;0,40&kernel=1|1|1/1|0|-1"],
  ["channels", "rgb", `input=${RED}|${GREEN}|${BLUE}&kernel=${[1, -1, -1].map(filled).join("|")}`],
  ["channels", "groups", `input=${LANES}&kernel-size=2&out-channels=4&groups=2`],
  ["channels", "depthwise", "input=1,2;3,4|10,20;30,40&kernel=1,1;1,1/1,1;1,1&groups=2"],
  ["operations", "max-pool", `input=${COUNTED}&op=max-pool&kernel-size=2&stride=1`],
  ["operations", "avg-pool", `input=${COUNTED}&op=avg-pool&kernel-size=2&stride=1`],
  ["operations", "transposed", "input=0,1;2,3&kernel=0,1;2,3&op=transposed"],
  ["operations", "transposed-stride", "input=0,1;2,3&kernel=0,1;2,3&op=transposed&stride=2"],
  ["operations", "checkerboard", `input=${sheet(4, 4, () => 1)}&op=transposed&kernel-size=3&stride=2`],
  ["operations", "no-checkerboard", `input=${sheet(4, 4, () => 1)}&op=transposed&kernel-size=4&stride=2`],
];

function sheet(rows: number, columns: number, valueAt: (row: number, column: number) => number): string {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => valueAt(row, column)).join(","),
  ).join(";");
}

function cube(size: number, valueAt: (z: number, y: number, x: number) => number): string {
  return Array.from({ length: size }, (_, z) => sheet(size, size, (y, x) => valueAt(z, y, x))).join("|");
}

/** A frame with one dot in row 1. */
function dotAt(dot: number): string {
  return sheet(4, 4, (row, column) => (row === 1 && column === dot ? 1 : 0));
}

function filled(value: number): string {
  return sheet(3, 3, () => value);
}
