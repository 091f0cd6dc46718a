import { useLayoutEffect, useRef, useState } from "react";
import { createStepEquation } from "../render/stepEquation";
import type { LearnPart } from "../scene/learnMoment";
import { useText } from "./i18n";
import { useLearnStore } from "./LearnContext";
import "./learn.css";
import { useAppStore } from "./StoreContext";
import { stepShown } from "./stepShown";

const PARTS: readonly Exclude<LearnPart, "rest">[] = ["predict", "compare", "blame", "update"];

/** Pixels that a term takes with its sign. */
const TERM_WIDTH = 100;
/** Terms that always stand. */
const FEWEST = 4;

/** The part of the step that is under way, in words and numbers; a click goes to another part. Frames never render it. */
export function StepEquation() {
  const text = useText();
  const app = useAppStore();
  const learn = useLearnStore();
  const host = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  const tabs = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  useLayoutEffect(() => {
    const [element, line, parts] = [host.current, words.current, tabs.current];
    if (!element || !line || !parts) return;
    const view = createStepEquation(element, {
      more: (count) => text("equation.more", { count }),
      onOpen: () => setOpen(true),
    });
    const fits = open ? Number.POSITIVE_INFINITY : fittingTerms(element.clientWidth);
    const draw = () => {
      const shown = stepShown(app.getState(), learn.getState());
      if (!shown) return;
      const { key, values } = shown.words;
      const said = text(`learn.step.${key}`, values);
      if (line.textContent !== said) line.textContent = said;
      view.draw(shown.pieces, fits);
      for (const [i, tab] of Array.from(parts.children).entries()) {
        if (PARTS[i] === shown.part && key !== "start") tab.setAttribute("aria-current", "step");
        else tab.removeAttribute("aria-current");
      }
    };
    draw();
    const stops = [
      app.subscribe((state, before) => {
        if (state.position !== before.position || state.playing !== before.playing) draw();
      }),
      learn.subscribe(draw),
    ];
    return () => {
      for (const stop of stops) stop();
      element.replaceChildren();
    };
  }, [app, learn, text, open]);

  return (
    <section className="equation step-equation" aria-label={text("learn.step")}>
      <div ref={tabs} className="step-parts">
        {PARTS.map((part, i) => (
          <button
            key={part}
            type="button"
            className="step-part"
            onClick={() => {
              const { seek, position } = app.getState();
              seek(placeOfPart(position, i, learn.getState().run?.done ?? 0));
            }}
          >
            {text(`learn.part.${part}`)}
          </button>
        ))}
      </div>
      <p ref={words} className="step-words" />
      <div ref={host} className="equation-line" dir="ltr" />
      {open && (
        <button type="button" className="button equation-less" onClick={() => setOpen(false)}>
          {text("equation.fewer")}
        </button>
      )}
    </section>
  );
}

/** The middle of a part of the present step; the end of the last one, where all is done. */
function placeOfPart(position: number, part: number, last: number): number {
  const step = Math.min(Math.max(0, Math.ceil(position) - 1), Math.max(0, last - 1));
  return part === PARTS.length - 1 ? step + 1 : step + (part + 0.5) / PARTS.length;
}

/** How many terms fit on two lines, with name, sum and button. */
function fittingTerms(width: number): number {
  return Math.max(FEWEST, 2 * Math.floor(width / TERM_WIDTH) - 3);
}
