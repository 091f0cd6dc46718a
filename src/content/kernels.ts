/** A kernel that is known by name. */
export interface NamedKernel {
  readonly name: string;
  readonly rows: readonly (readonly number[])[];
}

const NINTH = 1 / 9;

/** Well-known kernels, turned the way that cross-correlation needs them. */
export const kernels: readonly NamedKernel[] = [
  kernel("identity", [0, 0, 0], [0, 1, 0], [0, 0, 0]),
  kernel("blur", [NINTH, NINTH, NINTH], [NINTH, NINTH, NINTH], [NINTH, NINTH, NINTH]),
  kernel("sharpen", [0, -1, 0], [-1, 5, -1], [0, -1, 0]),
  kernel("sobel-x", [1, 0, -1], [2, 0, -2], [1, 0, -1]),
  kernel("sobel-y", [1, 2, 1], [0, 0, 0], [-1, -2, -1]),
  kernel("laplacian", [0, 1, 0], [1, -4, 1], [0, 1, 0]),
  kernel("emboss", [-2, -1, 0], [-1, 1, 1], [0, 1, 2]),
  kernel("corner", [-1, -1, -1], [-1, 1, 1], [-1, 1, 1]),
];

function kernel(name: string, ...rows: readonly (readonly number[])[]): NamedKernel {
  return { name, rows };
}
