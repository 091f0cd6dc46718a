import { describe, expect, test } from "vitest";
import { readLayers } from "../../src/model/addressStack";
import { defaultDocument } from "../../src/model/defaultDocument";
import type { ConvDocument, Grid, Layer } from "../../src/model/document";
import { setStackKernel } from "../../src/model/stackCommands";
import { layersFrom } from "../../src/model/stackLayers";
import { collapsibleLayers, stackCollapse } from "../../src/trace/stackCollapse";
import { setBounds, setSize, stackField } from "../../src/trace/stackField";
import { stackMaps } from "../../src/trace/stackMaps";
import { movedGrid, stackShift } from "../../src/trace/stackShift";
import { squaresOf, stackTable } from "../../src/trace/stackTable";
import { stackWeights } from "../../src/trace/stackWeights";
import { seededRandom } from "./stackNumbers";

function layersOf(text: string, dims: number): readonly Layer[] {
  return layersFrom(readLayers(text) ?? [], dims, 1);
}

function gridOf(shape: readonly number[], numbers: readonly number[]): Grid {
  return { shape: [1, 1, ...shape], data: Float64Array.from(numbers) };
}

function documentOf(input: Grid, layers: string, kernels: readonly (readonly number[])[] = []): ConvDocument {
  const [first, ...others] = layersOf(layers, input.shape.length - 2);
  if (!first) throw new Error("no layer");
  const made: ConvDocument = { ...defaultDocument, input, layers: [first, ...others] };
  return kernels.reduce((document, values, at) => setStackKernel(at, values)(document), made);
}

function mapsOf(document: ConvDocument): readonly (readonly number[])[] {
  return stackMaps(document.layers, document.input).maps.map(({ data }) => [...data]);
}

const plain = (side: number) => [1, 1, side, side];

describe("the receptive field of a stack", () => {
  test.each([
    ["k3,k3", 5],
    ["k3,k3,k3", 7],
    ["k7", 7],
    ["k3s2,k3s2,k3s2", 15],
    ["k3,k3d2,k3d4", 15],
    ["k3s2,k3", 7],
    ["k3,k3s2", 5],
  ])("%s sees %i cells along each axis", (layers, size) => {
    const { field } = stackTable(layersOf(layers, 2), plain(33));
    expect(field.map((axis) => axis.size)).toEqual([size, size]);
  });

  test("the cells that are lit are those that change the chosen one", () => {
    const layers = layersOf("k3p1,k3x2s2d2p1:0,avg2", 2);
    const input = gridOf([13, 11], seededRandom(143, 3));
    const stack = stackMaps(layers, input);
    const chosen = { layer: 3, cell: [1, 1] };
    const [seen = []] = stackField(stack.resolved, chosen);
    const last = stack.maps[3] as Grid;
    const at = 1 * (last.shape[3] ?? 1) + 1;
    const found: number[] = [];
    for (let i = 0; i < input.data.length; i++) {
      const data = input.data.slice();
      data[i] = (data[i] as number) + 1;
      const changed = stackMaps(layers, { shape: input.shape, data }).maps[3] as Grid;
      if (Math.abs((changed.data[at] as number) - (last.data[at] as number)) > 1e-9) found.push(i);
    }
    const lit = (seen[0] ?? []).flatMap((row) => (seen[1] ?? []).map((column) => row * 11 + column));
    expect(lit).toEqual(found);
  });

  test("what a cell feeds are the cells that change with it", () => {
    const layers = layersOf("k3d2p1,max3s2,k2", 1);
    const input = gridOf([12], seededRandom(12, 5));
    const stack = stackMaps(layersOf("k3d2p1,avg3s2,k2", 1), input);
    const sets = stackField(stackMaps(layers, input).resolved, { layer: 0, cell: [5] });
    const data = input.data.slice();
    data[5] = (data[5] as number) + 1;
    const changed = stackMaps(stack.layers, { shape: input.shape, data });
    for (const map of [1, 2, 3]) {
      const before = stack.maps[map] as Grid;
      const fed = Array.from(changed.maps[map]?.data ?? [], (value, i) =>
        Math.abs(value - (before.data[i] as number)) > 1e-9 ? i : -1,
      ).filter((i) => i >= 0);
      expect(sets[map]?.[0]).toEqual(fed);
    }
  });

  test("dilation leaves gaps: three taps of a span of five", () => {
    const stack = stackMaps(layersOf("k3d2", 1), gridOf([9], new Array(9).fill(0)));
    const [seen = []] = stackField(stack.resolved, { layer: 1, cell: [0] });
    expect(seen).toEqual([[0, 2, 4]]);
    expect(setSize(seen)).toBe(3);
    expect(setBounds(seen)).toEqual([[0, 4]]);
  });
});

