import { expect, test } from "vitest";
import { defaultDocument } from "../../src/model/defaultDocument";
import { equalPlaces } from "../../src/scene/matrixLights";
import { matrixOf } from "../../src/trace/matrix";

// A 2×2 kernel on 3×3: output (r, c) reads the inputs 3r + c, +1, +3 and +4.
test("an entry of the matrix has its weight's places in every row; a place that is always 0 has none", () => {
  const matrix = matrixOf(defaultDocument);
  if (!matrix) throw new Error("the matrix is not listed");
  const lastWeight = [4, 5, 7, 8].map((column, row) => 9 * row + column);
  expect(equalPlaces(matrix, 4)).toEqual(lastWeight);
  expect(equalPlaces(matrix, 9 * 2 + 7)).toEqual(lastWeight);
  expect(equalPlaces(matrix, 2)).toEqual([]);
});
