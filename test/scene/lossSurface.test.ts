import { describe, expect, test } from "vitest";
import { contourAt, contoursOf, type PlaneScale, trenchPath } from "../../src/scene/contours";
import { domainOf, lossSurfaceOf, surfacePointAt } from "../../src/scene/lossSurface";
import type { Point } from "../../src/scene/weightPath";
import { type LossBowl, lossBowlOf } from "../../src/trace/lossBowl";
import { naiveLoss } from "../trace/naiveNetwork";
import { BLANK_PAGE, EDGE_IMAGE, learning, planFor } from "../trace/trainings";

const bowlFor = (...recipe: Parameters<typeof learning>) =>
  lossBowlOf(planFor(learning(...recipe))) as LossBowl;
const lossOn = (image: typeof EDGE_IMAGE, weights: Point) => naiveLoss(planFor(learning(image)), weights);

/** So large that rounding to a tenth of a pixel is nothing. */
const PLANE: PlaneScale = { x: (first) => 1e5 * first, y: (second) => -1e5 * second, unit: 1e5 };
const weightsAt = (x: number, y: number): Point => [x / 1e5, -y / 1e5];

const numbersIn = (d: string) => (d.match(/-?\d+(\.\d+)?(e[+-]?\d+)?/g) ?? []).map(Number);

/** Points all around an ellipse that is written as two half arcs. */
function pointsOn(d: string): Point[] {
  const [x = 0, y = 0, rx = 0, ry = 0, turn = 0, , , dx = 0, dy = 0] = numbersIn(d);
  const [cx, cy] = [x + dx / 2, y + dy / 2];
  const radians = (turn * Math.PI) / 180;
  return Array.from({ length: 16 }, (_, i) => {
    const angle = (i / 8) * Math.PI;
    const [along, across] = [rx * Math.cos(angle), ry * Math.sin(angle)];
    return [
      cx + along * Math.cos(radians) - across * Math.sin(radians),
      cy + along * Math.sin(radians) + across * Math.cos(radians),
    ];
  });
}

describe("contours", () => {
  test("have the loss they say at every point around", () => {
    const bowl = bowlFor(EDGE_IMAGE);
    const contours = contoursOf(bowl, PLANE, 100);
    expect(contours.map(({ loss }) => loss)).toEqual([0.5, 1, 2, 5, 10, 20, 50, 100]);
    for (const { loss, d, ends } of contours) {
      const points = pointsOn(d);
      for (const [x, y] of points) expect(lossOn(EDGE_IMAGE, weightsAt(x, y)) / loss).toBeCloseTo(1, 3);
      for (const end of ends) expect(lossOn(EDGE_IMAGE, weightsAt(...end)) / loss).toBeCloseTo(1, 6);
      const heights = points.map(([, y]) => y);
      expect(ends[0][1]).toBeLessThanOrEqual(Math.min(...heights) + 1);
      expect(ends[1][1]).toBeGreaterThanOrEqual(Math.max(...heights) - 1);
    }
  });

  test("of a trench are pairs of parallel lines, with the least loss all along the one between them", () => {
    const bowl = bowlFor(BLANK_PAGE, { start: "given", startValues: [0.6, 0.2] });
    for (const { loss, d, ends } of contoursOf(bowl, PLANE, 50)) {
      const lines = numbersIn(d);
      expect(lines).toHaveLength(8);
      for (let i = 0; i < 8; i += 2) {
        const found = lossOn(BLANK_PAGE, weightsAt(lines[i] ?? 0, lines[i + 1] ?? 0));
        expect(found / loss).toBeCloseTo(1, 3);
      }
      for (const end of ends) expect(lossOn(BLANK_PAGE, weightsAt(...end)) / loss).toBeCloseTo(1, 6);
    }
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbersIn(trenchPath(bowl, PLANE) ?? "");
    for (const point of [weightsAt(x1, y1), weightsAt(x2, y2)])
      expect(lossOn(BLANK_PAGE, point)).toBeCloseTo(0, 6);
    expect(x1).not.toBe(x2);
  });

  test("start above the least loss where that is not 0", () => {
    const bowl: LossBowl = {
      minimum: [0, 0],
      least: 7,
      axes: [
        { value: 2, direction: [1, 0], flat: false },
        { value: 2, direction: [0, 1], flat: false },
      ],
    };
    expect(contoursOf(bowl, PLANE, 60).map(({ loss }) => loss)).toEqual([10, 20, 50]);
    // Along either axis the loss is 7 + w².
    expect(numbersIn(contourAt(bowl, PLANE, 16).d)[2]).toBeCloseTo(3e5);
  });

  test("are none where the loss is the same everywhere", () => {
    const bowl = bowlFor(BLANK_PAGE.map((row) => row.map(() => 0)));
    expect(contoursOf(bowl, PLANE, 100)).toEqual([]);
    expect(trenchPath(bowl, PLANE)).toBeNull();
  });
});

