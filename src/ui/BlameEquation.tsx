import { Fragment } from "react";
import type { ConvDocument } from "../model/document";
import { formatNumber } from "../model/formatNumber";
import { documentOf } from "../store/documentSlice";
import { currentStep } from "../store/playbackSlice";
import { litTarget, type Target } from "../store/viewSlice";
import { backwardOf } from "../trace/backward";
import { type BlamePart, inputBlame, weightBlame } from "../trace/blames";
import { indicesOf } from "../trace/cellName";
import { indexIn } from "../trace/extent";
import { firstWeight } from "../trace/terms";
import { traceOf } from "../trace/trace";
import { useText } from "./i18n";
import { useApp } from "./StoreContext";

/** Terms up to this number stand. */
const MOST_TERMS = 12;

/** The gradient of the cell that is lit, each of its terms with its numbers. */
export function BlameEquation() {
  const text = useText();
  const { document, target, step } = useApp((state) => ({
    document: documentOf(state),
    target: litTarget(state),
    step: currentStep(state),
  }));
  const shown = target && blameShown(document, step, target);
  return (
    <section className="blame" aria-label={text("backward.terms")}>
      {!shown ? (
        <span className="below-words">{text("backward.hint")}</span>
      ) : shown.parts.length === 0 ? (
        <span className="below-words">{text("backward.input.none")}</span>
      ) : (
        <span dir="ltr">
          <span className={shown.role}>
            d<i>{shown.letter}</i>
            <sub>{shown.indices.join(",")}</sub>
          </span>{" "}
          ={" "}
          {shown.parts.slice(0, MOST_TERMS).map((part, i) => (
            <Fragment key={JSON.stringify([part.output, part.weight])}>
              {i > 0 && " + "}
              <span className={part.product === 0 ? "blame-term blame-zero" : "blame-term"}>
                <span className="role-y">{factor(part.slope)}</span>·
                <span className={shown.letter === "X" ? "role-w" : "role-x"}>{factor(part.factor)}</span>
              </span>
            </Fragment>
          ))}
          {shown.parts.length > MOST_TERMS &&
            ` + ${text("below.more", { count: shown.parts.length - MOST_TERMS })}`}{" "}
          = <strong className={shown.role}>{formatNumber(shown.sum)}</strong>
        </span>
      )}
    </section>
  );
}

interface Shown {
  readonly letter: "X" | "W";
  readonly role: "role-x" | "role-w";
  readonly indices: readonly number[];
  readonly parts: readonly BlamePart[];
  readonly sum: number;
}

function blameShown(document: ConvDocument, step: number, target: Target): Shown | null {
  const trace = traceOf(document);
  const backward = backwardOf(document);
  if (target.grid === "input") {
    return {
      letter: "X",
      role: "role-x",
      indices: indicesOf(document, target, trace.input.channels),
      parts: inputBlame(document, target),
      sum: backward.input[indexIn(trace.input, target)] ?? 0,
    };
  }
  const first = firstWeight(trace, step);
  if (target.grid !== "kernel" || first === null) return null;
  const weight = first + indexIn(trace.window, target);
  return {
    letter: "W",
    role: "role-w",
    indices: indicesOf(document, target, trace.window.channels),
    parts: weightBlame(document, weight),
    sum: backward.weight?.[weight] ?? 0,
  };
}

function factor(value: number): string {
  return value < 0 ? `(${formatNumber(value)})` : formatNumber(value);
}
