import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { parametersAt } from "../engine/trainingRun";
import type { History } from "../model/history";
import type { PartText } from "../render/paths";
import { CellEditor, type CellEditorProps } from "./CellEditor";
import { editorPlace } from "./editorPlace";
import "./figure.css";
import { useText } from "./i18n";
import { useLearn, useLearnStore } from "./LearnContext";
import { LearnProblem } from "./LearnProblem";
import { LearnTools } from "./LearnTools";
import { lateComponent } from "./lateComponent";
import {
  isLearnEditable,
  type LearnCell,
  type LearnScene,
  learnEdit,
  learnValue,
  startsAnew,
} from "./learnCells";
import "./learnFigure.css";
import { learnKeys } from "./learnKeys";
import "./palette.css";
import { useApp, useAppStore } from "./StoreContext";
import { useGridKeys } from "./useGridKeys";
import { useLearnFigure } from "./useLearnFigure";
import { useLearnPointer } from "./useLearnPointer";

const PasteDialog = lateComponent(async () => (await import("./PasteDialog")).PasteDialog);

interface Editing extends Omit<CellEditorProps, "onDone"> {
  readonly cell: LearnCell;
  /** Where the training was, and with which history, before the editor showed weights as a new start. */
  readonly from: { readonly position: number; readonly history: History } | null;
}

/** Learn's figure with its pointer, keyboard and cell editor. React owns the stage; the drawing owns what is in it. */
export function LearnStage() {
  const text = useText();
  const app = useAppStore();
  const learn = useLearnStore();
  const fills = useApp((state) => state.fills);
  const problem = useLearn((state) => state.problem);
  const host = useRef<HTMLDivElement>(null);
  const handle = useLearnFigure(host, app, learn, text as PartText);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [pasted, setPasted] = useState<string | null>(null);

  const scene = useCallback((): LearnScene | null => {
    const [board, frame] = [handle.current?.board(), handle.current?.frame()];
    if (!board || !frame) return null;
    const { run } = learn.getState();
    const weights = run ? parametersAt(run, frame.moment.update) : board.plan.start;
    return { board, frame, weights };
  }, [handle, learn]);
  const focusCell = useCallback(
    ({ grid, row, column }: LearnCell) => {
      handle.current?.figure.activate(grid, row, column)?.focus({ preventScroll: false });
    },
    [handle],
  );
  const open = useCallback(
    (cell: LearnCell, typed: string | null) => {
      const { pause, locked, preview, seek, position, history } = app.getState();
      const [before, place] = [scene(), scene()?.board.layout.places[cell.grid]];
      if (!before || !place || !host.current || !isLearnEditable(cell, locked)) return;
      pause();
      const value = learnValue(before, cell);
      const anew = startsAnew(before, cell);
      // The weights on screen become the start, so that the figure shows what is typed into them.
      if (anew && preview(learnEdit(before, [{ ...cell, value }])).length > 0) return;
      if (anew) seek(0);
      const name = handle.current?.nameOf(cell.grid) ?? "";
      setEditing({
        cell,
        value,
        typed,
        from: anew ? { position, history } : null,
        label: text("learnFigure.cell", { grid: name, row: cell.row, column: cell.column }),
        at: editorPlace(host.current, {
          x: place.x + cell.column * place.cell,
          y: place.y + cell.row * place.cell,
          width: place.cell,
          height: place.cell,
        }),
        command: (number) =>
          number === value ? (document) => document : learnEdit(before, [{ ...cell, value: number }]),
      });
    },
    [app, handle, scene, text],
  );
  const change = useCallback(
    (cells: readonly (LearnCell & { readonly value: number })[]) => {
      const before = scene();
      if (!before || app.getState().edit(learnEdit(before, cells)).length > 0) return;
      if (cells.some((cell) => startsAnew(before, cell))) app.getState().seek(0);
    },
    [app, scene],
  );
  const actions = useMemo(
    () => ({ scene, focusCell, open, change, openPaste: setPasted }),
    [scene, focusCell, open, change],
  );
  useLearnPointer(host, app, learn, actions);
  const keys = useGridKeys(learnKeys(app, learn, actions));

  // A number left as it was is no new start: time goes back to where it stood.
  const left = useRef<Editing["from"]>(null);
  useEffect(() => {
    const from = left.current;
    left.current = editing?.from ?? null;
    if (!editing && from && app.getState().history === from.history) app.getState().seek(from.position);
  }, [editing, app]);

  const onDone = (move: -1 | 0 | 1 | null) => {
    setEditing(null);
    if (!editing || move === null) return;
    const { grid, row, column } = editing.cell;
    const columns = scene()?.board.layout.places[grid]?.columns ?? 1;
    focusCell({ grid, row, column: Math.max(0, Math.min(column + move, columns - 1)) });
  };

  return (
    <>
      <LearnTools />
      {problem && <LearnProblem problem={problem} />}
      <div
        ref={host}
        className="stage learn-stage"
        dir="ltr"
        data-fills={fills}
        data-problem={problem?.code}
        {...keys}
      >
        {editing && (
          <CellEditor
            key={`${editing.cell.grid},${editing.cell.row},${editing.cell.column}`}
            {...editing}
            onDone={onDone}
          />
        )}
        {pasted !== null && <PasteDialog grid="input" initialText={pasted} onClose={() => setPasted(null)} />}
      </div>
    </>
  );
}