const names = ["W[0, 0]", "W[0, 1]"] as const;
const BOX = { width: 300, height: 300, em: 12 };

describe("the domain", () => {
  test("shows the start, the least loss and the whole way of a run that converges", () => {
    const bowl = bowlFor(EDGE_IMAGE);
    const { middle, half } = domainOf(bowl, { path: [0, 0, 0.36, -0.36, 0.59, -0.59], other: null, names });
    expect(middle).toEqual([1, -1]);
    expect(half).toBeGreaterThan(1);
    expect(half).toBeLessThan(2);
  });

  test("does not follow a run that explodes", () => {
    const bowl = bowlFor(EDGE_IMAGE);
    const path = [1, 0, 2, -2.5, -3, 4, 1e6, 1e8, Number.POSITIVE_INFINITY, Number.NaN];
    expect(domainOf(bowl, { path, other: null, names }).half).toBeLessThan(5);
  });

  test("has a size where the run starts at the least loss", () => {
    const bowl = bowlFor(EDGE_IMAGE, { start: "given", startValues: [1, -1] });
    expect(domainOf(bowl, { path: [1, -1], other: null, names }).half).toBeGreaterThan(0);
  });
});

describe("the surface", () => {
  const path = [0, 0, 0.36, -0.36, 0.5904, -0.5904];
  const surfaceOf = (way: readonly number[], other: readonly number[] | null = null) => {
    const bowl = bowlFor(EDGE_IMAGE);
    const runs = { path: way, other, names };
    return lossSurfaceOf(bowl, runs, domainOf(bowl, runs), BOX);
  };
  const pathOf = (surface: ReturnType<typeof surfaceOf>, position: number, key: string) =>
    surfacePointAt(surface, position).clipped.find((mark) => mark.key === key)?.d ?? "";

  test("has one scale both ways, and reads weights back from pixels", () => {
    const { plane, weightsAt: at } = surfaceOf(path);
    expect(plane.x(1) - plane.x(0)).toBeCloseTo(plane.unit);
    expect(plane.y(0) - plane.y(1)).toBeCloseTo(plane.unit);
    expect(at(plane.x(0.3), plane.y(-0.7))).toEqual([expect.closeTo(0.3), expect.closeTo(-0.7)]);
  });

  test("points from the weights at a whole update to those after the next", () => {
    const surface = surfaceOf(path);
    expect(surfacePointAt(surface, 1).at).toEqual([0.36, -0.36]);
    const [, , toX = 0, toY = 0] = numbersIn(pathOf(surface, 1, "next"));
    expect(surface.weightsAt(toX, toY)).toEqual([expect.closeTo(0.5904, 2), expect.closeTo(-0.5904, 2)]);
    expect(pathOf(surface, 2, "next")).toBe("");
  });

  test("moves the weights in the last quarter of an update alone", () => {
    const surface = surfaceOf(path);
    const at = (position: number) => surfacePointAt(surface, position).at;
    expect(at(0.7)).toEqual([0, 0]);
    expect(at(0.875)).toEqual([expect.closeTo(0.18), expect.closeTo(-0.18)]);
    expect(at(99)).toEqual([0.5904, -0.5904]);
  });

  test("keeps a point that is outside at the side of the picture", () => {
    const surface = surfaceOf([1, 0, 1e30, Number.NaN]);
    const { clipped, paths } = surfacePointAt(surface, 1);
    const point = paths.find(({ key }) => key === "point");
    expect(point?.className).toContain("outside");
    for (const { d } of [...clipped, ...paths, ...surface.marks.clipped])
      expect(d).not.toMatch(/NaN|Infinity/);
  });

  test("draws a long way with as many points as can be told apart", () => {
    const toAndFro = Array.from({ length: 20_000 }, (_, i) => (i % 4 < 2 ? 0.5 : 1.5));
    expect(surfaceOf(toAndFro).way.length).toBeLessThan(1000);
    const resting = Array.from({ length: 20_000 }, () => 1);
    expect(surfaceOf(resting).way).toEqual([0, 9999]);
  });

  test("draws the other run's way beside the run's own", () => {
    const keys = surfaceOf(path, [0, 0, -0.3, 0.3]).marks.clipped.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(["other", "run", "least"]));
  });
});
