import type { FigureParts } from "./figureParts";
import type { Head, Layout, Sheet } from "./layout";
import type { PathMark } from "./marks";
import type { Perspective } from "./perspective";
import { DIGITS_FROM, type Margins } from "./room";
import { blockOf, type Placed, slicesOf } from "./sheetBlock";

/** Sizes of cells in pixels, and how the sheets of a figure stand side by side. */
export interface WideChoice {
  readonly cell: number;
  /** Of kernel, lens and products. */
  readonly middle: number;
  readonly hasLens: boolean;
  /** Slices of input and output in one line. */
  readonly perLine: number;
  /** Slices of kernel, lens and products in one line. */
  readonly middlePerLine: number;
  /** Whether kernel and products stand beside one another, in the row of their channel; else one channel's on one another. */
  readonly beside: boolean;
  /** Columns in which the channels of the side without a window stand. */
  readonly farColumns: number;
}

/** How large a figure is, before its sheets are placed. */
export interface Arrangement {
  readonly width: number;
  readonly height: number;
  readonly place: () => Layout;
}

/** Between the channels' rows, in pixels. */
export const ROW_GAP = 10;
const BESIDE_GAP = 22;
/** What stands between the last products and their sum. */
export const SUM_GAP = 4;

/** Input, kernel and products, output from left to right. The kernel's channels stand in the rows of those that they lie on. */
export function wideSheets(
  parts: FigureParts,
  view: Perspective | null,
  margins: Margins,
  choice: WideChoice,
  large: boolean,
): Arrangement {
  const { cell, middle, hasLens, beside, farColumns } = choice;
  const { label, letter, column, name } = margins;
  const tag = parts.tagged ? margins.tag : 0;
  const ruler = view && slicesOf(parts.input) > 1 ? 8 : margins.ruler;
  const form = { perLine: choice.perLine, view, tag };
  const middleForm = { perLine: choice.middlePerLine, view, tag: parts.dims === 3 ? tag : 0 };
  const inputFirst = parts.windowSide === "input";
  const [nearPart, farPart] = inputFirst ? [parts.input, parts.output] : [parts.output, parts.input];
  const near = blockOf(nearPart, cell, form);
  const far = blockOf(farPart, cell, form);
  const kernel = parts.kernel && blockOf(parts.kernel, middle, middleForm);
  const products = blockOf(parts.products, middle, middleForm);
  const lens = hasLens ? products : null;
  const channels = parts.products.channels;

  const gap = cell < 24 && !large ? 44 : 60;
  const titled = (width: number, letters: number) => Math.max(width, name, Math.ceil(letters * letter) + 4);
  const nearWidth = titled(near.width, parts.shapeLetters[nearPart.grid]);
  const farPitch = far.width + BESIDE_GAP;
  const farWidth = titled((farColumns - 1) * farPitch + far.width, parts.shapeLetters[farPart.grid]);
  const kernelWidth = kernel ? titled(kernel.width, parts.shapeLetters.kernel) : 0;
  const productsWidth = Math.max(products.width, column - 12, Math.ceil(5.6 * margins.sumLine));
  const sumsWidth = parts.addsChannels ? 3 * margins.sumLine : 0;
  const lensWidth = lens ? titled(lens.width, 0) : 0;
  const parted = (width: number) => (width > 0 ? width + BESIDE_GAP : 0);
  const middleWidth = beside
    ? parted(kernelWidth) + parted(lensWidth) + productsWidth + sumsWidth
    : Math.max(kernelWidth, productsWidth);

  const band = beside ? Math.max(near.height, products.height) : near.height;
  const nearTop = label + ruler;
  const nearHeight = (rows: number) => nearTop + rows * band + (rows - 1) * ROW_GAP;
  const captions = parts.captionLines * margins.caption;
  const sums = parts.sumLines * margins.sumLine + (parts.sumLines ? SUM_GAP + 4 : 0);
  const rowOf = (index: number) => (nearPart.channels.length > 1 ? parts.firstChannel + index : 0);
  const besideBottom = nearHeight(rowOf(channels.length - 1) + 1) - (band - products.height) / 2 + sums;
  const nearColumn = nearHeight(nearPart.channels.length) + (inputFirst ? captions : 0);
  const aligned = beside ? Math.max(nearColumn, besideBottom) : nearColumn;
  const farRows = Math.ceil(farPart.channels.length / farColumns);
  const farColumn =
    label + ruler + farRows * far.height + (farRows - 1) * ROW_GAP + (inputFirst ? 0 : captions);
  const piled = [kernel, lens, products].filter((block) => block !== null);
  const pile =
    piled.reduce((sum, block) => sum + label + block.height, 0) + (piled.length - 1) * margins.stack + sums;
  const height = Math.ceil(Math.max(aligned, farColumn, beside ? 0 : pile));

  const inputWidth = inputFirst ? nearWidth : farWidth;
  const middleX = ruler + inputWidth + gap;
  const outputX = middleX + middleWidth + gap + ruler;
  const width = Math.ceil(outputX + (inputFirst ? farWidth : nearWidth));

  function place(): Layout {
    const nearX = inputFirst ? ruler : outputX;
    const farX = inputFirst ? outputX : ruler;
    const top = Math.round((height - aligned) / 2);
    const bandTop = (row: number) => top + nearTop + row * (band + ROW_GAP);
    const centred = (row: number, blockHeight: number) => bandTop(row) + (band - blockHeight) / 2;
    const nearPlaced = nearPart.channels.map((channel, i) =>
      near.at(channel, nearX, centred(i, near.height)),
    );
    const farTop = Math.round((height - farColumn) / 2) + label + ruler;
    const farPlaced = farPart.channels.map((channel, i) =>
      far.at(
        channel,
        farX + Math.floor(i / farRows) * farPitch,
        farTop + (i % farRows) * (far.height + ROW_GAP),
      ),
    );
    const headOf = (x: number, y: number, room: number): Head => ({ x, y, width: room });
    const nearHead = headOf(nearX, centred(0, near.height) - ruler, nearWidth + gap / 2);
    const farHead = headOf(farX, farTop - ruler, farWidth + gap / 2);
    const pileTop = Math.round((height - pile) / 2);
    const spots = besideSpots();
    const stand = (block: typeof products | null, spot: keyof typeof spots, level: number) => {
      if (!block) return { placed: [], head: null };
      if (beside) {
        const first = centred(rowOf(0), block.height);
        return {
          placed: channels.map((channel, i) =>
            block.at(channel, spots[spot].x, centred(rowOf(i), block.height)),
          ),
          head: headOf(spots[spot].x, first, spots[spot].width),
        };
      }
      const y = pileTop + label + level * (block.height + margins.stack + label);
      return {
        placed: channels.map((channel) => block.at(channel, middleX, y)),
        head: headOf(middleX, y, middleWidth + gap / 2),
      };
    };
    const stoodKernel = stand(kernel, "kernel", 0);
    const stoodLens = stand(lens, "lens", 1);
    const stoodProducts = stand(products, "products", piled.length - 1);
    const productsSheets = sheetsIn(stoodProducts.placed);
    const lowest = stoodProducts.placed.at(-1);
    const productsX = stoodProducts.head?.x ?? middleX;
    const productsBottom =
      (beside
        ? centred(rowOf(channels.length - 1), products.height)
        : pileTop + label + (piled.length - 1) * (products.height + margins.stack + label)) + products.height;
    const nearBottom = bandTop(nearPart.channels.length - 1) + (band + near.height) / 2;
    const farBottom = farTop + farRows * far.height + (farRows - 1) * ROW_GAP;
    return {
      arrangement: "wide",
      width,
      height,
      margins,
      sheets: {
        input: sheetsIn(inputFirst ? nearPlaced : farPlaced),
        kernel: sheetsIn(stoodKernel.placed),
        lens: sheetsIn(stoodLens.placed),
        products: productsSheets,
        output: sheetsIn(inputFirst ? farPlaced : nearPlaced),
      },
      glide: 0,
      chart: null,
      behind: behindIn([...nearPlaced, ...farPlaced, ...stoodKernel.placed, ...(lowest ? [lowest] : [])]),
      padding: nearPlaced.flatMap((placed) => placed.padding),
      heads: {
        input: inputFirst ? nearHead : farHead,
        kernel: stoodKernel.head,
        lens: stoodLens.head,
        products: stoodProducts.head,
        output: inputFirst ? farHead : nearHead,
      },
      caption: { x: ruler, y: inputFirst ? nearBottom : farBottom },
      sums: {
        x: productsX,
        y: productsBottom + SUM_GAP,
        width: Math.max(products.width, 5.6 * margins.sumLine),
      },
      channelSums: parts.addsChannels
        ? channels.map((channel, i) => ({
            channel,
            x: productsX + products.width + 8,
            y: centred(rowOf(i), products.height) + products.height / 2,
          }))
        : [],
    };
  }

  function besideSpots() {
    const lensX = middleX + parted(kernelWidth);
    return {
      kernel: { x: middleX, width: kernelWidth },
      lens: { x: lensX, width: lensWidth },
      products: { x: lensX + parted(lensWidth), width: productsWidth },
    };
  }

  return { width, height, place };
}

/** Whether cells of this size have no digits, so that the window's numbers need a place of their own. */
export function needsLens(parts: FigureParts, folded: boolean, cell: number): boolean {
  return parts.kernel !== null && parts.windowSide === "input" && (folded || cell < DIGITS_FROM);
}

export function sheetsIn(placed: readonly Placed[]): readonly Sheet[] {
  return placed.flatMap(({ sheets }) => sheets);
}

export function behindIn(placed: readonly Placed[]): readonly PathMark[] {
  return placed.flatMap(({ behind }) => behind);
}
