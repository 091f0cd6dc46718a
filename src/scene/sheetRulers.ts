import type { ConvDocument } from "../model/document";
import { traceOf } from "../trace/trace";
import { reachOf } from "./figureParts";
import type { Layout, Sheet } from "./layout";
import type { LabelMark } from "./marks";
import { DIGITS_FROM } from "./room";
import { columnRuler, rowRuler } from "./rulers";

/** Of a letter over a line, on average; words are cut to what stands over their cells. */
const WORD_LETTER = 6.2;

/** Indices on the sheets of input and output that stand highest and furthest left; in perspective there are none. */
export function sheetRulers(document: ConvDocument, layout: Layout): readonly LabelMark[] {
  if (layout.arrangement === "line") return lineRulers(document, layout);
  const { sheets, margins } = layout;
  return (["input", "output"] as const).flatMap((grid) => {
    const list = sheets[grid];
    if (list.some(({ skew }) => skew)) return [];
    const [above, before] = ringOf(document, grid, list[0]?.cell ?? 0);
    const [top, left] = [Math.min(...list.map(({ y }) => y)), Math.min(...list.map(({ x }) => x))];
    const several = list.length > 1;
    return list.flatMap((sheet) => {
      const name = several ? `${grid}-${sheet.channel}-${sheet.depth}` : grid;
      return [
        ...(sheet.y === top ? columnRuler(margins.ruler, name, sheet, above) : []),
        ...(sheet.x === left ? rowRuler(margins.ruler, name, sheet, before) : []),
      ];
    });
  });
}

/** Above a line its indices, or the words that its columns stand for; on the left of several lines the channels. */
function lineRulers(document: ConvDocument, { sheets, margins }: Layout): readonly LabelMark[] {
  const { ruler } = margins;
  const columns = (["input", "output"] as const).flatMap((grid) => {
    const [first] = sheets[grid];
    if (!first) return [];
    const words = grid === "input" && first.cell >= DIGITS_FROM ? document.words : undefined;
    const marks = columnRuler(ruler, grid, first, 0);
    if (!words) return marks;
    return marks.flatMap((mark, column) => {
      const word = words[column];
      if (word === undefined) return [];
      const room = roomFor(column, words, first.cell);
      return [{ ...mark, className: "ruler word", parts: [{ text: cut(word, room) }] }];
    });
  });
  return [
    ...columns,
    ...(["input", "kernel", "products", "output"] as const).flatMap((grid) => channels(sheets[grid], ruler)),
  ];
}

function channels(list: readonly Sheet[], ruler: number): readonly LabelMark[] {
  const left = Math.min(...list.map(({ x }) => x));
  // Kernels that glide leave their numbers behind: the input's, in the same order, name them.
  if (list.length < 2 || list[0]?.grid === "kernel" || list[0]?.grid === "products") return [];
  return list.map(({ grid, channel, y, cell }) => ({
    key: `${grid}-channel-${channel}`,
    x: left - ruler / 2 + 1,
    y: y + cell / 2,
    anchor: "middle",
    className: "ruler",
    parts: [{ text: String(channel) }],
  }));
}

/** Words are centred over their cells; beside a short one a long one has room past its own, in pixels. */
function roomFor(column: number, words: readonly string[], cell: number): number {
  const free = (beside: number) => {
    const word = words[beside];
    return word === undefined ? cell / 2 : Math.max(0, cell - word.length * WORD_LETTER) / 2;
  };
  return cell + 2 * Math.min(free(column - 1), free(column + 1));
}

function cut(word: string, room: number): string {
  const most = Math.max(1, Math.floor(room / WORD_LETTER));
  return word.length <= most ? word : `${word.slice(0, Math.max(1, most - 1))}…`;
}
/** Pixels of the ring above a grid and on its left. */
function ringOf(document: ConvDocument, grid: "input" | "output", cell: number): readonly [number, number] {
  const trace = traceOf(document);
  const hasRing = (grid === "output") === (trace.op === "transposed");
  const [, [top], [left]] = reachOf(trace);
  return hasRing ? [top * cell, left * cell] : [0, 0];
}
