import { type KeyboardEvent, useId, useState } from "react";
import type { Command } from "../model/gridCommands";
import { useText } from "./i18n";
import { useAppStore } from "./StoreContext";

interface StackFieldProps {
  /** Its name in a word, over the field. */
  readonly name: string;
  /** Its name with the layer's, for those who don't see the row. */
  readonly label: string;
  /** Its name, and how it is written. */
  readonly title: string;
  /** The document's, as it is written. */
  readonly value: string;
  /** The edit that a text asks for; null for a text that means nothing. */
  readonly read: (text: string) => Command | null;
  readonly locked: boolean;
}

/** A setting of a layer as it is written in short: `3`, `3x5`, `1:0`. Arrow keys step a lone number. */
export function StackField({ name, label, title, value, read, locked }: StackFieldProps) {
  const t = useText();
  const app = useAppStore();
  const message = useId();
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string } | null>(null);
  const [refused, setRefused] = useState(false);
  const shown = draft && draft.over === value ? draft.text : value;
  const invalid = refused && shown !== value;

  const commit = (text: string) => {
    if (text === value) return cancel();
    const command = read(text);
    const accepted = command !== null && app.getState().edit(command).length === 0;
    setDraft(accepted ? null : { text, over: value });
    setRefused(!accepted);
  };
  const cancel = () => {
    setDraft(null);
    setRefused(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter") commit(shown);
    else if (event.key === "Escape") cancel();
    else if ((event.key === "ArrowUp" || event.key === "ArrowDown") && /^\d+$/.test(shown)) {
      event.preventDefault();
      commit(String(Math.max(0, Number(shown) + (event.key === "ArrowUp" ? 1 : -1))));
    }
  };
  return (
    <span className="stack-field">
      <span className="stack-name" aria-hidden="true">
        {name}
      </span>
      <input
        className="stack-entry"
        type="text"
        autoComplete="off"
        spellCheck="false"
        enterKeyHint="done"
        aria-label={label}
        aria-invalid={invalid || undefined}
        aria-describedby={invalid ? message : undefined}
        title={title}
        value={shown}
        readOnly={locked}
        onChange={(event) => {
          setRefused(false);
          setDraft({ text: event.currentTarget.value, over: value });
        }}
        onBlur={() => commit(shown)}
        onKeyDown={onKeyDown}
      />
      {invalid && (
        <span className="field-message" id={message}>
          {t("stack.refused", { title })}
        </span>
      )}
    </span>
  );
}
