import { useCallback, useDeferredValue, useMemo } from "react";
import type { ConvDocument } from "../model/document";
import type { TablePlace } from "../render/numberTable";
import { im2colTables } from "../scene/im2colTables";
import { im2colLights } from "../scene/matrixLights";
import type { AppState } from "../store/appStore";
import { documentOf } from "../store/documentSlice";
import { currentStep } from "../store/playbackSlice";
import { litTarget } from "../store/viewSlice";
import { cellsIn } from "../trace/extent";
import { type Im2col, im2colOf } from "../trace/im2col";
import { firstWeight, stepCell } from "../trace/terms";
import { traceOf } from "../trace/trace";
import { BelowScroll } from "./BelowScroll";
import { hoverPlace } from "./belowHover";
import { headAxes } from "./headAxes";
import { useText } from "./i18n";
import { NumberGrid } from "./NumberGrid";
import { useApp, useAppStore } from "./StoreContext";

/** The layer as windows in rows times the kernel in columns. */
export function Im2colPanel() {
  const text = useText();
  // The figure goes first.
  const document = useDeferredValue(useApp(documentOf));
  const channel = useApp((state) => stepCell(documentOf(state), currentStep(state)).channel);
  const trace = traceOf(document);
  const perChannel = cellsIn(trace.steps) / trace.steps.channels;
  // The channel may be one of a newer document.
  const first = Math.min(channel, trace.steps.channels - 1) * perChannel;
  const product = useMemo(() => im2colOf(document, first), [document, first]);
  const pooled = trace.op === "max-pool" || trace.op === "avg-pool";
  const words = {
    windows: text("im2col.intro"),
    stamps: text("im2col.stamps"),
    mean: text("im2col.mean"),
    max: text("im2col.max"),
  };
  return (
    <section className="below" aria-label={text("im2col.title")}>
      <h2 className="below-title">{text("im2col.title")}</h2>
      {product ? (
        <Product document={document} product={product} />
      ) : (
        <p className="below-words">
          {text("im2col.tooLarge", { rows: perChannel, columns: cellsIn(trace.window) })}
        </p>
      )}
      <p className="below-words">
        {words[product?.kind ?? "windows"]}
        {product && product.kind !== "stamps" && (
          <>
            {" "}
            {text("im2col.copies", {
              cells: cellsIn(trace.input),
              places: product.left.values.length,
            })}
          </>
        )}
        {trace.groups > 1 &&
          !pooled &&
          product &&
          ` ${text("im2col.group", { group: product.group, groups: trace.groups })}`}
        {trace.bias.some((bias) => bias !== 0) && ` ${text("im2col.bias")}`}
      </p>
    </section>
  );
}

interface ProductProps {
  readonly document: ConvDocument;
  readonly product: Im2col;
}

function Product({ document, product }: ProductProps) {
  const text = useText();
  const store = useAppStore();
  const tables = useMemo(() => im2colTables(document, product), [document, product]);
  const lights = useCallback(
    (state: AppState) => im2colLights(document, product, currentStep(state), litTarget(state)),
    [document, product],
  );
  const leftLit = useCallback((state: AppState) => lights(state).left, [lights]);
  const rightLit = useCallback((state: AppState) => lights(state).right, [lights]);
  const resultLit = useCallback((state: AppState) => lights(state).result, [lights]);
  const { kind, group, left, right, result, sources } = product;
  const trace = traceOf(document);
  const stamps = kind === "stamps";
  const first = group * (trace.steps.channels / trace.groups);

  const onLeft = (place: TablePlace | null) => {
    if (!place) return hoverPlace(store, "output", null);
    if (stamps) {
      const source = sources[place.row * left.columns + place.column] ?? -1;
      return hoverPlace(store, "input", source < 0 ? null : source);
    }
    const shown = right ? stepCell(document, currentStep(store.getState())).channel : first;
    return hoverPlace(store, "output", shown * left.rows + place.row);
  };
  const onRight = (place: TablePlace | null) => {
    if (!place || !right) return hoverPlace(store, "kernel", null);
    const [channel, k] = stamps ? [place.row, place.column] : [place.column, place.row];
    const start = firstWeight(trace, (first + channel) * (cellsIn(trace.steps) / trace.steps.channels)) ?? 0;
    return hoverPlace(store, "kernel", start + k);
  };
  const onResult = (place: TablePlace | null) => {
    if (!place) return hoverPlace(store, "output", null);
    if (stamps) return onLeft({ row: place.row, column: 0 });
    return hoverPlace(store, "output", (first + place.column) * result.rows + place.row);
  };
  return (
    <>
      {!stamps && !tables.left.picture && (
        <p className="below-words">
          {text("im2col.heads", {
            output: headAxes(text, document, { channels: 1 }),
            window: headAxes(text, document, trace.window),
          })}
        </p>
      )}
      <BelowScroll>
        <div className="matrix-product" dir="ltr">
          <Part name={stamps ? text("im2col.inputs") : text("im2col.windows")} tone="role-x">
            <NumberGrid
              name={stamps ? text("im2col.inputs") : text("im2col.windows")}
              marks={tables.left}
              lightsOf={leftLit}
              onHover={onLeft}
            />
          </Part>
          {tables.right && (
            <>
              <span className="product-sign">×</span>
              <Part name={stamps ? text("im2col.kernelRows") : text("im2col.kernel")} tone="role-w">
                <NumberGrid
                  name={stamps ? text("im2col.kernelRows") : text("im2col.kernel")}
                  marks={tables.right}
                  lightsOf={rightLit}
                  onHover={onRight}
                />
              </Part>
            </>
          )}
          <span className="product-sign">{tables.right ? "=" : "→"}</span>
          <Part name={text(`im2col.results.${kind}`)} tone="role-y">
            <NumberGrid
              name={text(`im2col.results.${kind}`)}
              marks={tables.result}
              lightsOf={resultLit}
              onHover={onResult}
            />
          </Part>
        </div>
      </BelowScroll>
    </>
  );
}

interface PartProps {
  readonly name: string;
  readonly tone: string;
  readonly children: React.ReactNode;
}

function Part({ name, tone, children }: PartProps) {
  return (
    <div className="product-part">
      <span className={`product-name ${tone}`} aria-hidden="true">
        {name}
      </span>
      {children}
    </div>
  );
}
