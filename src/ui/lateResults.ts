import type { ComponentType } from "react";
import type { Unread } from "../scene/unread";
import { lateComponent } from "./lateComponent";
import { addTexts, loadLateTexts } from "./lateTexts";

/** The results that a plain layer does without, each with the texts that they share. */
export const ShapeTuples = withTexts(async () => (await import("./ShapeTuples")).ShapeTuples);
export const CostCompare = withTexts(async () => (await import("./CostCompare")).CostCompare);
export const PixelLayer = withTexts(async () => (await import("./PixelLayer")).PixelLayer);
export const ReverseNote = withTexts(async () => (await import("./ReverseNote")).ReverseNote);
export const UnreadNote = withTexts<Unread>(async () => (await import("./UnreadNote")).UnreadNote);

function withTexts<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lateComponent(async () => {
    const [component, { shapesEn }] = await Promise.all([
      load(),
      import("../content/messages/shapes.en"),
      loadLateTexts(),
    ]);
    addTexts(shapesEn);
    return component;
  });
}
