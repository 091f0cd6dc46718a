import type { Place, Sheet } from "./layout";

export type SceneGrid = "input" | "kernel" | "products" | "output";

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What sets a cell apart from its neighbours, besides its number. */
export type CellState = "empty" | "winner" | "tie" | "absent" | "stamped" | "concealed";

/** A number in its cell; its place follows from the grid's. */
export interface CellMark {
  readonly text: string;
  /** Colour step, see levels.ts. */
  readonly level: number;
  /**
   * Not computed yet; of a max-pooling window its largest number, or one as large; where padding has no number to give; or
   * just added to by a stamp; or still to be predicted.
   */
  readonly state?: CellState;
}

/** A shape with the class that styles it. */
export interface PathMark {
  readonly key: string;
  readonly d: string;
  readonly className: string;
}

/** A piece of text in one style: literal, or a message key with its values. */
export interface TextPart {
  readonly text?: string;
  readonly message?: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly className?: string;
}

export interface LabelMark {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  /** In pixels; the stylesheet's when absent. */
  readonly fontSize?: number;
  readonly className: string;
  readonly parts: readonly TextPart[];
}

/** A grid of numbers. Past FOLDED_FROM it has no cells but one path for each colour. */
export interface GridMarks<Name extends string = SceneGrid> {
  readonly grid: Name;
  readonly place: Place;
  readonly fontSize: number;
  /** How far above the middle of their cells the digits stand, in pixels. */
  readonly lift?: number;
  /** Whether the digits are legible at this size. */
  readonly digits: boolean;
  readonly folded: boolean;
  /** Every cell's mark, row by row; of the output also those that are not computed yet. */
  readonly cells: readonly CellMark[];
  /** Shapes on top of the cells' fills, such as the hatching of cells that no window reads. */
  readonly paths: readonly PathMark[];
}

/** One channel's plane of numbers at one depth. */
export interface SheetMarks extends GridMarks {
  readonly place: Sheet;
  /** How many cells come before its own in scan order over all channels and slices. */
  readonly start: number;
  readonly channel: number;
  readonly depth: number;
}

/** The path around a cell of a grid that is seen from the front. */
export function placedCell({ x, y, cell }: Place, row: number, column: number): string {
  return cellPath(x + column * cell, y + row * cell, cell, cell < 8 ? 0.25 : 1);
}

/** A path around one cell, with a gap to its neighbours. */
export function cellPath(x: number, y: number, size: number, inset: number): string {
  const side = size - 2 * inset;
  return `M${x + inset} ${y + inset}h${side}v${side}h${-side}z`;
}
