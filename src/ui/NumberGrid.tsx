import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { Command } from "../model/gridCommands";
import { createNumberTable, type NumberTable, type TablePlace } from "../render/numberTable";
import type { TableLights, TableMarks } from "../scene/numberTable";
import type { AppState } from "../store/appStore";
import { activeIn } from "./activeIn";
import { CellEditor } from "./CellEditor";
import { movedCell } from "./movedCell";
import "./numberGrid.css";
import { useAppStore } from "./StoreContext";

/** How the numbers of a table that holds the reader's own are changed. */
export interface TableEdit {
  readonly label: (place: TablePlace) => string;
  readonly value: (place: TablePlace) => number;
  readonly command: (place: TablePlace, value: number) => Command;
  /** What becomes of a text pasted on a cell; left out where nothing is pasted. */
  readonly paste?: (place: TablePlace, text: string) => void;
}

export interface NumberGridProps {
  readonly name: string;
  readonly marks: TableMarks;
  /** What of it is lit as the figure stands. */
  readonly lightsOf: (state: AppState) => TableLights;
  /** The pointer or the keyboard is on a cell, or has left. */
  readonly onHover: (place: TablePlace | null) => void;
  readonly edit?: TableEdit;
}

interface Editing {
  readonly place: TablePlace;
  readonly typed: string | null;
  readonly at: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** What starts a number: a digit of any script, a sign, a point. */
const STARTS_NUMBER = /^[\p{Nd}.,+\-\u2212]$/u;

/** A table below the figure with its pointer and keyboard; what is lit follows the store without React. */
export function NumberGrid({ name, marks, lightsOf, onHover, edit }: NumberGridProps) {
  const store = useAppStore();
  const host = useRef<HTMLDivElement>(null);
  const table = useRef<NumberTable | null>(null);
  const hovered = useRef("");
  const wasFocused = useRef("");
  const editable = edit !== undefined;
  const [editing, setEditing] = useState<Editing | null>(null);

  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const made = createNumberTable(element, editable);
    table.current = made;
    return () => {
      table.current = null;
      element.querySelector(".number-table")?.remove();
    };
  }, [editable]);
  useLayoutEffect(() => {
    table.current?.draw(marks, name);
  }, [marks, name]);
  // A picture has its colours from the stylesheet: it is painted again when they change.
  useEffect(() => {
    if (!marks.picture) return;
    const repaint = () => requestAnimationFrame(() => table.current?.draw(marks, name));
    const dark = window.matchMedia?.("(prefers-color-scheme: dark)");
    dark?.addEventListener("change", repaint);
    const stop = store.subscribe((state, before) => {
      const keys = ["theme", "fills", "presenting"] as const;
      if (keys.some((key) => state[key] !== before[key])) repaint();
    });
    return () => {
      stop();
      dark?.removeEventListener("change", repaint);
    };
  }, [marks, name, store]);
  useLayoutEffect(() => {
    const light = (state: AppState) => table.current?.light(lightsOf(state));
    light(store.getState());
    return store.subscribe((state, before) => {
      if (
        state.hover !== before.hover ||
        state.pinned !== before.pinned ||
        state.position !== before.position
      )
        light(state);
    });
  }, [store, lightsOf]);

  const hover = (place: TablePlace | null) => {
    const key = place ? `${place.row},${place.column}` : "";
    if (key === hovered.current) return;
    hovered.current = key;
    onHover(place);
    // Two cells may light the same of the figure and yet each its own here.
    table.current?.light(lightsOf(store.getState()));
  };
  const focus = (place: TablePlace) => table.current?.activate(place)?.focus();
  const open = (place: TablePlace, typed: string | null) => {
    const cell = table.current?.activate(place);
    const box = host.current?.getBoundingClientRect();
    if (!cell || !box || !edit) return;
    const { left, top, width, height } = cell.getBoundingClientRect();
    store.getState().pause();
    setEditing({ place, typed, at: { x: left - box.left, y: top - box.top, width, height } });
  };

  // A press moves the focus before the click comes: what it was on shows whether the cell is clicked again.
  const onPointerDown = () => {
    const cell = host.current && activeIn(host.current)?.closest("[role=gridcell]");
    wasFocused.current = cell ? `${cell.getAttribute("data-row")},${cell.getAttribute("data-column")}` : "";
  };
  const onPointerMove = (event: PointerEvent) => {
    if (event.pointerType !== "touch") hover(table.current?.placeOf(event.nativeEvent) ?? null);
  };
  const onClick = (event: MouseEvent) => {
    const place = table.current?.placeOf(event.nativeEvent);
    if (!place || editing) return;
    const again = edit && wasFocused.current === `${place.row},${place.column}`;
    focus(place);
    if (again) open(place, null);
    else hover(place);
  };
  const onFocus = (event: FocusEvent) => {
    const place = table.current?.placeOf(event.nativeEvent);
    if (place && event.target.matches("[role=gridcell]")) hover(place);
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) hover(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = (event.target as Element).closest?.("[role=gridcell]");
    if (!cell || event.altKey) return;
    const place = {
      row: Number(cell.getAttribute("data-row")),
      column: Number(cell.getAttribute("data-column")),
    };
    const moved = movedCell(event, place, marks);
    if (moved) {
      event.preventDefault();
      focus(moved);
      hover(moved);
    } else if (edit && !event.ctrlKey && !event.metaKey) {
      const opens = event.key === "Enter" || event.key === "F2";
      if (!opens && !STARTS_NUMBER.test(event.key)) return;
      event.preventDefault();
      open(place, opens ? null : event.key);
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const place = table.current?.placeOf(event.nativeEvent);
    if (!place || editing || !edit?.paste) return;
    event.preventDefault();
    edit.paste(place, event.clipboardData.getData("text/plain"));
  };
  const onDone = (move: -1 | 0 | 1 | null) => {
    setEditing(null);
    if (!editing || move === null) return;
    const { row, column } = editing.place;
    focus({ row, column: Math.max(0, Math.min(column + move, marks.columns - 1)) });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the grid within has the roles; its events are heard here
    <div
      ref={host}
      className="number-grid"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerLeave={() => hover(null)}
      onClick={onClick}
      onFocus={onFocus}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    >
      {editing && edit && (
        <CellEditor
          key={`${editing.place.row},${editing.place.column}`}
          label={edit.label(editing.place)}
          value={edit.value(editing.place)}
          typed={editing.typed}
          at={editing.at}
          command={(value) => edit.command(editing.place, value)}
          onDone={onDone}
        />
      )}
    </div>
  );
}
