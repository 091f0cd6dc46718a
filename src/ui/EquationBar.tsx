import { useLayoutEffect, useRef, useState } from "react";
import { createEquation } from "../render/equation";
import { equationAt, equationOf } from "../scene/equation";
import type { AppState } from "../store/appStore";
import { documentOf } from "../store/documentSlice";
import { litTarget } from "../store/viewSlice";
import { termsAt } from "../trace/terms";
import { traceOf } from "../trace/trace";
import { useText } from "./i18n";
import { useApp, useAppStore } from "./StoreContext";

/** Terms up to this number always stand; more of them fold. */
const ALL = 12;
/** Pixels that a term takes with its sign. */
const TERM_WIDTH = 68;

/** The current sum, every product with its numbers. */
export function EquationBar() {
  const text = useText();
  const store = useAppStore();
  const host = useRef<HTMLDivElement>(null);
  const size = useApp((state) => traceOf(documentOf(state)).kernel.length);
  const [open, setOpen] = useState(false);
  const isOpen = open && size > ALL;

  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const view = createEquation(element, {
      more: (count) => text("equation.more", { count }),
      onOpen: () => setOpen(true),
    });
    const fits = isOpen || size <= ALL ? size : fittingTerms(element.clientWidth);
    const draw = (state: AppState) => {
      view.draw(equationShown(state), fits);
      view.light(litTerms(state));
    };
    draw(store.getState());
    const stop = store.subscribe(draw);
    return () => {
      stop();
      element.replaceChildren();
    };
  }, [store, text, isOpen, size]);

  return (
    <section className="equation" aria-label={text("equation.region")}>
      <div ref={host} className="equation-line" dir="ltr" />
      {isOpen && (
        <button type="button" className="button equation-less" onClick={() => setOpen(false)}>
          {text("equation.fewer")}
        </button>
      )}
    </section>
  );
}

/** How many terms fit on two lines, with the name, the sum and the button. */
function fittingTerms(width: number): number {
  return Math.max(3, Math.min(ALL, 2 * Math.floor(width / TERM_WIDTH) - 5));
}

/** Of the output cell that is lit, or of the step on screen. */
function equationShown(state: AppState) {
  const document = documentOf(state);
  const target = litTarget(state);
  if (target?.grid !== "output") return equationAt(document, state.position);
  const step = target.row * traceOf(document).columns + target.column;
  const known = state.showAll || step <= state.position;
  return equationOf(document, step, known ? undefined : 0);
}

function litTerms(state: AppState): ReadonlySet<number> {
  const document = documentOf(state);
  const target = litTarget(state);
  if (!target || target.grid === "output") return new Set();
  const { kernelColumns } = traceOf(document);
  if (target.grid !== "input") return new Set([target.row * kernelColumns + target.column]);
  const shown = equationAt(document, state.position);
  const terms = termsAt(document, shown.row * traceOf(document).columns + shown.column);
  return new Set(
    terms.flatMap(({ source }, i) =>
      source?.row === target.row && source.column === target.column ? [i] : [],
    ),
  );
}
