import type { ConvDocument } from "../../src/model/document";
import type { GridCell } from "../../src/scene/highlight";
import type { Box, Shown } from "../../src/scene/layout";
import type { LearnGrid } from "../../src/scene/learnLayout";
import { counting, documentWith, evenPads, filled, layerWith } from "../trace/documents";
import { EDGE_IMAGE, learning } from "../trace/trainings";

/** One document at one position, drawn and kept as a picture. */
interface GalleryEntry {
  readonly name: string;
  readonly document: ConvDocument;
  readonly position: number;
  readonly box: Box;
  /** How channels and slices are shown. */
  readonly options?: Partial<Shown>;
}

/** One training at one position, with what the pointer lights. */
interface TrainingEntry extends GalleryEntry {
  readonly lit?: GridCell<LearnGrid>;
}

const DESK: Box = { width: 832, height: 560, large: false };
const PHONE: Box = { width: 358, height: 0, large: false };

const ones = (rows: number, columns = rows) => filled(rows, columns, () => 1);
const waves = (rows: number, columns = rows) =>
  filled(rows, columns, (row, column) => ((row * 7 + column * 5) % 11) - 5);

const padded = { padding: evenPads(1) } as const;
const edges = [
  [1, 0, -1],
  [2, 0, -2],
  [1, 0, -1],
] as const;

const ROOM: Box = { width: 1872, height: 900, large: true };
const strip = (input: readonly number[], kernel: readonly number[]) => ({
  input: [input],
  weight: [[kernel]],
});
const line = (input: readonly number[], kernel: readonly number[]) => layerWith(strip(input, kernel));
const spread = { stride: [2], dilation: [2] } as const;
const words: ConvDocument = {
  ...layerWith({ input: waves(4, 5), weight: [counting(4, 3), waves(4, 3)] }),
  words: ["I", "really", "like", "this", "film"],
};
const dot = (column: number) => filled(4, 4, (row, at) => (row === 1 && at === column ? 1 : 0));
const video = layerWith({ input: [[dot(1), dot(2), dot(3)]], weight: [[[[[-1]], [[1]]]]] });
const paddedVideo = {
  ...video.layers[0],
  padding: [
    [1, 1],
    [1, 1],
    [1, 1],
  ],
} as const;
const two = [counting(3, 3), filled(3, 3, (row, column) => 3 * row + column + 1)];
const slabs = [counting(2, 2), filled(2, 2, (row, column) => 2 * row + column + 1)];
const fourSlabs = [slabs, slabs, slabs, slabs];
const stacked = { channelView: "stacked" } as const;
const stamping = { op: "transposed" } as const;
const checkers = { op: "transposed", stride: [2, 2] } as const;

