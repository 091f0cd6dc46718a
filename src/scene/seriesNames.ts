import type { LabelMark, Rectangle } from "./marks";

export type Point = readonly [x: number, y: number];

/** Where a letter may stand beside the end of its line, the best place first. */
const SPOTS = [
  [8, 0, "start"],
  [8, -14, "start"],
  [8, 14, "start"],
  [0, -14, "middle"],
  [0, 14, "middle"],
  [-8, 0, "end"],
] as const;
/** Of a letter with its channel, in pixels. */
const LETTER = { width: 11, height: 14 };

interface Series {
  readonly key: string;
  readonly text: string;
  readonly points: readonly Point[];
}

/** The letters at the ends of the lines, where no line and no other letter lies; channels have their number. */
export function seriesNames(
  chart: Rectangle,
  lists: Readonly<Record<"input" | "output", Lines>>,
): readonly LabelMark[] {
  const all = (["input", "output"] as const).flatMap((grid) =>
    lists[grid].map((points, i): Series & { grid: string } => ({
      grid,
      key: i === 0 ? `name-${grid}` : `name-${grid}-${i}`,
      text: (grid === "input" ? "X" : "Y") + (lists[grid].length > 1 ? subscript(i) : ""),
      points,
    })),
  );
  const taken: Rectangle[] = [];
  return all.flatMap(({ grid, key, text, points }): readonly LabelMark[] => {
    const end = points.at(-1);
    if (!end) return [];
    const areas = SPOTS.map((spot) => areaOf(end, spot, text));
    const isApart = (area: Rectangle) => !taken.some((other) => meets(area, other));
    const isFree = (area: Rectangle) => isWithin(area, chart) && isApart(area) && !all.some(crosses(area));
    const free = areas.findIndex(isFree);
    const chosen = free >= 0 ? free : Math.max(0, areas.findIndex(isApart));
    const [right, down, anchor] = SPOTS[chosen] ?? SPOTS[0];
    const area = areas[chosen];
    if (area) taken.push(area);
    const parts = [{ text, className: "letter" }];
    return [{ key, x: end[0] + right, y: end[1] + down, anchor, className: `series-name ${grid}`, parts }];
  });
}

type Lines = readonly (readonly Point[])[];

function subscript(channel: number): string {
  return String(channel).replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit)));
}

function areaOf([x, y]: Point, [right, down, anchor]: (typeof SPOTS)[number], text: string): Rectangle {
  const width = LETTER.width + 6 * (text.length - 1);
  const left = anchor === "start" ? 0 : anchor === "end" ? -width : -width / 2;
  return { x: x + right + left, y: y + down - LETTER.height / 2, width, height: LETTER.height };
}

/** A letter may stand out on the right, where the ruler's margin is. */
function isWithin({ x, y, height }: Rectangle, chart: Rectangle): boolean {
  return x >= chart.x && y >= chart.y && y + height <= chart.y + chart.height;
}

function meets(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether a line runs through an area: where its piece comes near, in steps of at most two pixels. */
function crosses(area: Rectangle): (series: Series) => boolean {
  return ({ points }) =>
    points.some(([x, y], i) => {
      const [toX, toY] = points[i + 1] ?? [x, y];
      const [width, height] = [Math.abs(toX - x) + 2, Math.abs(toY - y) + 2];
      if (!meets(area, { x: Math.min(x, toX) - 1, y: Math.min(y, toY) - 1, width, height })) return false;
      const steps = Math.max(1, Math.ceil(Math.max(Math.abs(toX - x), Math.abs(toY - y)) / 2));
      return Array.from({ length: steps + 1 }, (_, k) => k / steps).some((share) => {
        const [px, py] = [x + (toX - x) * share, y + (toY - y) * share];
        return meets(area, { x: px - 1, y: py - 1, width: 2, height: 2 });
      });
    });
}