describe("the bill", () => {
  test("three 3×3 layers cost 110,592 weights at 64 channels, one 7×7 costs 200,704", () => {
    expect(stackTable(layersOf("k3,k3,k3", 2), plain(17), 64).parameters).toBe(110_592);
    expect(stackTable(layersOf("k7", 2), plain(17), 64).parameters).toBe(200_704);
  });

  test.each([
    ["k3,k3,k3", 27],
    ["k7", 49],
    ["k5", 25],
    ["k3,k3", 18],
    ["k3,max2", 9],
  ])("%s has %i C² weights", (layers, squares) => {
    expect(squaresOf(layersOf(layers, 2))).toBe(squares);
  });

  test("rows tell output, jump and multiply-adds of each layer", () => {
    const { rows } = stackTable(layersOf("k3s2,max2,k3p1", 2), plain(17), 2);
    expect(rows.map(({ outputSize }) => outputSize)).toEqual([
      [8, 8],
      [4, 4],
      [4, 4],
    ]);
    expect(rows.map(({ field }) => field[0]?.jump)).toEqual([2, 4, 4]);
    expect(rows.map(({ multiplyAdds }) => multiplyAdds)).toEqual([8 * 8 * 36, 0, 4 * 4 * 36]);
  });
});

describe("effective weights", () => {
  test("four [1, 1] layers padded on the right make the binomial row, centred at 3", () => {
    const spike = documentOf(gridOf([11], [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]), "k2p0:1,k2p0:1,k2p0:1,k2p0:1");
    expect(mapsOf(spike).at(-1)).toEqual([0, 1, 4, 6, 4, 1, 0, 0, 0, 0, 0]);
    const stack = stackMaps(spike.layers, spike.input);
    expect([...stackWeights(stack, { layer: 4, cell: [2] }, 0).data]).toEqual([
      0, 0, 1, 4, 6, 4, 1, 0, 0, 0, 0,
    ]);
  });

  test("padding on alternate sides brings the spike back to 5", () => {
    const spike = documentOf(gridOf([11], [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]), "k2p0:1,k2p1:0,k2p0:1,k2p1:0");
    expect(mapsOf(spike).at(-1)).toEqual([0, 0, 0, 1, 4, 6, 4, 1, 0, 0, 0]);
  });

  test("they are the finite differences, through ReLU, maxima, means and stamps", () => {
    const document = documentOf(
      gridOf([8, 7], seededRandom(56, 7)),
      "k3p1r,max2s1,k2d2r,avg2s1,transposedk2",
      [seededRandom(9, 11), [], seededRandom(4, 13)],
    );
    const { layers, input } = document;
    const stack = stackMaps(layers, input);
    const chosen = { layer: 5, cell: [2, 1] };
    const last = stack.maps[5] as Grid;
    const at = 2 * (last.shape[3] ?? 1) + 1;
    const weights = stackWeights(stack, chosen, 0).data;
    const step = 1e-6;
    for (let i = 0; i < input.data.length; i++) {
      const moved = (by: number) => {
        const data = input.data.slice();
        data[i] = (data[i] as number) + by;
        return stackMaps(layers, { shape: input.shape, data }).maps[5]?.data[at] ?? 0;
      };
      expect(weights[i]).toBeCloseTo((moved(step) - moved(-step)) / (2 * step), 5);
    }
  });
});

