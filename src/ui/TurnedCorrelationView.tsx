import { useCallback, useMemo } from "react";
import { type GradientSheet, gradientSheets, sheetLights } from "../scene/gradientSheets";
import { noLights } from "../scene/numberTable";
import type { AppState } from "../store/appStore";
import { litTarget } from "../store/viewSlice";
import type { TurnedCorrelation } from "../trace/backward";
import { indexIn } from "../trace/extent";
import { useText } from "./i18n";
import { NumberGrid } from "./NumberGrid";
import { useApp } from "./StoreContext";
import { sheetWords } from "./sheetWords";

const nothingLit = () => noLights;
const nothingElse = () => undefined;

/** The input's gradient once more, as the correlation of the padded gradient with the turned kernel. */
export function TurnedCorrelationView({ turned }: { readonly turned: TurnedCorrelation }) {
  const text = useText();
  const { padded, kernel, padding } = turned;
  const sheets = useMemo(
    () => ({
      padded: gradientSheets("turned-padded", padded.extent, padded.values, [0]),
      kernel: gradientSheets("turned-kernel", kernel.extent, kernel.values, [0]),
    }),
    [padded, kernel],
  );
  // An input's gradient is what the window over the padded gradient adds up to, at the same place.
  const window = useCallback(
    (state: AppState) => {
      const target = litTarget(state);
      if (target?.grid !== "input") return [];
      const { depth, rows, columns } = kernel.extent;
      return Array.from({ length: depth * rows * columns }, (_, k) =>
        indexIn(padded.extent, {
          channel: 0,
          depth: target.depth + Math.floor(k / (rows * columns)),
          row: target.row + (Math.floor(k / columns) % rows),
          column: target.column + (k % columns),
        }),
      );
    },
    [padded, kernel],
  );
  const dims = useApp(({ history }) => history.present.input.shape.length - 2);
  const words = padding
    .slice(3 - dims)
    .map(([before, after]) => (before === after ? String(before) : `${before}:${after}`))
    .filter((pads, i, all) => i === 0 || all.some((other) => other !== pads));
  return (
    <details className="turned" open>
      <summary>{text("backward.turned", { padding: words.join(", ") })}</summary>
      <div className="matrix-product" dir="ltr">
        <Sheets name={text("backward.padded")} sheets={sheets.padded} windowOf={window} />
        <span className="product-sign">⋆</span>
        <Sheets name={text("backward.turnedKernel")} sheets={sheets.kernel} />
        <span className="product-sign">
          ={" "}
          <span className="role-x">
            d<i>X</i>
          </span>
        </span>
      </div>
    </details>
  );
}

interface SheetsProps {
  readonly name: string;
  readonly sheets: readonly GradientSheet[];
  readonly windowOf?: (state: AppState) => readonly number[];
}

function Sheets({ name, sheets, windowOf }: SheetsProps) {
  return (
    <div className="product-part">
      <span className="product-name" aria-hidden="true">
        {name}
      </span>
      <div className="gradient-sheets">
        {sheets.map((sheet) => (
          <Sheet key={sheet.first} name={name} sheet={sheet} slices={sheets.length} windowOf={windowOf} />
        ))}
      </div>
    </div>
  );
}

interface SheetProps {
  readonly name: string;
  readonly sheet: GradientSheet;
  readonly slices: number;
  readonly windowOf: SheetsProps["windowOf"] | undefined;
}

function Sheet({ name, sheet, slices, windowOf }: SheetProps) {
  const text = useText();
  const lights = useCallback(
    (state: AppState) => (windowOf ? sheetLights(sheet, windowOf(state)) : noLights),
    [sheet, windowOf],
  );
  const place = sheetWords(text, sheet, 1, slices);
  return (
    <div className="gradient-sheet">
      {place && <span className="sheet-name">{place}</span>}
      <NumberGrid
        name={place ? text("below.of", { name, place }) : name}
        marks={sheet.marks}
        lightsOf={windowOf ? lights : nothingLit}
        onHover={nothingElse}
      />
    </div>
  );
}
