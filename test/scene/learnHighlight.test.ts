import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { learnBoardOf } from "../../src/scene/learnBoard";
import { blameMarks, cellOfParameter, learnHighlights, parameterAt } from "../../src/scene/learnHighlight";
import { trainingFacts } from "../../src/trace/trainingFacts";
import { EDGE_IMAGE, learning, plans } from "../trace/trainings";
import { cellsIn, DESK, SIGHT, trainingFigure } from "./trainingFigure";

const sorted = (cells: readonly (readonly (number | undefined)[])[]) =>
  [...new Set(cells.map((cell) => cell.join(",")))].sort();

describe("a weight", () => {
  test("lights the pairs that pull it: those whose product is not 0, and no others", () => {
    fc.assert(
      fc.property(plans(), fc.nat(), ({ plan, parameters }, pick) => {
        if (plan.training.hidden > 0) return;
        const board = learnBoardOf(plan, SIGHT, DESK, null);
        const kernel = board.parameters.kernel ?? [];
        const parameter = kernel[pick % kernel.length] as number;
        const { input, error, kernel: place } = board.layout.places;
        if (!input || !error || !place) throw new Error("no grids");
        const facts = trainingFacts(plan, parameters);
        const { marks } = blameMarks(board, facts, parameter);
        const d = (name: string) => marks.find(({ className }) => className === name)?.d ?? "";

        // A loop over every output, with padding by hand for zeros.
        const { layer, document } = plan;
        if (layer.paddingMode !== "zeros") return;
        const cell = cellOfParameter(board, parameter);
        const [rows, columns] = layer.axes;
        const [height = 0, width = 0] = layer.inputSize;
        const [outRows = 0, outColumns = 0] = layer.outputSize;
        if (!cell || !rows || !columns) throw new Error("no cell");
        const flipped = plan.problem.network[0]?.flipped;
        const row = flipped ? place.rows - 1 - cell.row : cell.row;
        const column = flipped ? place.columns - 1 - cell.column : cell.column;
        const inputs: number[][] = [];
        const errors: number[][] = [];
        for (let i = 0; i < outRows; i++) {
          for (let j = 0; j < outColumns; j++) {
            const y = i * rows.stride - rows.padding[0] + row * rows.dilation;
            const x = j * columns.stride - columns.padding[0] + column * columns.dilation;
            const inside = y >= 0 && y < height && x >= 0 && x < width;
            const read = inside ? (document.input.data[y * width + x] ?? 0) : 0;
            if (read * (facts.errors.data[i * outColumns + j] ?? 0) === 0) continue;
            inputs.push([y, x]);
            errors.push([i, j]);
          }
        }
        expect(sorted(cellsIn(d("lit input"), input))).toEqual(sorted(inputs));
        expect(sorted(cellsIn(d("lit error"), error))).toEqual(sorted(errors));
      }),
      { numRuns: 60 },
    );
  });

  test("is framed with all that it met: a block of the input as large as the error", () => {
    const { board, frame } = trainingFigure(learning(EDGE_IMAGE));
    const { input } = board.layout.places;
    const { marks, links } = learnHighlights(board, frame(0).facts, { grid: "kernel", row: 0, column: 1 });
    const block = marks.find(({ key }) => key === "block-0")?.d ?? "";
    const side = input?.cell ?? 0;
    expect(cellsIn(block, input ?? { x: 0, y: 0, cell: 1 })).toEqual([[0, 1]]);
    expect(block).toContain(`h${7 * side}v${6 * side}`);
    expect(links).toHaveLength(1);
  });

  test("of the mixing layer meets the hidden map on screen, and the error", () => {
    const two = learning(EDGE_IMAGE, { hidden: 2, start: "uniform", seed: 3, withBias: true });
    const { board, frame } = trainingFigure(two);
    const facts = frame(0).facts;
    const of = (column: number) =>
      learnHighlights(board, facts, { grid: "mixing", row: 0, column }).marks.map(
        ({ className }) => className,
      );
    expect(of(0)).toContain("lit own mixing");
    expect(of(0).some((name) => name === "lit error")).toBe(true);
    expect(of(0).some((name) => name === "lit input")).toBe(false);
    // The other hidden map is not on screen.
    expect(of(1).some((name) => name === "lit hidden")).toBe(false);
  });

  test("and its cell are found from each other, in every grid that holds parameters", () => {
    const two = learning(EDGE_IMAGE, { hidden: 3, start: "uniform", withBias: true });
    const { board } = trainingFigure(two);
    for (const index of Object.values(board.parameters).flat()) {
      const cell = cellOfParameter(board, index);
      expect(cell && parameterAt(board, cell)).toBe(index);
    }
    expect(parameterAt(board, { grid: "input", row: 0, column: 0 })).toBeNull();
  });
});

describe("a cell", () => {
  const { board, frame } = trainingFigure(learning(EDGE_IMAGE));
  const { input, prediction, error, kernel } = board.layout.places;
  const litIn = (place: typeof input, grid: string, target: Parameters<typeof learnHighlights>[2]) => {
    const { marks } = learnHighlights(board, frame(0).facts, target);
    return sorted(
      cellsIn(
        marks.find(({ className }) => className === `lit ${grid}`)?.d ?? "",
        place ?? { x: 0, y: 0, cell: 1 },
      ),
    );
  };

  test("of the error has its window, and its like in prediction and target", () => {
    const target = { grid: "error", row: 2, column: 3 } as const;
    expect(litIn(input, "input", target)).toEqual(["2,3", "2,4"]);
    expect(litIn(prediction, "prediction", target)).toEqual(["2,3"]);
  });

  test("of the input has the outputs that read it", () => {
    expect(litIn(error, "error", { grid: "input", row: 2, column: 3 })).toEqual(["2,2", "2,3"]);
    expect(litIn(error, "error", { grid: "input", row: 2, column: 0 })).toEqual(["2,0"]);
  });

  test("of the target kernel has the weight that it is to become", () => {
    expect(litIn(kernel, "kernel", { grid: "targetKernel", row: 0, column: 1 })).toEqual(["0,1"]);
  });
});
