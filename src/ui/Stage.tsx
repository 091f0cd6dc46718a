import { useCallback, useRef, useState } from "react";
import { type EditableGrid, gridIn, pasteGrid } from "../model/gridCommands";
import type { PartText } from "../render/paths";
import type { Board } from "../scene/board";
import type { CellTarget } from "../scene/highlight";
import { CellEditor, type CellEditorProps } from "./CellEditor";
import "./figure.css";
import { storedBlock, storedCell } from "./gridDrag";
import { useText } from "./i18n";
import { lateComponent } from "./lateComponent";
import "./palette.css";
import { useApp, useAppStore } from "./StoreContext";
import { useFigure } from "./useFigure";
import { useGridKeys } from "./useGridKeys";
import { usePlayback } from "./usePlayback";
import { isEditable, isLocked, usePointer } from "./usePointer";

const PasteDialog = lateComponent(async () => (await import("./PasteDialog")).PasteDialog);

type Editing = Omit<CellEditorProps, "onDone">;

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
      setEditing({ ...placeOf(stage, current.board(), target), target, typed });
    },
    [handle, store],
  );
  const editCell = useCallback((target: CellTarget) => open(target, null), [open]);
  const typeInto = useCallback((target: CellTarget, typed: string) => open(target, typed), [open]);
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
  const keys = useGridKeys(handle, store, { focusCell, editCell, typeInto, paste });

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
      {editing && <CellEditor key={cellKey(editing.target)} {...editing} onDone={onDone} />}
      {pasted && <PasteDialog grid={pasted.grid} initialText={pasted.text} onClose={() => setPasted(null)} />}
    </div>
  );
}

function cellKey({ grid, row, column }: CellTarget): string {
  return `${grid},${row},${column}`;
}

/** Where the editor goes, from the stage's corner, and the number it starts with. */
function placeOf(
  stage: HTMLElement,
  board: Board,
  target: Editing["target"],
): Pick<Editing, "at" | "stored" | "value"> {
  const place = board.layout[target.grid];
  const figure = stage.querySelector(".figure")?.getBoundingClientRect();
  const frame = stage.getBoundingClientRect();
  const stored = storedCell(board, target);
  const { data } = gridIn(board.document, target.grid);
  return {
    stored,
    value: data[stored.row * place.columns + stored.column] ?? 0,
    at: {
      x: (figure?.left ?? 0) - frame.left + stage.scrollLeft + place.x + target.column * place.cell,
      y: (figure?.top ?? 0) - frame.top + stage.scrollTop + place.y + target.row * place.cell,
      width: place.cell,
      height: place.cell,
    },
  };
}