/** What the figure can look like, a picture for each. */
export const gallery: readonly GalleryEntry[] = [
  entry("default", documentWith({}), 0),
  entry("between-steps", documentWith({}), 1.6),
  entry("padding-zeros", documentWith({ ...padded, input: waves(3), kernel: edges }), 4),
  entry("padding-reflect", documentWith({ ...padded, input: waves(3), paddingMode: "reflect" }), 0),
  entry("padding-replicate", documentWith({ ...padded, input: waves(3), paddingMode: "replicate" }), 0),
  entry("padding-circular", documentWith({ ...padded, input: waves(3), paddingMode: "circular" }), 0),
  entry(
    "stride-with-unread-rows",
    documentWith({ input: waves(8), kernel: ones(3, 5), padding: evenPads(0, 1), stride: [3, 5] }),
    1,
  ),
  entry("dilation", documentWith({ input: waves(7), kernel: edges, dilation: [2, 2] }), 2.2),
  entry("flipped", documentWith({ op: "conv-flipped" }), 3),
  entry("bias-and-relu", documentWith({ bias: -30, activation: "relu" }), 2.9),
  entry(
    "long-numbers",
    documentWith({
      input: [
        [0.123456, -123456, 1e6],
        [1 / 3, 1e-7, -2.5],
        [99999, 0, 12.75],
      ],
      kernel: [
        [0.1, -1e6],
        [1e-6, 3],
      ],
      bias: 0.0001234,
    }),
    2,
  ),
  entry("sixteen-by-sixteen", documentWith({ ...padded, input: waves(16), kernel: edges }), 100, {
    width: 1312,
    height: 824,
    large: false,
  }),
  entry("folded", documentWith({ input: waves(40, 12), kernel: edges }), 70.5),
  entry("kernel-of-eleven", documentWith({ input: waves(12), kernel: waves(11) }), 1.7),
  entry("on-a-phone", documentWith({ ...padded, input: counting(4, 4), kernel: edges }), 5.5, PHONE),
  entry("on-a-phone-with-a-lens", documentWith({ input: waves(5, 19), kernel: edges }), 30, PHONE),
  entry("line-moving-average", line([3, 6, 0, 9, 3], [1, 1, 1]), 1),
  entry("line-padded-before", layerWith({ ...strip([3, 6, 0, 9, 3], [1, 1, 1]), padding: [[2, 0]] }), 1.9),
  entry("line-dilated-with-stride", layerWith({ ...strip(waves(1, 9)[0] ?? [], [1, 0, -1]), ...spread }), 1),
  entry("line-for-a-room", line([3, -6, 0, 9, 3], [-1, 1]), 3, ROOM),
  entry("line-on-a-phone", line([3, 6, 0, 9, 3], [1, 1, 1]), 2, PHONE),
  entry("line-of-forty", line(waves(1, 40)[0] ?? [], [1, 2, 1]), 20.5),
  entry("words", words, 1),
  entry("words-in-a-low-room", words, 1, { width: 656, height: 386, large: false }),
  entry("words-on-a-phone", words, 4, PHONE),
  entry("slices", video, 5),
  entry("slices-on-a-phone", video, 5, PHONE),
  { ...entry("slices-in-perspective", video, 5), options: { depthView: "sheets" } },
  {
    ...entry("padded-slices-in-perspective", { ...video, layers: [paddedVideo] }, 40),
    options: { depthView: "sheets", turn: -50, spread: 1 },
  },
  entry("channels", layerWith({ input: two, weight: [slabs] }), 1),
  entry("channels-with-biases", layerWith({ input: two, weight: [slabs, slabs], bias: [1, -30] }), 5.9),
  { ...entry("channels-stacked", layerWith({ input: two, weight: [slabs] }), 1), options: stacked },
  entry("channels-on-a-phone", layerWith({ input: two, weight: [slabs] }), 2, PHONE),
  entry("channels-of-a-picture", layerWith({ input: [waves(16), waves(16)], weight: [[edges, edges]] }), 30),
  entry("groups", layerWith({ input: [...two, ...two], weight: fourSlabs, groups: 2 }), 6),
  entry("depthwise", layerWith({ input: two, weight: [[ones(2)], [ones(2)]], groups: 2 }), 5),
  entry("transposed", layerWith({ input: [counting(2, 2)], weight: [[counting(2, 2)]], ...stamping }), 2),
  entry("transposed-with-stride", layerWith({ input: [ones(4)], weight: [[ones(3)]], ...checkers }), 9),
  entry("max-pooling", layerWith({ input: [counting(3, 3)], weight: [[ones(2)]], op: "max-pool" }), 2.6),
  entry("mean-pooling", layerWith({ input: [counting(3, 3)], weight: [[ones(2)]], op: "avg-pool" }), 2),
  entry("for-a-room", documentWith({ bias: 1 }), 3, { width: 1872, height: 900, large: true }),
];

function entry(name: string, document: ConvDocument, position: number, box = DESK): GalleryEntry {
  return { name, document, position, box };
}

const twoLayers = learning(EDGE_IMAGE, {
  hidden: 2,
  withBias: true,
  start: "uniform",
  seed: 2,
  learningRate: 0.02,
});

/** What Learn's figure can look like. */
export const trainings: readonly TrainingEntry[] = [
  entry("learn-at-rest", learning(EDGE_IMAGE), 2),
  entry("learn-predicts", learning(EDGE_IMAGE), 2.1),
  entry("learn-compares", learning(EDGE_IMAGE), 2.4),
  entry("learn-blames", learning(EDGE_IMAGE), 2.6),
  entry("learn-updates", learning(EDGE_IMAGE), 2.9),
  {
    ...entry("learn-weight-on-a-phone", learning(EDGE_IMAGE), 0, PHONE),
    lit: { grid: "kernel", row: 0, column: 1 },
  },
  entry("learn-two-layers", twoLayers, 10),
];
