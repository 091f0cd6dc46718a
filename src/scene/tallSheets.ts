import { type FigureParts, isFolded, type Part } from "./figureParts";
import { largest } from "./largest";
import type { Head, Layout } from "./layout";
import type { Perspective } from "./perspective";
import {
  type Box,
  LARGE_MARGINS,
  MARGINS,
  type Margins,
  MIDDLE_DIGITS_FROM,
  MIN_CELL,
  STACK_GAP,
} from "./room";
import { type Block, type BlockForm, blockOf, type Placed, slicesOf } from "./sheetBlock";
import { behindIn, needsLens, ROW_GAP, SUM_GAP, sheetsIn } from "./wideSheets";

/** Cells for which sheets share a line rather than stand one below another. */
const LEGIBLE = 28;
const LEGIBLE_IN_A_ROOM = 48;
const BESIDE_GAP = 14;

/** Blocks of one part in lines, below one another. */
interface Flow {
  readonly height: number;
  readonly at: (x: number, y: number) => readonly Placed[];
}

/** Input, then kernel and products, then output below one another, in lines as wide as the box; the height is what it takes. */
export function tallSheets(parts: FigureParts, view: Perspective | null, box: Box): Layout | null {
  const margins = box.large ? LARGE_MARGINS : MARGINS;
  const { label } = margins;
  const ruler = margins.ruler;
  const room = box.width - ruler;
  const tag = parts.tagged ? margins.tag : 0;
  const cell = cellFor(parts, view, room, tag, box.large);
  if (cell === null) return null;
  const form = formOf(view, tag);
  const input = flowOf(parts.input, cell, form, room, 0);
  const output = flowOf(parts.output, cell, form, room, 0);
  const hasLens = needsLens(parts, isFolded(parts), cell);
  const middle = middleOf(parts, view, { room, hasLens, cell, tag: parts.dims === 3 ? tag : 0 }, margins);

  const inputY = label + ruler;
  const captionY = inputY + input.height;
  const middleY = captionY + parts.captionLines * margins.caption + STACK_GAP + label;
  const stood = middle.at(ruler, middleY, label);
  const sumsY = middleY + stood.height + SUM_GAP;
  const outputY =
    sumsY + parts.sumLines * margins.sumLine + (parts.sumLines ? 4 : 0) + STACK_GAP + label + ruler;
  const inputPlaced = input.at(ruler, inputY);
  const outputPlaced = output.at(ruler, outputY);
  return {
    arrangement: "tall",
    width: box.width,
    height: Math.ceil(outputY + output.height),
    margins,
    sheets: {
      input: sheetsIn(inputPlaced),
      kernel: sheetsIn(stood.kernel),
      lens: sheetsIn(stood.lens),
      products: sheetsIn(stood.products),
      output: sheetsIn(outputPlaced),
    },
    glide: 0,
    chart: null,
    behind: behindIn([...inputPlaced, ...stood.kernel, ...stood.products, ...outputPlaced]),
    padding: [...inputPlaced, ...outputPlaced].flatMap((placed) => placed.padding),
    heads: {
      input: { x: ruler, y: inputY - ruler, width: room },
      ...stood.heads,
      output: { x: ruler, y: outputY - ruler, width: room },
    },
    caption: { x: ruler, y: captionY },
    sums: { x: stood.sumsX, y: sumsY, width: Math.max(stood.sumsWidth, 5.6 * margins.sumLine) },
    channelSums: parts.addsChannels ? stood.sums : [],
  };
}

function formOf(view: Perspective | null, tag: number): BlockForm {
  return { perLine: Number.POSITIVE_INFINITY, view, tag };
}

/** All sheets of a grid in one line where their digits stay legible, else as many as then fit. */
function cellFor(
  parts: FigureParts,
  view: Perspective | null,
  room: number,
  tag: number,
  large: boolean,
): number | null {
  const both = [parts.input, parts.output];
  const fits = (cell: number, widthOf: (part: Part) => number) =>
    both.every((part) => widthOf(part) <= room && cell > 0);
  const together = largest(MIN_CELL, large ? 72 : 48, (cell) =>
    fits(cell, (part) => {
      const { width } = blockOf(part, cell, formOf(view, tag));
      return part.channels.length * (width + BESIDE_GAP) - BESIDE_GAP;
    }),
  );
  const alone = largest(MIN_CELL, large ? LEGIBLE_IN_A_ROOM : LEGIBLE, (cell) =>
    fits(cell, (part) => blockOf(part, cell, { ...formOf(view, tag), perLine: 1 }).width),
  );
  if (together === null) return alone;
  return Math.max(together, alone ?? 0);
}

/** As many slices in a line as fit, and as many channels; each block has `extra` room on its right. */
function flowOf(part: Part, cell: number, form: BlockForm, room: number, extra: number): Flow {
  const perLine = form.view
    ? slicesOf(part)
    : (largest(
        1,
        slicesOf(part),
        (count) => blockOf(part, cell, { ...form, perLine: count }).width + extra <= room,
      ) ?? 1);
  const block = blockOf(part, cell, { ...form, perLine });
  const pitch = block.width + extra + BESIDE_GAP;
  const inLine = Math.max(1, Math.min(part.channels.length, Math.floor((room + BESIDE_GAP) / pitch)));
  const lines = Math.ceil(part.channels.length / inLine);
  return {
    height: lines * block.height + (lines - 1) * ROW_GAP,
    at: (x, y) =>
      part.channels.map((channel, i) =>
        block.at(channel, x + (i % inLine) * pitch, y + Math.floor(i / inLine) * (block.height + ROW_GAP)),
      ),
  };
}

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
function middleOf(
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
  const least = grids.length > 2 ? sumLine * 5 : sumLine * 4;
  if (beside !== null && slot >= least) {
    const blockFor = (part: Part) => blockOf(part, beside, form);
    return { at: (x, y) => inRows(parts, grids, blockFor, x, y, { sumsWidth, slot, column }) };
  }
  const size =
    largest(MIN_CELL, wanted, (side) => blockWith(side, { ...form, perLine: 1 }).width <= room - sumsWidth) ??
    MIN_CELL;
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
