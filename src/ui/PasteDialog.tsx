import { useId, useState } from "react";
import type { Rows } from "../model/grid";
import { pasteGrid, replaceGrid } from "../model/gridCommands";
import { type EditableGrid, gridIn, type SheetPlace, sizeOf } from "../model/gridPlace";
import { MAX_PASTE_LENGTH, parseGrid } from "../model/parseGrid";
import { documentOf } from "../store/documentSlice";
import { Dialog } from "./Dialog";
import { useProblemText, useText } from "./i18n";
import { useApp, useAppStore } from "./StoreContext";
import "./pasteDialog.css";

interface PasteDialogProps {
  readonly grid: EditableGrid;
  /** Which of its sheets takes them; the first where it is left out. */
  readonly sheet?: SheetPlace;
  /** What has been pasted already. */
  readonly initialText?: string;
  readonly onClose: () => void;
}

/** One character more than can be read: enough to be told that it is too much, and no work for the field. */
const MAX_SHOWN = MAX_PASTE_LENGTH + 1;

/** A place for numbers from elsewhere; asks what to do where their size is not that of the grid. */
export function PasteDialog({ grid, sheet = {}, initialText = "", onClose }: PasteDialogProps) {
  const t = useText();
  const store = useAppStore();
  const problemText = useProblemText();
  const size = useApp((state) => sizeText(sizeOf(gridIn(documentOf(state), grid))));
  const [text, setText] = useState(() => initialText.slice(0, MAX_SHOWN));
  const parsed = parseGrid(text);
  const [message, setMessage] = useState(() =>
    initialText && "problem" in parsed ? problemText(parsed.problem) : null,
  );
  const id = useId();
  const pasted = "rows" in parsed ? sizeText(extentOf(parsed.rows)) : null;
  const differs = pasted !== null && pasted !== size;

  const put = (mode: "resize" | "cut") => {
    if (!("rows" in parsed)) return setMessage(problemText(parsed.problem));
    const command =
      mode === "resize"
        ? replaceGrid(grid, parsed.rows, sheet)
        : pasteGrid(grid, parsed.rows, { ...sheet, at: [0, 0], mode });
    const [problem] = store.getState().edit(command);
    if (problem) setMessage(problemText(problem));
    else onClose();
  };

  return (
    <Dialog title={t(`paste.title.${grid}`)} onClose={onClose}>
      <form
        className="paste"
        onSubmit={(event) => {
          event.preventDefault();
          put("resize");
        }}
      >
        <label htmlFor={id}>{t("paste.field")}</label>
        <textarea
          id={id}
          className="paste-field"
          rows={8}
          spellCheck="false"
          autoComplete="off"
          maxLength={MAX_SHOWN}
          aria-invalid={message !== null || undefined}
          aria-describedby={`${id}hint ${id}message`}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setMessage(null);
          }}
        />
        <p className="row-note" id={`${id}hint`}>
          {t("paste.hint")}
        </p>
        <p className={message ? "field-message" : "row-note"} id={`${id}message`} role="alert">
          {message ?? (differs ? t("paste.sizes", { pasted, grid: size }) : "")}
        </p>
        <div className="paste-actions">
          {differs ? (
            <>
              <button type="submit" className="button">
                {t("paste.resize", { size: pasted })}
              </button>
              <button type="button" className="button" onClick={() => put("cut")}>
                {t("paste.cut", { size })}
              </button>
            </>
          ) : (
            <button type="submit" className="button">
              {t("paste.apply")}
            </button>
          )}
          <button type="button" className="button" onClick={onClose}>
            {t("paste.cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function extentOf(rows: Rows) {
  return { rows: rows.length, columns: rows[0]?.length ?? 0 };
}

function sizeText({ rows, columns }: { readonly rows: number; readonly columns: number }): string {
  return `${rows}×${columns}`;
}
