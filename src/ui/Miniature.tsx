import { useMemo, useState } from "react";
import { presetDocument } from "../content/presets";
import { readAddress } from "../model/address";
import { levelClass } from "../scene/levels";
import type { Rectangle } from "../scene/marks";
import { type MiniatureGrid, miniatureOf, miniatureSteps } from "../scene/miniature";
import { Icon } from "./Icon";
import { useText } from "./i18n";

/** Side of a cell in the drawing's own unit. */
const CELL = 32;
/** The window's frame stands outside of its cells. */
const EDGE = 3;

/** A small figure that steps: input, kernel and output in a row. */
export function Miniature({ address }: { readonly address: string }) {
  const text = useText();
  const document = useMemo(() => readAddress(address, "", presetDocument).state.document, [address]);
  const [step, setStep] = useState(0);
  const count = miniatureSteps(document);
  const { width, height, grids, windows, marker } = miniatureOf(document, step);
  const button = (name: "previous" | "next", next: number) => (
    <button
      type="button"
      className="button button-icon"
      aria-label={text(`transport.${name}`)}
      aria-disabled={next < 0 || next >= count}
      onClick={() => next >= 0 && next < count && setStep(next)}
    >
      <Icon name={name} />
    </button>
  );
  return (
    <div className="miniature">
      <svg
        className="miniature-picture"
        viewBox={`${-EDGE} ${-EDGE} ${width * CELL + 2 * EDGE} ${height * CELL + 2 * EDGE}`}
        // Larger cells than the page's would shout.
        style={{ maxInlineSize: `${width * CELL + 2 * EDGE}px` }}
        role="img"
        direction="ltr"
      >
        <title>{spoken(grids, (grid) => text(`figure.${grid}`))}</title>
        {grids.map((grid) => (
          <Grid key={grid.key} grid={grid} />
        ))}
        {windows.map((box) => (
          <rect key={`${box.x}`} className="miniature-window" rx={4} {...inPixels(box)} />
        ))}
        <rect className="miniature-marker" rx={4} {...inPixels(marker)} />
      </svg>
      <div className="miniature-steps">
        {button("previous", step - 1)}
        {button("next", step + 1)}
        <output>{text("transport.readout", { step: step + 1, total: count })}</output>
      </div>
    </div>
  );
}

function Grid({ grid: { x, y, columns, cells, ring } }: { readonly grid: MiniatureGrid }) {
  return (
    <g>
      {ring && <rect className="miniature-ring" {...inPixels(ring)} />}
      {cells.map(({ text, level, state }, at) => {
        const [left, top] = [(x + (at % columns)) * CELL, (y + Math.floor(at / columns)) * CELL];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
          <g key={at} className={`cell ${state === "empty" ? "empty" : levelClass(level)}`}>
            <rect x={left + 1} y={top + 1} width={CELL - 2} height={CELL - 2} rx={4} />
            <text x={left + CELL / 2} y={top + CELL / 2}>
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function inPixels({ x, y, width, height }: Rectangle) {
  return { x: x * CELL, y: y * CELL, width: width * CELL, height: height * CELL };
}

/** "Input: 0, 1; 2, 3. Kernel: …" */
function spoken(grids: readonly MiniatureGrid[], nameOf: (grid: MiniatureGrid["grid"]) => string): string {
  return grids
    .map(({ grid, columns, cells }) => {
      const rows = Array.from({ length: cells.length / columns }, (_, row) =>
        cells
          .slice(row * columns, (row + 1) * columns)
          .map(({ text }) => text || "–")
          .join(", "),
      );
      return `${nameOf(grid)}: ${rows.join("; ")}`;
    })
    .join(". ");
}
