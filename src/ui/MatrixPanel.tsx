import { useCallback, useDeferredValue, useMemo, useRef } from "react";
import type { ConvDocument } from "../model/document";
import type { TablePlace } from "../render/numberTable";
import { equalPlaces, matrixLights } from "../scene/matrixLights";
import { type MatrixTables, matrixTables } from "../scene/matrixTable";
import type { AppState } from "../store/appStore";
import { documentOf } from "../store/documentSlice";
import { currentStep } from "../store/playbackSlice";
import { litTarget } from "../store/viewSlice";
import { type LayerMatrix, matrixOf } from "../trace/matrix";
import { matrixCounts } from "../trace/matrixCounts";
import { traceOf } from "../trace/trace";
import { BelowScroll } from "./BelowScroll";
import { hoverPlace } from "./belowHover";
import { headAxes } from "./headAxes";
import { useText } from "./i18n";
import { NumberGrid } from "./NumberGrid";
import { useApp, useAppStore } from "./StoreContext";

/** The layer as a matrix times the flattened input. */
export function MatrixPanel() {
  const text = useText();
  // The figure goes first.
  const document = useDeferredValue(useApp(documentOf));
  const matrix = matrixOf(document);
  const counts = matrixCounts(document);
  const { op, activation } = document.layers[0];
  const learns = op !== "max-pool" && op !== "avg-pool";
  const facts = [
    ["matrix.places", `${counts.rows} × ${counts.columns} = ${counts.places}`],
    ["matrix.used", counts.used],
    ["matrix.zero", counts.zero],
    ...(learns
      ? ([
          ["matrix.distinct", counts.distinct],
          ["matrix.tied", counts.tied],
        ] as const)
      : []),
  ] as const;
  return (
    <section className="below" aria-label={text("matrix.title")}>
      <h2 className="below-title">
        {text("matrix.title")}
        <span className="below-formula" dir="ltr">
          <i className="role-y">y</i> = <i className="role-w">M</i> <i className="role-x">x</i>
          {matrix && traceHasBias(document) && (
            <>
              {" + "}
              <i className="role-w">b</i>
            </>
          )}
        </span>
      </h2>
      <dl className="below-facts">
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{text(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {matrix ? (
        <MatrixView document={document} matrix={matrix} />
      ) : (
        <p className="below-words">{text("matrix.tooLarge", { ...counts })}</p>
      )}
      <p className="below-words">
        {op === "max-pool"
          ? text("matrix.max")
          : op === "avg-pool"
            ? text("matrix.mean")
            : text("matrix.intro")}
        {op === "transposed" && ` ${text("matrix.transposed")}`}
      </p>
      {learns && (
        <p className="below-words">
          {text("matrix.dense", { places: counts.places, distinct: counts.distinct })}
          {counts.combined > 0 && ` ${text("matrix.combined", { count: counts.combined })}`}
          {activation === "relu" && ` ${text("matrix.relu")}`}
        </p>
      )}
    </section>
  );
}

function traceHasBias(document: ConvDocument): boolean {
  const { op, bias } = document.layers[0];
  return op !== "max-pool" && op !== "avg-pool" && bias.some((value) => value !== 0);
}

interface MatrixViewProps {
  readonly document: ConvDocument;
  readonly matrix: LayerMatrix;
}

function MatrixView({ document, matrix }: MatrixViewProps) {
  const text = useText();
  const store = useAppStore();
  const tables = useMemo(() => matrixTables(document, matrix), [document, matrix]);
  const lights = useCallback(
    (state: AppState) => matrixLights(document, matrix, currentStep(state), litTarget(state)),
    [document, matrix],
  );
  // Which entry of its row the pointer is on; the figure has no cell for it.
  const entry = useRef<number | null>(null);
  const matrixLit = useCallback(
    (state: AppState) => {
      const lit = lights(state).matrix;
      return entry.current === null ? lit : { ...lit, cells: equalPlaces(matrix, entry.current) };
    },
    [lights, matrix],
  );
  const inputLit = useCallback((state: AppState) => lights(state).input, [lights]);
  const outputLit = useCallback((state: AppState) => lights(state).output, [lights]);
  const onOutput = (place: TablePlace | null) => hoverPlace(store, "output", place?.row ?? null);
  const onEntry = (place: TablePlace | null) => {
    entry.current = place && place.row * matrix.columns + place.column;
    onOutput(place);
  };
  const onInput = (place: TablePlace | null) => hoverPlace(store, "input", place?.row ?? null);
  const { picture } = tables.matrix;
  const { input, output } = traceOf(document);
  return (
    <>
      <Legend tables={tables} kinds={matrix.kinds.length} />
      {picture && (
        <p className="below-words">
          {text("matrix.picture", { rows: matrix.rows, columns: matrix.columns })}
        </p>
      )}
      {!picture && (
        <p className="below-words">
          {text("matrix.heads", {
            output: headAxes(text, document, output),
            input: headAxes(text, document, input),
          })}
        </p>
      )}
      <BelowScroll>
        <div className="matrix-product" data-picture={picture || undefined} dir="ltr">
          {!picture && (
            <Column name={text("matrix.output")} letter="y" tone="role-y">
              <NumberGrid
                name={text("matrix.output")}
                marks={tables.output}
                lightsOf={outputLit}
                onHover={onOutput}
              />
            </Column>
          )}
          {!picture && <span className="product-sign">=</span>}
          <Column name={text("matrix.grid")} letter="M" tone="role-w">
            <NumberGrid
              name={text("matrix.grid")}
              marks={tables.matrix}
              lightsOf={matrixLit}
              onHover={onEntry}
            />
          </Column>
          {!picture && <span className="product-sign">×</span>}
          {!picture && (
            <Column name={text("matrix.input")} letter="x" tone="role-x">
              <NumberGrid
                name={text("matrix.input")}
                marks={tables.input}
                lightsOf={inputLit}
                onHover={onInput}
              />
            </Column>
          )}
          {!picture && tables.bias && (
            <>
              <span className="product-sign">+</span>
              <Column name={text("matrix.bias")} letter="b" tone="role-w">
                <NumberGrid
                  name={text("matrix.bias")}
                  marks={tables.bias}
                  lightsOf={outputLit}
                  onHover={onOutput}
                />
              </Column>
            </>
          )}
        </div>
      </BelowScroll>
    </>
  );
}

interface ColumnProps {
  readonly name: string;
  readonly letter: string;
  readonly tone: string;
  readonly children: React.ReactNode;
}

function Column({ name, letter, tone, children }: ColumnProps) {
  return (
    <div className="product-part">
      <span className={`product-letter ${tone}`} title={name} aria-hidden="true">
        <i>{letter}</i>
      </span>
      {children}
    </div>
  );
}

function Legend({ tables, kinds }: { readonly tables: MatrixTables; readonly kinds: number }) {
  const text = useText();
  if (tables.legend.length === 0)
    return <p className="below-words">{text("matrix.legendByValue", { count: kinds })}</p>;
  return (
    <ul className="matrix-legend" aria-label={text("matrix.legend", { count: kinds })}>
      {tables.legend.map(({ name, value, className, places }) => (
        <li key={className}>
          <span className={`legend-chip ${className}`}>{name || value}</span>
          {name && <span>= {value}</span>}
          <span className="legend-places">{text("matrix.times", { count: places })}</span>
        </li>
      ))}
    </ul>
  );
}
