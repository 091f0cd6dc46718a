import type { PaddedGrid } from "./paddedGrid";

/**
 * One sum for each window and output channel: terms in the order of the taps, bias last, as `conv` adds them.
 *
 * @param input padded
 */
export function correlatePadded(
  grid: PaddedGrid,
  input: Float64Array,
  weight: Float64Array,
  bias: Float64Array | null,
  out: Float64Array,
): void {
  const { inPerGroup, inCells, offsets } = grid;
  const outChannels = grid.groups * grid.outPerGroup;
  const outCells = grid.corners.length * grid.width;
  const taps = offsets.length;
  out.fill(0);
  for (let n = 0; n < grid.batch; n++) {
    for (let c = 0; c < outChannels; c++) {
      const start = (n * outChannels + c) * outCells;
      const first = (n * grid.groups + Math.floor(c / grid.outPerGroup)) * inPerGroup;
      for (let i = 0; i < inPerGroup; i++) {
        const base = (first + i) * inCells;
        const k = (c * inPerGroup + i) * taps;
        let tap = 0;
        for (; tap + 4 <= taps; tap += 4) addFour(grid, input, base, weight, k, tap, out, start);
        for (; tap < taps; tap++) addOne(grid, input, base, weight, k, tap, out, start);
      }
      const offset = bias ? (bias[c] as number) : 0;
      for (let cell = start; cell < start + outCells; cell++) out[cell] = (out[cell] as number) + offset;
    }
  }
}

function addFour(
  { offsets, corners, width, stride }: PaddedGrid,
  input: Float64Array,
  base: number,
  weight: Float64Array,
  k: number,
  tap: number,
  out: Float64Array,
  start: number,
): void {
  const x0 = base + (offsets[tap] as number);
  const x1 = base + (offsets[tap + 1] as number);
  const x2 = base + (offsets[tap + 2] as number);
  const x3 = base + (offsets[tap + 3] as number);
  const w0 = weight[k + tap] as number;
  const w1 = weight[k + tap + 1] as number;
  const w2 = weight[k + tap + 2] as number;
  const w3 = weight[k + tap + 3] as number;
  let cell = start;
  for (let row = 0; row < corners.length; row++) {
    const last = cell + width;
    let x = corners[row] as number;
    for (; cell < last; cell++) {
      let sum = out[cell] as number;
      sum += (input[x0 + x] as number) * w0;
      sum += (input[x1 + x] as number) * w1;
      sum += (input[x2 + x] as number) * w2;
      sum += (input[x3 + x] as number) * w3;
      out[cell] = sum;
      x += stride;
    }
  }
}

function addOne(
  { offsets, corners, width, stride }: PaddedGrid,
  input: Float64Array,
  base: number,
  weight: Float64Array,
  k: number,
  tap: number,
  out: Float64Array,
  start: number,
): void {
  const x0 = base + (offsets[tap] as number);
  const w0 = weight[k + tap] as number;
  let cell = start;
  for (let row = 0; row < corners.length; row++) {
    const last = cell + width;
    let x = x0 + (corners[row] as number);
    for (; cell < last; cell++) {
      out[cell] = (out[cell] as number) + (input[x] as number) * w0;
      x += stride;
    }
  }
}
