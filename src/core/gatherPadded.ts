import type { PaddedGrid } from "./paddedGrid";

/**
 * The gradient of `correlatePadded` by its weight: for each kernel cell, the input it met times the `out` cell it went to,
 * added in the order of the windows.
 */
export function gatherPadded(
  grid: PaddedGrid,
  input: Float64Array,
  out: Float64Array,
  sums: Float64Array,
): void {
  const { inPerGroup, inCells, offsets } = grid;
  const outChannels = grid.groups * grid.outPerGroup;
  const outCells = grid.corners.length * grid.width;
  const taps = offsets.length;
  sums.fill(0);
  for (let n = 0; n < grid.batch; n++) {
    for (let c = 0; c < outChannels; c++) {
      const start = (n * outChannels + c) * outCells;
      const first = (n * grid.groups + Math.floor(c / grid.outPerGroup)) * inPerGroup;
      for (let i = 0; i < inPerGroup; i++) {
        const base = (first + i) * inCells;
        const k = (c * inPerGroup + i) * taps;
        let tap = 0;
        for (; tap + 4 <= taps; tap += 4) gatherFour(grid, input, base, out, start, tap, sums, k);
        for (; tap < taps; tap++) gatherOne(grid, input, base, out, start, tap, sums, k);
      }
    }
  }
}

function gatherFour(
  { offsets, corners, width, stride }: PaddedGrid,
  input: Float64Array,
  base: number,
  out: Float64Array,
  start: number,
  tap: number,
  sums: Float64Array,
  k: number,
): void {
  const x0 = base + (offsets[tap] as number);
  const x1 = base + (offsets[tap + 1] as number);
  const x2 = base + (offsets[tap + 2] as number);
  const x3 = base + (offsets[tap + 3] as number);
  let sum0 = sums[k + tap] as number;
  let sum1 = sums[k + tap + 1] as number;
  let sum2 = sums[k + tap + 2] as number;
  let sum3 = sums[k + tap + 3] as number;
  let cell = start;
  for (let row = 0; row < corners.length; row++) {
    const last = cell + width;
    let x = corners[row] as number;
    for (; cell < last; cell++) {
      const share = out[cell] as number;
      sum0 += (input[x0 + x] as number) * share;
      sum1 += (input[x1 + x] as number) * share;
      sum2 += (input[x2 + x] as number) * share;
      sum3 += (input[x3 + x] as number) * share;
      x += stride;
    }
  }
  sums[k + tap] = sum0;
  sums[k + tap + 1] = sum1;
  sums[k + tap + 2] = sum2;
  sums[k + tap + 3] = sum3;
}

function gatherOne(
  { offsets, corners, width, stride }: PaddedGrid,
  input: Float64Array,
  base: number,
  out: Float64Array,
  start: number,
  tap: number,
  sums: Float64Array,
  k: number,
): void {
  const x0 = base + (offsets[tap] as number);
  let sum = sums[k + tap] as number;
  let cell = start;
  for (let row = 0; row < corners.length; row++) {
    const last = cell + width;
    let x = x0 + (corners[row] as number);
    for (; cell < last; cell++) {
      sum += (input[x] as number) * (out[cell] as number);
      x += stride;
    }
  }
  sums[k + tap] = sum;
}
