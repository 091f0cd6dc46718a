import { type KeyboardEvent, type MouseEvent, useRef } from "react";
import type { StackCell } from "../model/stack";
import type { PartText } from "../render/paths";
import { cellOnMap, mapCellAt } from "../scene/stackLayout";
import { useAnnounce } from "./Announcer";
import "./figure.css";
import { useText } from "./i18n";
import "./palette.css";
import { useStackStore } from "./StackContext";
import { StackTools } from "./StackTools";
import { useApp, useAppStore } from "./StoreContext";
import { fieldWords } from "./stackWords";
import { useStackFigure } from "./useStackFigure";

/** The maps of the stack, in which any cell can be chosen. */
export function StackStage() {
  const text = useText();
  const app = useAppStore();
  const stack = useStackStore();
  const announce = useAnnounce();
  const fills = useApp((state) => state.fills);
  const host = useRef<HTMLDivElement>(null);
  const handle = useStackFigure(host, app, stack, text as PartText);

  const choose = (map: number, row: number, column: number) => {
    const { stack: shown } = stack.getState();
    const size = shown.maps[map]?.shape.slice(2);
    if (!size) return;
    const chosen: StackCell = { layer: map, cell: cellOnMap(row, column, size) };
    app.getState().setView({ stackCell: chosen });
    handle.current?.figure.activate(map, row, column)?.focus({ preventScroll: false });
    announce(fieldWords(text, stack.getState()).join(" "));
  };
  const onClick = (event: MouseEvent) => {
    const corner = host.current?.querySelector(".figure")?.getBoundingClientRect();
    const board = handle.current?.board();
    if (!corner || !board) return;
    const cell = mapCellAt(board.layout, event.clientX - corner.x, event.clientY - corner.y);
    if (cell) choose(cell.map, cell.row, cell.column);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = cellUnderKeys(event.target);
    const board = handle.current?.board();
    if (!at || !board || event.altKey) return;
    const to = movedTo(event, at, board.layout.places);
    if (!to) return;
    event.preventDefault();
    choose(...to);
  };

  return (
    <>
      <StackTools />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the grids inside have the roles */}
      <div
        ref={host}
        className="stage stack-stage"
        dir="ltr"
        data-fills={fills}
        onClick={onClick}
        onKeyDown={onKeyDown}
      />
    </>
  );
}

type At = readonly [map: number, row: number, column: number];

function cellUnderKeys(element: EventTarget): At | null {
  if (!(element instanceof Element)) return null;
  const cell = element.closest("[role=gridcell]");
  const map = cell?.closest("[role=grid]")?.getAttribute("data-grid");
  if (!cell || map == null) return null;
  return [Number(map), Number(cell.getAttribute("data-row")), Number(cell.getAttribute("data-column"))];
}

interface Sides {
  readonly rows: number;
  readonly columns: number;
}

/** Arrows, Home and End move within a map, Page Up and Page Down from map to map; Enter and Space choose. */
function movedTo(event: KeyboardEvent, [map, row, column]: At, places: readonly Sides[]): At | null {
  const whole = event.ctrlKey || event.metaKey;
  const within = (to: number, nextRow: number, nextColumn: number): At | null => {
    const place = places[to];
    if (!place) return null;
    const clamped = (value: number, length: number) => Math.max(0, Math.min(value, length - 1));
    return [to, clamped(nextRow, place.rows), clamped(nextColumn, place.columns)];
  };
  const far = Number.MAX_SAFE_INTEGER;
  switch (event.key) {
    case "ArrowRight":
      return within(map, row, whole ? far : column + 1);
    case "ArrowLeft":
      return within(map, row, whole ? 0 : column - 1);
    case "ArrowDown":
      return within(map, whole ? far : row + 1, column);
    case "ArrowUp":
      return within(map, whole ? 0 : row - 1, column);
    case "Home":
      return within(map, whole ? 0 : row, 0);
    case "End":
      return within(map, whole ? far : row, far);
    case "PageDown":
      return within(map + 1, row, column);
    case "PageUp":
      return within(map - 1, row, column);
    case "Enter":
    case " ":
      return [map, row, column];
    default:
      return null;
  }
}
