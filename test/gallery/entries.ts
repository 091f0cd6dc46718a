import type { ConvDocument } from "../../src/model/document";
import type { GridCell } from "../../src/scene/highlight";
import type { Box } from "../../src/scene/layout";
import type { LearnGrid } from "../../src/scene/learnLayout";
import { counting, documentWith, evenPads, filled } from "../trace/documents";
import { EDGE_IMAGE, learning } from "../trace/trainings";

/** One document at one position, drawn and kept as a picture. */
interface GalleryEntry {
  readonly name: string;
  readonly document: ConvDocument;
  readonly position: number;
  readonly box: Box;
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
