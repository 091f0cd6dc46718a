import { useCallback } from "react";
import { en } from "../content/messages/en";
import { useNoticeText, type Values } from "./i18n";

/** What a catalogue needs to say of a problem, wherever it was found. */
interface Sayable {
  readonly code: string;
  readonly values: Values;
}

/** The text of a refused setting, number or paste: what is wrong, and what to do about it where that isn't said yet. */
export function useProblemText(): (problem: Sayable) => string {
  const text = useNoticeText();
  return useCallback(
    ({ code, values }) => {
      const key = `problem.${code}`;
      const message = text({ key, values });
      const fix = `${key}.fix`;
      return Object.hasOwn(en, fix) ? `${message} ${text({ key: fix, values })}` : message;
    },
    [text],
  );
}
