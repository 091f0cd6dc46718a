/** Below this many pixels a cell's digits move to the lens, and the fills carry the picture. */
export const DIGITS_FROM = 20;
/** Kernel, lens and products keep theirs: they are where the digits move to. */
export const MIDDLE_DIGITS_FROM = 12;
/** Grids with a longer side are drawn as one path for each colour, not cell by cell. */
export const FOLDED_FROM = 33;
/** So are input and output of several sheets with this many cells together. */
export const FOLDED_FROM_CELLS = 1500;
/** A map without digits is still seen as a picture with cells from this size on, in pixels. */
export const PICTURE_FROM = 12;
/** No cell is smaller, in pixels. */
export const MIN_CELL = 2;

/** Room for words and small numbers around the grids, in pixels. */
export interface Margins {
  /** A grid's name and shape above it. */
  readonly label: number;
  /** Its index rulers. */
  readonly ruler: number;
  /** The name of a channel or a slice above its sheet. */
  readonly tag: number;
  /** One line of the sum under the products. */
  readonly sumLine: number;
  /** A line of the caption under the input. */
  readonly caption: number;
  /** A grid narrower than its name still needs this much room. */
  readonly column: number;
  /** A grid whose name has no words below it needs this much beside others, unless its shape is longer. */
  readonly name: number;
  /** Between grids that stand on one another. */
  readonly stack: number;
  /** Of the letters that shapes are written in, on average. */
  readonly letter: number;
}

/** Between grids that stand on one another where there is room. */
export const STACK_GAP = 18;

export const MARGINS: Margins = {
  label: 42,
  ruler: 18,
  tag: 16,
  sumLine: 20,
  caption: 24,
  column: 116,
  name: 88,
  stack: STACK_GAP,
  letter: 6.4,
};
/** For the last row of a room; the stylesheet enlarges the words alike. */
export const LARGE_MARGINS: Margins = {
  label: 68,
  ruler: 30,
  tag: 28,
  sumLine: 36,
  caption: 38,
  column: 190,
  name: 144,
  stack: STACK_GAP,
  letter: 10.6,
};
/** For a low or narrow box of its own height: names without shapes. */
const LOW_MARGINS: Margins = {
  label: 20,
  ruler: 16,
  tag: 14,
  sumLine: 18,
  caption: 18,
  column: 84,
  name: 84,
  stack: 6,
  letter: 0,
};
/** A box is low below this many pixels. */
const LOW = 250;

/** The room that the figure has, in pixels; without a height it takes what it needs. */
export interface Box {
  readonly width: number;
  readonly height: number;
  /** A projector: cells grow until the room is full. */
  readonly large: boolean;
  /** Its height is given, so that even in a narrow one the grids stand side by side as long as they can. */
  readonly fixed?: boolean;
  /** Words stand beneath it on a small screen: small cells, so that both are seen; the height is what it should keep to. */
  readonly compact?: boolean;
}

/** Narrower figures put the grids below one another. */
export const WIDE_FROM = 640;
/** Those whose height is given do so later. */
const FIXED_WIDE_FROM = 474;

/** Whether a box is too narrow for grids side by side. */
export function isNarrow({ width, height, fixed = false }: Omit<Box, "large">): boolean {
  return width < (fixed && width > height ? FIXED_WIDE_FROM : WIDE_FROM);
}

/** The words' room in a box whose height is given. */
export function marginsIn(box: Box): Margins {
  const isSmall = box.fixed && (box.height < LOW || box.width < WIDE_FROM);
  return box.large ? LARGE_MARGINS : isSmall || box.compact ? LOW_MARGINS : MARGINS;
}
