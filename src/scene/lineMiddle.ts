import { type FigureParts, isFolded, type Part } from "./figureParts";
import type { Head, Layout, Sheet } from "./layout";
import { DIGITS_FROM, type Margins, MIDDLE_DIGITS_FROM, MIN_CELL } from "./room";
import { peekOf } from "./sheetBlock";

/** Kernel, lens and products of a line with the words over them; `bottom` and `right` are where they end, in pixels. */
interface LineMiddle extends Pick<Layout["sheets"], "kernel" | "lens" | "products"> {
  readonly bottom: number;
  readonly right: number;
  readonly heads: Pick<Layout["heads"], "kernel" | "lens" | "products">;
}

/** Between the channels of a grid, in pixels. */
const ROW_GAP = 2;
const BESIDE_GAP = 24;
/** Kernel and products beside a line that has no digits. */
const READABLE = 30;

/** A sheet for each channel on show, one below another. */
export function strip(part: Part, y: number, cell: number, x: number, pitch = cell): readonly Sheet[] {
  return part.channels.map((channel, i) => ({
    grid: part.grid,
    channel,
    depth: 0,
    x,
    y: y + i * (cell + ROW_GAP),
    cell,
    rows: 1,
    columns: part.columns,
    ...(pitch !== cell && { pitch }),
  }));
}

/** Of the strips of all channels on show and what peeks out behind them. */
export function heightOf(part: Part, cell: number): number {
  return part.channels.length * (cell + ROW_GAP) - ROW_GAP + peekOf(part);
}

interface Track {
  readonly y: number;
  readonly cell: number;
  /** Where cell 0 of the window's side begins. */
  readonly zero: number;
  readonly pitch: number;
  /** From the kernel to the products. */
  readonly between: number;
  readonly head: (part: Part, y: number) => Head;
}

/** Each under the cells that it meets, at the place of a window that begins on cell 0. */
export function gliding(
  { kernel, products }: FigureParts,
  { y, cell, zero, pitch, between, head }: Track,
): LineMiddle {
  const productsY = y + (kernel ? heightOf(kernel, cell) + between : 0);
  return {
    kernel: kernel ? strip(kernel, y, cell, zero, pitch) : [],
    lens: [],
    products: strip(products, productsY, cell, zero, pitch),
    bottom: productsY + heightOf(products, cell),
    right: 0,
    heads: { kernel: kernel && head(kernel, y), lens: null, products: head(products, productsY) },
  };
}

interface Stand {
  readonly y: number;
  readonly x: number;
  readonly cell: number;
  readonly room: number;
  readonly sumsRoom: number;
  readonly margins: Margins;
}

type Grids = readonly ("kernel" | "lens" | "products")[];

/** Beside one another, or in a narrow room below; larger than the line where that is too small for digits. */
export function standing(parts: FigureParts, { y, x, cell, room, sumsRoom, margins }: Stand): LineMiddle {
  const { kernel, products } = parts;
  const hasDigits = cell >= DIGITS_FROM && !isFolded(parts);
  const hasLens = kernel !== null && parts.windowSide === "input" && !hasDigits;
  const grids = [kernel && "kernel", hasLens && "lens", "products"].filter(Boolean) as Grids;
  const { columns } = products;
  const slot = (room - (grids.length - 1) * BESIDE_GAP) / grids.length;
  const beside = columns * MIDDLE_DIGITS_FROM <= slot && slot >= Math.min(margins.column, 100);
  const wanted = products.channels.length > 1 ? Math.max(cell, DIGITS_FROM) : Math.max(cell, READABLE);
  const size = Math.max(MIN_CELL, Math.min(wanted, Math.floor((beside ? slot : room) / columns)));
  const pitch = Math.min(slot, Math.max(columns * size, margins.column)) + BESIDE_GAP;
  const below = heightOf(products, size) + margins.stack + margins.label;
  const spots = grids.map((grid, i) => ({
    grid,
    x: beside ? x + i * pitch : x,
    y: beside ? y : y + i * below,
  }));
  const last = spots.at(-1) ?? { x, y };
  const of = (grid: Grids[number]) => {
    const spot = spots.find((candidate) => candidate.grid === grid);
    if (!spot) return { sheets: [], head: null };
    const part = grid === "kernel" && kernel ? kernel : products;
    return {
      sheets: strip(part, spot.y, size, spot.x),
      head: { x: spot.x, y: spot.y, width: beside ? pitch - BESIDE_GAP / 2 : room + sumsRoom },
    };
  };
  const [weights, lens, results] = [of("kernel"), of("lens"), of("products")];
  return {
    kernel: weights.sheets,
    lens: lens.sheets,
    products: results.sheets,
    bottom: last.y + heightOf(products, size),
    right: Math.ceil(last.x + Math.max(pitch - BESIDE_GAP, columns * size + sumsRoom)),
    heads: { kernel: weights.head, lens: lens.head, products: results.head },
  };
}
