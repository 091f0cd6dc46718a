type Rows = readonly (readonly number[])[];

interface Setting {
  readonly stride?: readonly [number, number];
  /** [before, after] for rows and columns; filled with zeros. */
  readonly padding?: readonly [readonly [number, number], readonly [number, number]];
  readonly bias?: number;
  readonly relu?: boolean;
}

/** Cross-correlation the long way: pads a table, then four loops. */
export function plainConv(input: Rows, kernel: Rows, setting: Setting = {}): number[][] {
  const { stride = [1, 1], bias = 0, relu = false } = setting;
  const [[top, bottom], [left, right]] = setting.padding ?? [
    [0, 0],
    [0, 0],
  ];
  const width = (input[0]?.length ?? 0) + left + right;
  const zeros = (count: number) => Array.from({ length: count }, () => 0);
  const padded = [
    ...Array.from({ length: top }, () => zeros(width)),
    ...input.map((row) => [...zeros(left), ...row, ...zeros(right)]),
    ...Array.from({ length: bottom }, () => zeros(width)),
  ];
  const kernelWidth = kernel[0]?.length ?? 0;
  const output: number[][] = [];
  for (let i = 0; i + kernel.length <= padded.length; i += stride[0]) {
    const row: number[] = [];
    for (let j = 0; j + kernelWidth <= width; j += stride[1]) {
      let sum = bias;
      for (let a = 0; a < kernel.length; a++)
        for (let b = 0; b < kernelWidth; b++) sum += (padded[i + a]?.[j + b] ?? 0) * (kernel[a]?.[b] ?? 0);
      row.push(relu ? Math.max(0, sum) : sum);
    }
    output.push(row);
  }
  return output;
}
