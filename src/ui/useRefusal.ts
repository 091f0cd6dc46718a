import { useState } from "react";
import type { Command } from "../model/gridCommands";
import { obstaclesOf, workIn } from "../model/problems";
import { documentOf } from "../store/documentSlice";
import { useProblemText } from "./i18n";
import { useApp, useAppStore } from "./StoreContext";

interface RefusalOptions<Value> {
  /** What stands in the document; once it changes the refused value is forgotten. */
  readonly over: unknown;
  /** The edit that puts a value into the document. */
  readonly change: (value: Value) => Command;
  /** Called with a value that was accepted. */
  readonly onEdited?: ((value: Value) => void) | undefined;
}

export interface Refused<Value> {
  readonly value: Value;
  /** What is wrong with the value for the document now on screen; null when it would be accepted by now. */
  readonly message: string | null;
  /** Applies the value all the same, where it is only a matter of how long it takes; null where it is refused. */
  readonly goOn: (() => void) | null;
}

export interface RefusalState<Value> {
  readonly refused: Refused<Value> | null;
  /** Edits the document; returns false when it is refused. */
  readonly apply: (value: Value) => boolean;
  readonly forget: () => void;
}

/** Keeps a value that the document refused, outside the document, for its field to show with the reason. */
export function useRefusal<Value>({ over, change, onEdited }: RefusalOptions<Value>): RefusalState<Value> {
  const store = useAppStore();
  const problemText = useProblemText();
  const [latest, setLatest] = useState<{ readonly value: Value; readonly over: unknown } | null>(null);
  const kept = latest && Object.is(latest.over, over) ? latest : null;
  // Only a refused value needs to know of the rest of the document, where the reason lies.
  const document = useApp((state) => (kept ? documentOf(state) : null));
  const agreed = useApp((state) => state.agreedWork);
  const problem = kept && document ? obstaclesOf(change(kept.value)(document), agreed)[0] : undefined;
  const work = problem ? workIn(problem) : 0;
  const apply = (value: Value) => {
    const accepted = store.getState().edit(change(value)).length === 0;
    setLatest(accepted ? null : { value, over });
    if (accepted) onEdited?.(value);
    return accepted;
  };
  const goOn = () => {
    if (!kept) return;
    store.getState().agree(work);
    apply(kept.value);
  };
  return {
    refused: kept && {
      value: kept.value,
      message: problem ? problemText(problem) : null,
      goOn: work > 0 ? goOn : null,
    },
    apply,
    forget: () => setLatest(null),
  };
}
