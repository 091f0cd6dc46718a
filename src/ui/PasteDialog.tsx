import { useId, useState } from "react";
import { gridSize, type Rows } from "../model/grid";
import { type EditableGrid, gridIn, pasteGrid, replaceGrid } from "../model/gridCommands";
import { MAX_PASTE_LENGTH, parseGrid } from "../model/parseGrid";
import { documentOf } from "../store/documentSlice";
import { Dialog } from "./Dialog";
import { useProblemText, useText } from "./i18n";
import { useApp, useAppStore } from "./StoreContext";
import "./pasteDialog.css";

interface PasteDialogProps {
  readonly grid: EditableGrid;
  /** What has been pasted already. */
  readonly initialText?: string;
  readonly onClose: () => void;
}

/** One character more than can be read: enough to be told that it is too much, and no work for the field. */
const MAX_SHOWN = MAX_PASTE_LENGTH + 1;

/** A place for numbers from elsewhere; asks what to do where their size is not that of the grid. */
export function PasteDialog({ grid, initialText = "", onClose }: PasteDialogProps) {
  const t = useText();
  const store = useAppStore();
  const problemText = useProblemText();
  const size = useApp((state) => gridSize(gridIn(documentOf(state), grid)));
  const [text, setText] = useState(() => initialText.slice(0, MAX_SHOWN));
  const parsed = parseGrid(text);
  const [message, setMessage] = useState(() =>
    initialText && "problem" in parsed ? problemText(parsed.problem) : null,
  );
  const id = useId();
  const pasted = "rows" in parsed ? sizeOf(parsed.rows) : null;
  const differs = pasted !== null && (pasted[0] !== size[0] || pasted[1] !== size[1]);

  const put = (mode: "resize" | "cut") => {
    if (!("rows" in parsed)) return setMessage(problemText(parsed.problem));
    const command =
      mode === "resize" ? replaceGrid(grid, parsed.rows) : pasteGrid(grid, parsed.rows, { at: [0, 0], mode });
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
          spellCheck={false}
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
          {message ?? (differs ? t("paste.sizes", { pasted: sizeText(pasted), grid: sizeText(size) }) : "")}
        </p>
        <div className="paste-actions">
          {differs ? (
            <>
              <button type="submit" className="button">
                {t("paste.resize", { size: sizeText(pasted) })}
              </button>
              <button type="button" className="button" onClick={() => put("cut")}>
                {t("paste.cut", { size: sizeText(size) })}
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

function sizeOf(rows: Rows): readonly [number, number] {
  return [rows.length, rows[0]?.length ?? 0];
}

function sizeText([rows, columns]: readonly [number, number]): string {
  return `${rows}×${columns}`;
}
