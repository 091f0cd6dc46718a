import { useState } from "react";
import { exactNumber, formatNumber } from "../model/formatNumber";
import type { Command } from "../model/gridCommands";
import { parseNumber, type TextProblem } from "../model/parseNumber";
import { useProblemText } from "./i18n";
import { type Refused, useRefusal } from "./useRefusal";

interface NumberEntryOptions {
  /** The document's number. */
  readonly value: number;
  /** The edit that sets another number. */
  readonly change: (value: number) => Command;
  /** Called with a number that was accepted. */
  readonly onEdited?: ((value: number) => void) | undefined;
}

export interface NumberEntry {
  /** What the field shows. */
  readonly text: string;
  /** The number that the text stands for where it is one, else the document's. */
  readonly base: number;
  /** A number that the document refused, with the reason. */
  readonly refused: Refused<number> | null;
  /** Why the text is no number. */
  readonly message: string | null;
  readonly invalid: boolean;
  readonly focus: () => void;
  readonly type: (text: string) => void;
  readonly commit: () => void;
  readonly cancel: () => void;
  readonly set: (value: number) => void;
}

/** Text that is not, or not yet, the document's number. */
interface Draft {
  readonly text: string;
  /** The document's number when the text was typed; once that changes the draft is void. */
  readonly over: number;
  readonly problem: TextProblem | null;
  /** Whether the text waits for Enter or for the focus to leave. */
  readonly open: boolean;
}

/** A number being typed over the document's; a text that is refused stays, with its reason, until it is replaced. */
export function useNumberEntry({ value, change, onEdited }: NumberEntryOptions): NumberEntry {
  const problemText = useProblemText();
  const { refused, apply, forget } = useRefusal({ over: value, change, onEdited });
  const [latest, setDraft] = useState<Draft | null>(null);
  const draft = latest?.over === value ? latest : null;

  const open = (text: string) => setDraft({ text, over: value, problem: null, open: true });
  const close = () => {
    setDraft(null);
    forget();
  };
  const set = (number: number, text = formatNumber(number)) => {
    if (number === value) return close();
    setDraft(apply(number) ? null : { text, over: value, problem: null, open: false });
  };
  const commit = () => {
    if (!draft?.open) return;
    const parsed = parseNumber(draft.text);
    if ("value" in parsed) return set(parsed.value, draft.text);
    forget();
    // An empty field has nothing to keep: the document's number comes back, with the reason beside it.
    const empty = draft.text.trim() === "";
    setDraft({
      text: empty ? formatNumber(value) : draft.text,
      over: value,
      problem: parsed.problem,
      open: false,
    });
  };

  const parsed = draft ? parseNumber(draft.text) : null;
  const failed = draft !== null && draft.problem !== null;
  return {
    text: draft ? draft.text : formatNumber(value),
    base: parsed && "value" in parsed ? parsed.value : value,
    refused: draft?.open ? null : refused,
    message: failed && draft.problem ? problemText(draft.problem) : null,
    invalid:
      draft !== null &&
      !draft.open &&
      (refused?.message != null || (failed && parsed !== null && "problem" in parsed)),
    // The exact number, to be seen and changed; a refused text stays as it is.
    focus: () => {
      if (!draft && formatNumber(value) !== exactNumber(value)) open(exactNumber(value));
    },
    type: open,
    commit,
    cancel: close,
    set,
  };
}
