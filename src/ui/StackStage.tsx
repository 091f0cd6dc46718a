import { useCallback, useMemo, useRef, useState } from "react";
import { setCell } from "../model/gridCommands";
import { indexOf } from "../model/gridPlace";
import type { PartText } from "../render/paths";
import { useAnnounce } from "./Announcer";
import { CellEditor, type CellEditorProps } from "./CellEditor";
import { editorPlace } from "./editorPlace";
import "./figure.css";
import { useText } from "./i18n";
import { lateComponent } from "./lateComponent";
import "./palette.css";
import { useStackStore } from "./StackContext";
import { StackTools } from "./StackTools";
import { useApp, useAppStore } from "./StoreContext";
import { inputPlace, type MapCell, placeOf, stackCellOf } from "./stackCells";
import { canEditMap, type StackActions, stackKeys } from "./stackKeys";
import { fieldWords, mapPlaceText } from "./stackWords";
import { useGridKeys } from "./useGridKeys";
import { useStackFigure } from "./useStackFigure";
import { useStackPointer } from "./useStackPointer";

const PasteDialog = lateComponent(async () => (await import("./PasteDialog")).PasteDialog);

interface Editing extends Omit<CellEditorProps, "onDone"> {
  readonly cell: MapCell;
}

/** The maps of the stack, in which any cell can be chosen; the input's are edited. */
export function StackStage() {
  const text = useText();
  const app = useAppStore();
  const stack = useStackStore();
  const announce = useAnnounce();
  const { fills, tool } = useApp((state) => ({ fills: state.fills, tool: state.tool }));
  const host = useRef<HTMLDivElement>(null);
  const handle = useStackFigure(host, app, stack, text as PartText);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [pasted, setPasted] = useState<string | null>(null);

  const choose = useCallback(
    (cell: MapCell) => {
      const chosen = stackCellOf(stack.getState(), cell);
      if (chosen) app.getState().setView({ stackCell: chosen });
      handle.current?.figure.activate(cell.grid, cell.row, cell.column)?.focus({ preventScroll: false });
      if (chosen) announce(fieldWords(text, stack.getState()).join(" "));
    },
    [app, stack, handle, announce, text],
  );
  const open = useCallback(
    (cell: MapCell, typed: string | null) => {
      const board = handle.current?.board();
      const place = board && placeOf(board, cell.grid);
      if (!place || !host.current || !canEditMap(app, cell)) return;
      app.getState().pause();
      const { document, channel } = stack.getState();
      const stored = inputPlace(document.input, channel, cell);
      const { row, column } = cell;
      const size = place.cell;
      setEditing({
        cell,
        typed,
        value: document.input.data[indexOf(document.input, stored)] ?? 0,
        label: `${text("stack.input")}, ${mapPlaceText(text, stackCellOf(stack.getState(), cell)?.cell ?? [])}`,
        at: editorPlace(host.current, {
          x: place.x + column * size,
          y: place.y + row * size,
          width: size,
          height: size,
        }),
        command: (number) => setCell("input", stored, number),
      });
    },
    [app, stack, handle, text],
  );
  const actions = useMemo(
    (): StackActions => ({
      board: () => handle.current?.board() ?? null,
      choose,
      open,
      openPaste: setPasted,
    }),
    [handle, choose, open],
  );
  useStackPointer(host, app, stack, actions);
  const keys = useGridKeys(stackKeys(app, stack, actions));

  const onDone = (move: -1 | 0 | 1 | null) => {
    setEditing(null);
    if (!editing || move === null) return;
    const { cell } = editing;
    const board = handle.current?.board();
    const columns = (board && placeOf(board, cell.grid)?.columns) ?? 1;
    choose({ ...cell, column: Math.max(0, Math.min(cell.column + move, columns - 1)) });
  };
  const { document, channel } = stack.getState();

  return (
    <>
      <StackTools />
      <div ref={host} className="stage stack-stage" dir="ltr" data-fills={fills} data-tool={tool} {...keys}>
        {editing && (
          <CellEditor key={`${editing.cell.row},${editing.cell.column}`} {...editing} onDone={onDone} />
        )}
        {pasted !== null && (
          <PasteDialog
            grid="input"
            sheet={inputPlace(document.input, channel, { grid: "0", row: 0, column: 0 })}
            initialText={pasted}
            onClose={() => setPasted(null)}
          />
        )}
      </div>
    </>
  );
}
