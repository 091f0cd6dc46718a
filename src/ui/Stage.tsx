import { useCallback, useRef, useState } from "react";
import { type EditableGrid, gridIn, pasteGrid, setCell } from "../model/gridCommands";
import type { PartText } from "../render/paths";
import type { CellTarget } from "../scene/highlight";
import { CellEditor, type CellEditorProps } from "./CellEditor";
import { editorPlace } from "./editorPlace";
import { exploreKeys } from "./exploreKeys";
import "./figure.css";
import { storedBlock, storedCell } from "./gridDrag";
import { useText } from "./i18n";
import { lateComponent } from "./lateComponent";
import "./palette.css";
import { useApp, useAppStore } from "./StoreContext";
import { useFigure } from "./useFigure";
import { useGridKeys } from "./useGridKeys";
import { usePlayback } from "./usePlayback";
import { type EditableTarget, isEditable, isLocked, usePointer } from "./usePointer";

const PasteDialog = lateComponent(async () => (await import("./PasteDialog")).PasteDialog);

type Editing = Omit<CellEditorProps, "label" | "onDone"> & { readonly target: EditableTarget };

/** The figure with its pointer, keyboard and cell editor. React owns the stage; the drawing owns what is in it. */
export function Stage() {
  const text = useText();
  const store = useAppStore();
  const { fills, tool, hidden } = useApp((state) => ({
    fills: state.fills,
    tool: state.tool,
    hidden: state.hidden,
  }));
  const host = useRef<HTMLDivElement>(null);
  const handle = useFigure(host, store, text as PartText);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [pasted, setPasted] = useState<{ readonly grid: EditableGrid; readonly text: string } | null>(null);
  usePlayback(store);

  const focusCell = useCallback(
    ({ grid, row, column }: CellTarget) => {
      handle.current?.figure.activate(grid, row, column)?.focus({ preventScroll: false });
    },
    [handle],
  );
  const open = useCallback(
    (target: CellTarget, typed: string | null) => {
      const current = handle.current;
      const stage = host.current;
      if (!current || !stage || !isEditable(target) || isLocked(store.getState().locked, target.grid)) return;
      store.getState().pause();
      const board = current.board();
      const place = board.layout[target.grid];
      const { row, column } = storedCell(board, target);
      const value = gridIn(board.document, target.grid).data[row * place.columns + column] ?? 0;
      setEditing({
        target,
        value,
        typed,
        at: editorPlace(stage, place, target),
        command: (number) => setCell(target.grid, row, column, number),
      });
    },
    [handle, store],
  );
  const editCell = useCallback((target: CellTarget) => open(target, null), [open]);
  const paste = useCallback(
    async ({ grid, row, column }: CellTarget, content: string) => {
      if (grid !== "input" && grid !== "kernel") return;
      const reader = await import("../model/parseGrid").catch(() => null);
      if (!reader) return store.getState().notify({ key: "notices.outdated", values: {} });
      const parsed = reader.parseGrid(content);
      const board = handle.current?.board();
      const block = "rows" in parsed && board ? storedBlock(board, { grid, row, column }, parsed.rows) : null;
      if (block) store.getState().edit(pasteGrid(grid, block.rows, { at: block.at, mode: "cut" }));
      else setPasted({ grid, text: content });
    },
    [store, handle],
  );
  usePointer(host, handle, store, { focusCell, editCell });
  const keys = useGridKeys(exploreKeys(handle, store, { focusCell, open, paste }));

  const onDone = (move: -1 | 0 | 1 | null) => {
    setEditing(null);
    if (!editing || move === null) return;
    const { grid, row, column } = editing.target;
    const columns = handle.current?.board().layout[grid].columns ?? 1;
    focusCell({ grid, row, column: Math.max(0, Math.min(column + move, columns - 1)) });
  };

  return (
    <div
      ref={host}
      className="stage"
      dir="ltr"
      data-fills={fills}
      data-tool={tool}
      data-without-products={hidden.includes("products") || undefined}
      {...keys}
    >
      {editing && (
        <CellEditor
          key={cellKey(editing.target)}
          {...editing}
          label={text(`edit.${editing.target.grid}`, {
            row: editing.target.row,
            column: editing.target.column,
          })}
          onDone={onDone}
        />
      )}
      {pasted && <PasteDialog grid={pasted.grid} initialText={pasted.text} onClose={() => setPasted(null)} />}
    </div>
  );
}

function cellKey({ grid, row, column }: CellTarget): string {
  return `${grid},${row},${column}`;
}
