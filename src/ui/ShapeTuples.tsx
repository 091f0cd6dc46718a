import { Fragment, type KeyboardEvent, useRef, useState } from "react";
import { isPool } from "../core/layer";
import { shapeTuplesOf, type TensorName } from "../trace/shapeTuples";
import { useText } from "./i18n";
import "./resultsLate.css";
import { ShapeNote } from "./ShapeNote";
import { tupleLetters } from "./tupleLetters";
import { useSettings } from "./useSettings";

const roles: Readonly<Record<TensorName, string>> = {
  input: "role-x",
  weight: "role-w",
  bias: "role-w",
  output: "role-y",
};

/** The shapes of all tensors, number by number; the one under the pointer or the keyboard is put in words. */
export function ShapeTuples() {
  const t = useText();
  const document = useSettings();
  const [place, setPlace] = useState(0);
  const toolbar = useRef<HTMLDivElement>(null);
  const tuples = shapeTuplesOf(document);
  const pool = isPool(document.layers[0].op);
  const all = tuples.flatMap(({ axes }) => axes);
  const at = Math.min(place, all.length - 1);
  const wordsOf = (index: number) => {
    const axis = all[index]?.axis ?? "batch";
    return t(pool && axis === "outChannels" ? "tuple.outChannels.pool" : `tuple.${axis}`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, at, all.length);
    if (next === null) return;
    event.preventDefault();
    setPlace(next);
    toolbar.current?.querySelectorAll("button")[next]?.focus();
  };
  const shown = all[at];
  let index = 0;
  return (
    <div className="tuples">
      {/* Its buttons do nothing but say what their number is, and arrows go from one to the next. */}
      <div
        className="tuple-rows"
        role="toolbar"
        aria-label={t("shape.tuples")}
        data-keys="own"
        ref={toolbar}
        onKeyDown={onKeyDown}
      >
        {tuples.map(({ tensor, axes }) => (
          <fieldset key={tensor} className="tuple" aria-label={t(`tuple.${tensor}`)}>
            <span className={`tuple-name ${roles[tensor]}`}>{t(`tuple.${tensor}`)}</span>
            <span className="tuple-numbers">
              (
              {axes.map(({ axis, size }, i) => {
                const own = index++;
                return (
                  <Fragment key={axis}>
                    <button
                      type="button"
                      className="tuple-number"
                      tabIndex={own === at ? 0 : -1}
                      data-current={own === at || undefined}
                      onPointerEnter={() => setPlace(own)}
                      onFocus={() => setPlace(own)}
                      onClick={() => setPlace(own)}
                    >
                      <b>{size}</b> <TupleLetterView axis={axis} />
                      <span className="visually-hidden">: {wordsOf(own)}</span>
                    </button>
                    {(i < axes.length - 1 || axes.length === 1) && ","}
                  </Fragment>
                );
              })}
              )
            </span>
          </fieldset>
        ))}
      </div>
      {shown && (
        <p className="tuple-words" aria-hidden="true">
          <TupleLetterView axis={shown.axis} /> = {shown.size}: {wordsOf(at)}
        </p>
      )}
      {pool ? <p className="tuple-words">{t("tuple.pool")}</p> : <ShapeNote />}
    </div>
  );
}

function TupleLetterView({ axis }: { readonly axis: keyof typeof tupleLetters }) {
  const { base, index } = tupleLetters[axis];
  return (
    <span className="tuple-letter">
      <i>{base}</i>
      {index && <sub>{index}</sub>}
    </span>
  );
}

function placeAfter(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowLeft":
      return Math.max(0, at - 1);
    case "ArrowRight":
      return Math.min(count - 1, at + 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
