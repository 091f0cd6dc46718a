import { createElement, useId } from "react";
import { cellCount } from "../core/tensor";
import { formatNumber } from "../model/formatNumber";
import { dimsOf, resolvedLayerOf } from "../model/layer";
import { documentOf } from "../store/documentSlice";
import { currentStep } from "../store/playbackSlice";
import { indexIn } from "../trace/extent";
import { stepCell, termsAt } from "../trace/terms";
import { traceOf } from "../trace/trace";
import { useText } from "./i18n";
import "./resultsLate.css";
import { useApp } from "./StoreContext";

/** Numbers on a side up to which weights and channels are printed. */
const PRINTED = 4;

/** Why a 1×1 layer is a dense layer for each pixel, with the numbers of the pixel at the step on show. */
export function PixelLayer() {
  const t = useText();
  const heading = useId();
  const document = useApp(documentOf);
  const { inChannels, outChannels, groups, outputSize } = resolvedLayerOf(document);
  const trace = traceOf(document);
  const step = useApp(currentStep);
  const cell = stepCell(document, step);
  const [{ weight, bias }] = document.layers;
  const per = inChannels / groups;
  const weights = Array.from({ length: outChannels }, (_, out) =>
    Array.from({ length: inChannels }, (_, channel) => {
      const slab = channel - Math.floor(out / (outChannels / groups)) * per;
      return slab >= 0 && slab < per ? (weight.data[out * per + slab] ?? 0) : 0;
    }),
  );
  const source = termsAt(document, step)[0]?.source;
  const pixel = Array.from({ length: inChannels }, (_, channel) =>
    source ? (document.input.data[indexIn(trace.input, { ...source, channel })] ?? 0) : 0,
  );
  const sums = Array.from(
    { length: outChannels },
    (_, channel) => trace.sums[indexIn(trace.output, { ...cell, channel })] ?? 0,
  );
  const dims = dimsOf(document);
  return (
    <section className="note" aria-labelledby={heading}>
      <h3 className="note-title" id={heading}>
        {t("pixel.title")}
      </h3>
      <p className="note-text">
        {inChannels === 1 && outChannels === 1
          ? t("pixel.scale")
          : t("pixel.why", { outputs: outChannels, inputs: inChannels, pixels: cellCount(outputSize) })}
        {groups > 1 && ` ${t("pixel.groups", { inputs: per })}`}
      </p>
      {Math.max(inChannels, outChannels) <= PRINTED && (
        <>
          <p className="note-text">
            {t("pixel.at", {
              place: t(dims === 2 ? "pixel.place" : dims === 1 ? "pixel.place.1" : "pixel.place.3", {
                ...cell,
              }),
            })}
          </p>
          <div className="note-scroll">
            <math aria-label={t("pixel.matrix")}>
              <mrow>
                <Table rows={weights} tone="role-w" />
                <Table rows={pixel.map((number) => [number])} tone="role-x" />
                {bias.some((number) => number !== 0) && (
                  <>
                    <mo>+</mo>
                    <Table rows={bias.map((number) => [number])} tone="role-w" />
                  </>
                )}
                <mo>=</mo>
                <Table rows={sums.map((number) => [number])} tone="role-y" />
              </mrow>
            </math>
          </div>
        </>
      )}
    </section>
  );
}

interface TableProps {
  readonly rows: readonly (readonly number[])[];
  readonly tone: string;
}

/** A matrix in brackets. Its numbers never change places: they need no keys. */
function Table({ rows, tone }: TableProps) {
  const numbers = rows.map((row) =>
    createElement(
      "mtr",
      null,
      ...row.map((number) => createElement("mtd", null, <mn className={tone}>{formatNumber(number)}</mn>)),
    ),
  );
  return (
    <mrow>
      <mo>(</mo>
      {createElement("mtable", null, ...numbers)}
      <mo>)</mo>
    </mrow>
  );
}
