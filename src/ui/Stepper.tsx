import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import type { Command } from "../model/gridCommands";
import { activeIn } from "./activeIn";
import { FieldMessage } from "./FieldMessage";
import { Icon } from "./Icon";
import { useText } from "./i18n";
import "./panels.css";
import { useNumberEntry } from "./useNumberEntry";

export interface StepperProps {
  /** Name for assistive technology; the visible label is the caller's, tied by `id`. */
  readonly name: string;
  readonly id?: string;
  /** The document's number. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** How far Page Up and Page Down go. */
  readonly page?: number;
  /** Where so many steps lead from a number; they are of 1 where it is left out. */
  readonly advance?: (from: number, steps: number) => number;
  /** Whether fractions and negative numbers can be typed. */
  readonly real?: boolean;
  /** The edit that sets another number. */
  readonly change: (value: number) => Command;
  /** Called with a number that was accepted. */
  readonly onEdited?: ((value: number) => void) | undefined;
  readonly locked?: boolean;
}

/**
 * A number with − and +, typed into or stepped by keys and, only while focused, by the wheel. A number that the document
 * refuses stays in the field with its reason below; the document is as before.
 */
export function Stepper(props: StepperProps) {
  const { name, value, min, max, page = 4, advance = plus, real = false, locked = false } = props;
  const t = useText();
  const entry = useNumberEntry(props);
  const field = useRef<HTMLInputElement>(null);
  const ownId = useId();
  const messageId = useId();

  const stepBy = (difference: number) => {
    // A refused number beyond the limits comes back within them.
    const from = Math.max(min, Math.min(entry.base, max));
    const stepped = from === entry.base ? advance(from, difference) : from;
    entry.set(Math.max(min, Math.min(withoutNoise(stepped), max)));
  };
  const latestStep = useRef(stepBy);
  useEffect(() => {
    latestStep.current = stepBy;
  });

  useEffect(() => {
    const input = field.current;
    if (!input || locked) return;
    const onWheel = (event: WheelEvent) => {
      if (activeIn(input) !== input || event.deltaY === 0 || event.ctrlKey) return;
      event.preventDefault();
      latestStep.current(event.deltaY < 0 ? 1 : -1);
    };
    // Only a listener that is not passive can keep the page from scrolling.
    input.addEventListener("wheel", onWheel, { passive: false });
    return () => input.removeEventListener("wheel", onWheel);
  }, [locked]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || locked) return;
    const act = keyAction(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  };
  const keyAction = (key: string): (() => void) | null => {
    switch (key) {
      case "ArrowUp":
        return () => stepBy(1);
      case "ArrowDown":
        return () => stepBy(-1);
      case "PageUp":
        return () => stepBy(page);
      case "PageDown":
        return () => stepBy(-page);
      // In a field for any number these keys move the caret: its limits are no goal.
      case "Home":
        return real ? null : () => entry.set(min);
      case "End":
        return real ? null : () => entry.set(max);
      case "Enter":
        return entry.commit;
      case "Escape":
        return entry.cancel;
      default:
        return null;
    }
  };

  const button = (difference: 1 | -1) => (
    <button
      type="button"
      className="stepper-button"
      // The field's own arrow keys do the same: one tab stop a parameter.
      tabIndex={-1}
      aria-label={t(difference < 0 ? "field.decrease" : "field.increase", { name })}
      disabled={locked || (difference < 0 ? entry.base <= min : entry.base >= max)}
      onClick={() => stepBy(difference)}
    >
      <Icon name={difference < 0 ? "minus" : "plus"} />
    </button>
  );

  return (
    <>
      <div
        className={real || max > 9999 ? "stepper stepper-real" : "stepper"}
        data-invalid={entry.invalid || undefined}
      >
        {button(-1)}
        <input
          ref={field}
          id={props.id ?? ownId}
          className="stepper-field"
          role="spinbutton"
          type="text"
          inputMode={real ? "text" : "numeric"}
          autoComplete="off"
          spellCheck="false"
          enterKeyHint="done"
          aria-label={name}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-valuenow={value}
          aria-valuetext={entry.text || undefined}
          aria-invalid={entry.invalid || undefined}
          aria-describedby={entry.message || entry.refused ? messageId : undefined}
          readOnly={locked}
          value={entry.text}
          onFocus={(event) => {
            entry.focus();
            event.currentTarget.select();
          }}
          onChange={(event) => entry.type(event.currentTarget.value)}
          onBlur={entry.commit}
          onKeyDown={onKeyDown}
        />
        {button(1)}
      </div>
      <FieldMessage
        id={messageId}
        message={entry.message}
        refused={entry.refused}
        label={entry.text}
        onUse={entry.set}
      />
    </>
  );
}

function plus(from: number, steps: number): number {
  return from + steps;
}

/** 0.1 + 0.2 is meant to be 0.3. */
function withoutNoise(value: number): number {
  return Number(value.toPrecision(12));
}
