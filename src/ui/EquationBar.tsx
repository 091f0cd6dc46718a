import { useLayoutEffect, useRef, useState } from "react";
import { createEquation } from "../render/equation";
import type { AppState } from "../store/appStore";
import { documentOf } from "../store/documentSlice";
import { traceOf } from "../trace/trace";
import { equationShown, litTerms } from "./equationShown";
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
  const size = useApp((state) => {
    const { depth, rows, columns } = traceOf(documentOf(state)).window;
    return depth * rows * columns;
  });
  const [open, setOpen] = useState(false);
  const isOpen = open && size > ALL;

  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const view = createEquation(element, {
      more: (count) => text("equation.more", { count }),
      onOpen: () => setOpen(true),
      channel: (channel) => text("equation.channel", { channel }),
      onChannel: (channel) => store.getState().setView({ channel }),
      ties: (count) => text("equation.ties", { count }),
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
