import { useCallback, useRef, useState } from "react";
import { pasteGrid, setCell } from "../model/gridCommands";
import { type EditableGrid, gridIn, indexOf, type SheetPlace } from "../model/gridPlace";
import type { PartText } from "../render/paths";
import { isConcealed } from "../scene/conceal";
import type { CellTarget } from "../scene/highlight";
import { cellBox, sheetOf } from "../scene/hit";
import { currentStep } from "../store/playbackSlice";
import { indexIn } from "../trace/extent";
import { traceOf } from "../trace/trace";
import { CellEditor, type CellEditorProps } from "./CellEditor";
import { editorPlace } from "./editorPlace";
import { exploreKeys } from "./exploreKeys";
import "./figure.css";
import { useText } from "./i18n";
import { lateComponent } from "./lateComponent";
import "./palette.css";
import { useApp, useAppStore } from "./StoreContext";
import { extentOf } from "./sheetBeside";
import { type EditableTarget, storedBlock, storedCell } from "./storedCell";
import { useFigure } from "./useFigure";
import { useGridKeys } from "./useGridKeys";
import { usePlayback } from "./usePlayback";
import { isEditable, isLocked, slideOf, usePointer } from "./usePointer";

const PredictionField = lateComponent(async () => (await import("./PredictionField")).PredictionField);
const PasteDialog = lateComponent(async () => (await import("./PasteDialog")).PasteDialog);

interface Editing extends Omit<CellEditorProps, "onDone"> {
  readonly target: EditableTarget;
}

/** An output to predict, at its place. */
type Predicting = Pick<CellEditorProps, "at"> & { readonly target: CellTarget };

/** Numbers that need a decision, and the sheet that they were meant for. */
interface Pasted {
  readonly grid: EditableGrid;
  readonly sheet: SheetPlace;
  readonly text: string;
}

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
  const [predicting, setPredicting] = useState<Predicting | null>(null);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  usePlayback(store);

  const focusCell = useCallback(
    (cell: CellTarget) => handle.current?.figure.activate(cell)?.focus({ preventScroll: false }),
    [handle],
  );
  const open = useCallback(
    (target: CellTarget, typed: string | null) => {
      const [figure, board] = [handle.current?.figure, handle.current?.board()];
      const sheet = board && sheetOf(board.layout, target);
      if (!figure || !board || !sheet || !host.current) return;
      if (!isEditable(target) || isLocked(store.getState().locked, target.grid)) return;
      store.getState().pause();
      const { document } = board;
      const { grid, row, column } = target;
      const place = storedCell(document, currentStep(store.getState()), target);
      const numbers = gridIn(document, grid);
      const box = cellBox(sheet, row, column);
      const slide = grid === "kernel" ? slideOf(board, store) : 0;
      const name = figure.activate(target)?.closest("[role=grid]")?.getAttribute("aria-label") ?? "";
      const isStrip = document.input.shape.length === 3;
      setEditing({
        target,
        typed,
        value: numbers.data[indexOf(numbers, place)] ?? 0,
        label: text(isStrip ? "edit.cellOfStrip" : "edit.cell", { grid: name, row, column }),
        at: editorPlace(host.current, { ...box, x: box.x + slide }),
        command: (number) => setCell(grid, place, number),
      });
    },
    [handle, store, text],
  );
  const editCell = useCallback((target: CellTarget) => open(target, null), [open]);
  const paste = useCallback(
    async (cell: CellTarget, content: string) => {
      if (!isEditable(cell)) return;
      const reader = await import("../model/parseGrid").catch(() => null);
      const document = handle.current?.board().document;
      if (!reader) return store.getState().notify({ key: "notices.outdated", values: {} });
      if (!document) return;
      const parsed = reader.parseGrid(content);
      const step = currentStep(store.getState());
      const block = "rows" in parsed ? storedBlock(document, step, cell, parsed.rows) : null;
      if (block) store.getState().edit(pasteGrid(cell.grid, block.rows, block.place));
      else setPasted({ grid: cell.grid, sheet: storedCell(document, step, cell), text: content });
    },
    [store, handle],
  );
  const predictCell = useCallback(
    (target: CellTarget) => {
      const board = handle.current?.board();
      const sheet = board && sheetOf(board.layout, target);
      if (!board || !sheet || !host.current || target.grid !== "output") return false;
      // A lesson asks at its own place.
      if (store.getState().lesson !== null) return false;
      const { output } = traceOf(board.document);
      if (!isConcealed(store.getState().revealed, indexIn(output, target))) return false;
      store.getState().pause();
      const box = cellBox(sheet, target.row, target.column);
      setPredicting({ target, at: editorPlace(host.current, box) });
      return true;
    },
    [handle, store],
  );
  usePointer(host, handle, store, { focusCell, editCell, predictCell });
  const keys = useGridKeys(exploreKeys(handle, store, { focusCell, open, paste, predictCell }));

  const onDone = (move: -1 | 0 | 1 | null) => {
    setEditing(null);
    if (!editing || move === null) return;
    const document = handle.current?.board().document;
    const { columns = 1 } = document ? extentOf(traceOf(document), editing.target.grid) : {};
    const column = Math.max(0, Math.min(editing.target.column + move, columns - 1));
    focusCell({ ...editing.target, column });
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
      {predicting && (
        <PredictionField
          key={cellKey(predicting.target)}
          {...predicting}
          onDone={(toCell) => {
            setPredicting(null);
            if (toCell) focusCell(predicting.target);
          }}
        />
      )}
      {pasted && (
        <PasteDialog
          grid={pasted.grid}
          sheet={pasted.sheet}
          initialText={pasted.text}
          onClose={() => setPasted(null)}
        />
      )}
    </div>
  );
}

function cellKey({ grid, channel, depth, row, column }: CellTarget): string {
  return [grid, channel, depth, row, column].join();
}
