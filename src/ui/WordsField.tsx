import { useId, useState } from "react";
import { setWords } from "../model/wordsCommands";
import { documentOf } from "../store/documentSlice";
import { useText } from "./i18n";
import { useApp, useAppStore } from "./StoreContext";
import "./wordsField.css";

const SEPARATOR = ", ";

/** What the cells of a strip stand for, such as the words of a sentence: shown over them, with commas between. */
export function WordsField({ locked }: { readonly locked: boolean }) {
  const t = useText();
  const store = useAppStore();
  const written = useApp((state) => (documentOf(state).words ?? []).join(SEPARATOR));
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const commit = () => {
    if (typed !== null) store.getState().edit(setWords(typed.split(",")));
    setTyped(null);
  };
  return (
    <div className="row">
      <label className="row-label" htmlFor={id}>
        {t("words.name")}
      </label>
      <input
        id={id}
        className="words-field"
        type="text"
        dir="auto"
        autoComplete="off"
        maxLength={1600}
        placeholder={t("words.example")}
        value={typed ?? written}
        readOnly={locked}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
          if (event.key === "Escape") setTyped(null);
        }}
      />
    </div>
  );
}
