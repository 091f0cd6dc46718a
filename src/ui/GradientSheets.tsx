import { useCallback } from "react";
import type { Command } from "../model/gridCommands";
import type { TablePlace } from "../render/numberTable";
import type { BackwardLights } from "../scene/backwardLights";
import { type GradientSheet, sheetLights } from "../scene/gradientSheets";
import type { AppState } from "../store/appStore";
import type { Cell } from "../trace/extent";
import { hoverPlace } from "./belowHover";
import { useText } from "./i18n";
import { NumberGrid } from "./NumberGrid";
import { useAppStore } from "./StoreContext";
import { sheetWords } from "./sheetWords";

export interface CellEdit {
  readonly label: string;
  readonly value: number;
  readonly command: (value: number) => Command;
}

export interface GradientSheetsProps {
  readonly name: string;
  readonly grid: "output" | "input" | "weight";
  /** How many channels and slices there are, those that are not shown included. */
  readonly channels: number;
  readonly slices: number;
  readonly sheets: readonly GradientSheet[];
  readonly lightsOf: (state: AppState) => BackwardLights;
  readonly edit?: (cell: Cell) => CellEdit;
}

/** The sheets of one gradient beside one another. */
export function GradientSheets(props: GradientSheetsProps) {
  return (
    <div className="gradient-sheets">
      {props.sheets.map((sheet) => (
        <Sheet key={sheet.first} {...props} sheet={sheet} />
      ))}
    </div>
  );
}

function Sheet(props: GradientSheetsProps & { readonly sheet: GradientSheet }) {
  const { name, grid, channels, slices, sheet, lightsOf, edit } = props;
  const text = useText();
  const store = useAppStore();
  const lights = useCallback(
    (state: AppState) => sheetLights(sheet, lightsOf(state)[grid]),
    [sheet, lightsOf, grid],
  );
  // Of the weights, those of other outputs come first: within a step its channels count from 0.
  const channel = grid === "weight" ? sheet.channel % channels : sheet.channel;
  const place = sheetWords(text, { channel, depth: sheet.depth }, channels, slices);
  const onHover = (at: TablePlace | null) =>
    hoverPlace(
      store,
      grid === "weight" ? "kernel" : grid,
      at && sheet.first + at.row * sheet.marks.columns + at.column,
    );
  const editOf = (at: TablePlace) => edit?.({ channel, depth: sheet.depth, ...at });
  return (
    <div className="gradient-sheet">
      {place && <span className="sheet-name">{place}</span>}
      <NumberGrid
        name={place ? text("below.of", { name, place }) : name}
        marks={sheet.marks}
        lightsOf={lights}
        onHover={onHover}
        {...(edit && {
          edit: {
            label: (at: TablePlace) => editOf(at)?.label ?? "",
            value: (at: TablePlace) => editOf(at)?.value ?? 0,
            command: (at: TablePlace, value: number) =>
              edit({ channel, depth: sheet.depth, ...at }).command(value),
          },
        })}
      />
    </div>
  );
}
