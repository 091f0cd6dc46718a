import type { AppState } from "../store/appStore";
import { documentOf } from "../store/documentSlice";
import type { Text } from "./i18n";

/** What a figure is called for those who can't see it. */
export function figureTitle(state: AppState, text: Text): string {
  const { input, layers } = documentOf(state);
  const values = { input: sizeOf(input.shape), kernel: sizeOf(layers[0].weight.shape) };
  return text(state.view === "learn" ? "embed.figure.learn" : "embed.figure.explore", values);
}

function sizeOf(shape: readonly number[]): string {
  return shape.slice(-2).join("×");
}
