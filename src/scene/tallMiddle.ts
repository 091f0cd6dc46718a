import type { FigureParts, Part } from "./figureParts";
import { largest } from "./largest";
import type { Head, Layout } from "./layout";
import type { Perspective } from "./perspective";
import { DIGITS_FROM, type Margins, MIDDLE_DIGITS_FROM, MIN_CELL, STACK_GAP } from "./room";
import { type Block, type BlockForm, blockOf, type Placed } from "./sheetBlock";
import { flowOf, formOf } from "./sheetFlow";
import { ROW_GAP } from "./wideSheets";

interface MiddleRoom {
  readonly room: number;
  readonly hasLens: boolean;
  readonly cell: number;
  readonly tag: number;
}

/** Kernel, lens and products with the words over them. */
interface Stood {
  readonly height: number;
  readonly kernel: readonly Placed[];
  readonly lens: readonly Placed[];
  readonly products: readonly Placed[];
  readonly heads: Pick<Layout["heads"], "kernel" | "lens" | "products">;
  readonly sumsX: number;
  readonly sumsWidth: number;
  readonly sums: Layout["channelSums"];
}

/** Kernel and products of a channel beside one another, or where that makes them too small below one another. */
export function tallMiddle(
  parts: FigureParts,
  view: Perspective | null,
  { room, hasLens, cell, tag }: MiddleRoom,
  { sumLine, column }: Margins,
): { readonly at: (x: number, y: number, label: number) => Stood } {
  const form = formOf(view, tag);
  const wanted = Math.max(cell, 30);
  const sumsWidth = parts.addsChannels ? 3 * sumLine : 0;
  const grids = [parts.kernel && "kernel", hasLens && "lens", "products"].filter(Boolean) as Grids;
  const slot = (room - sumsWidth - (grids.length - 1) * STACK_GAP) / grids.length;
  const blockWith = (size: number, given: BlockForm) => blockOf(parts.products, size, given);
  const beside = largest(MIDDLE_DIGITS_FROM, wanted, (size) => blockWith(size, form).width <= slot);
  const size =
    largest(MIN_CELL, wanted, (side) => blockWith(side, { ...form, perLine: 1 }).width <= room - sumsWidth) ??
    MIN_CELL;
  const least = grids.length > 2 ? sumLine * 5 : sumLine * 4;
  if (beside !== null && beside >= Math.min(size, DIGITS_FROM) && slot >= least) {
    const blockFor = (part: Part) => blockOf(part, beside, form);
    return { at: (x, y) => inRows(parts, grids, blockFor, x, y, { sumsWidth, slot, column }) };
  }
  return { at: (x, y, label) => inLines(parts, grids, size, { form, room, sumsWidth }, x, y, label) };
}

type Grids = readonly ("kernel" | "lens" | "products")[];

function inRows(
  { products, kernel }: FigureParts,
  grids: Grids,
  blockFor: (part: Part) => Block,
  x: number,
  y: number,
  { sumsWidth, slot, column }: { sumsWidth: number; slot: number; column: number },
): Stood {
  const block = blockFor(products);
  // No wider than their words or cells need.
  const pitch = Math.min(slot, Math.max(block.width, column)) + STACK_GAP;
  const rowY = (i: number) => y + i * (block.height + ROW_GAP);
  const stand = (grid: Grids[number]) => {
    const at = grids.indexOf(grid);
    if (at < 0) return { placed: [], head: null };
    const left = x + at * pitch;
    const own = grid === "kernel" && kernel ? kernel : products;
    return {
      placed: own.channels.map((channel, i) => blockFor(own).at(channel, left, rowY(i))),
      head: { x: left, y, width: pitch - STACK_GAP / 2 },
    };
  };
  const [kernels, lenses, results] = [stand("kernel"), stand("lens"), stand("products")];
  const productsX = results.head?.x ?? x;
  const count = products.channels.length;
  return {
    height: count * block.height + (count - 1) * ROW_GAP,
    kernel: kernels.placed,
    lens: lenses.placed,
    products: results.placed,
    heads: { kernel: kernels.head, lens: lenses.head, products: results.head },
    sumsX: productsX,
    sumsWidth: Math.min(block.width, slot + sumsWidth),
    sums: products.channels.map((channel, i) => ({
      channel,
      x: productsX + block.width + 8,
      y: rowY(i) + block.height / 2,
    })),
  };
}

function inLines(
  { products, kernel }: FigureParts,
  grids: Grids,
  size: number,
  { form, room, sumsWidth }: { form: BlockForm; room: number; sumsWidth: number },
  x: number,
  y: number,
  label: number,
): Stood {
  let top = y;
  const found: Record<Grids[number], { placed: readonly Placed[]; head: Head | null }> = {
    kernel: { placed: [], head: null },
    lens: { placed: [], head: null },
    products: { placed: [], head: null },
  };
  for (const grid of grids) {
    const flow = flowOf(
      grid === "kernel" && kernel ? kernel : products,
      size,
      form,
      room,
      grid === "products" ? sumsWidth : 0,
    );
    found[grid] = { placed: flow.at(x, top), head: { x, y: top, width: room } };
    top += flow.height + (grid === "products" ? 0 : STACK_GAP + label);
  }
  const sheets = found.products.placed.map((placed) => placed.sheets.at(-1));
  return {
    height: top - y,
    kernel: found.kernel.placed,
    lens: found.lens.placed,
    products: found.products.placed,
    heads: { kernel: found.kernel.head, lens: found.lens.head, products: found.products.head },
    sumsX: x,
    sumsWidth: products.columns * size,
    sums: sheets.flatMap((sheet) =>
      sheet
        ? [
            {
              channel: sheet.channel,
              x: sheet.x + sheet.columns * sheet.cell + 8,
              y: sheet.y + (sheet.rows * sheet.cell) / 2,
            },
          ]
        : [],
    ),
  };
}