describe("collapsing two layers", () => {
  const series = gridOf([5], [4, 1, 5, 2, 6]);

  test("[1, 1] then [1, −1] on 4 1 5 2 6 is the one kernel [1, 0, −1]", () => {
    const document = documentOf(series, "k2,k2", [
      [1, 1],
      [1, -1],
    ]);
    const collapse = stackCollapse(stackMaps(document.layers, series), 1);
    expect([...(collapse?.product.data ?? [])]).toEqual([1, 0, -1]);
    expect([...(collapse?.two.data ?? [])]).toEqual([-1, -1, -1]);
    expect([...(collapse?.one.data ?? [])]).toEqual([-1, -1, -1]);
    expect(collapse?.because).toBeNull();
  });

  test("ReLU between [1, −1] and [1, 1] gives 3 3 3, on the negated signal 4 4 4, and no kernel does both", () => {
    const document = documentOf(series, "k2r,k2", [
      [1, -1],
      [1, 1],
    ]);
    const collapse = stackCollapse(stackMaps(document.layers, series), 1);
    expect([...(collapse?.two.data ?? [])]).toEqual([3, 3, 3]);
    expect(collapse?.because).toBe("relu");
    expect(collapse?.differing).toEqual([0, 1, 2]);
    const negated = gridOf([5], [-4, -1, -5, -2, -6]);
    expect([...(stackMaps(document.layers, negated).maps.at(-1)?.data ?? [])]).toEqual([4, 4, 4]);
  });

  test("strides and dilations multiply out: one kernel gives what two do", () => {
    const document = documentOf(gridOf([17, 16], seededRandom(272, 17)), "k3x2s2d2,k2x3s1x2d2", [
      seededRandom(6, 19),
      seededRandom(6, 23),
    ]);
    const collapse = stackCollapse(stackMaps(document.layers, document.input), 1);
    expect(collapse?.differing).toEqual([]);
    expect(collapse?.one.shape).toEqual(collapse?.two.shape);
  });

  test("zeros that the second layer pads with make the edge differ, and the edge alone", () => {
    const document = documentOf(gridOf([6], [1, 2, 3, 4, 5, 6]), "k3p1,k3p1");
    const collapse = stackCollapse(stackMaps(document.layers, document.input), 1);
    expect(collapse?.because).toBe("padding");
    expect(collapse?.differing).toEqual([0, 5]);
  });

  test("pooling stands in the way", () => {
    expect(collapsibleLayers({ layers: layersOf("k3,max2,k3,k3", 2) })).toEqual([3]);
  });
});

describe("shifting the input", () => {
  const step = gridOf([7], [0, 0, 3, 1, 0, 0, 0]);

  test("at stride 1 the answer moves along", () => {
    const document = documentOf(step, "k2", [[1, -1]]);
    const { maps } = stackShift(document, [1]);
    expect([...(maps[1]?.before.data ?? [])]).toEqual([0, -3, 2, 1, 0, 0]);
    expect([...(maps[1]?.after.data ?? [])]).toEqual([0, 0, -3, 2, 1, 0]);
    expect(maps[1]?.verdict).toBe("moves");
  });

  test("stride 2 breaks it, but for shifts by two", () => {
    const document = documentOf(step, "k2s2", [[1, -1]]);
    const one = stackShift(document, [1]);
    expect([...(one.maps[1]?.before.data ?? [])]).toEqual([0, 2, 0]);
    expect([...(one.maps[1]?.after.data ?? [])]).toEqual([0, -3, 1]);
    expect(one.maps[1]?.verdict).toBe("broken");
    expect(one.culprit).toEqual({ layer: 1, kind: "stride" });
    const two = stackShift(document, [2]);
    expect([...(two.maps[1]?.after.data ?? [])]).toEqual([0, 0, 2]);
    expect(two.maps[1]?.verdict).toBe("moves");
  });

  test("max pooling by two forgives two of three cells", () => {
    const { maps, culprit } = stackShift(documentOf(step, "k2,max2", [[1, -1]]), [1]);
    expect([...(maps[2]?.before.data ?? [])]).toEqual([0, 2, 0]);
    expect([...(maps[2]?.after.data ?? [])]).toEqual([0, 2, 1]);
    expect(maps[2]?.differing).toEqual([2]);
    expect(culprit).toEqual({ layer: 2, kind: "pooling" });
  });

  test("padding breaks it at the edge", () => {
    const { maps, culprit } = stackShift(documentOf(gridOf([5], [1, 2, 3, 4, 5]), "k3p1"), [1]);
    expect(maps[1]?.verdict).toBe("padding");
    expect(culprit).toBeNull();
    // Before 3 6 9 12 9, after 1 3 6 9 7: where 12 was to come, 7 is.
    expect(maps[1]?.differing).toEqual([4]);
  });

  test("numbers move and zeros come in", () => {
    expect([...movedGrid(gridOf([2, 3], [1, 2, 3, 4, 5, 6]), [1, -1]).data]).toEqual([0, 0, 0, 2, 3, 0]);
  });
});
