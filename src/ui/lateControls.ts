import type { ComponentType } from "react";
import { lateComponent } from "./lateComponent";
import { addTexts, loadLateTexts } from "./lateTexts";

/** The controls that a plain layer of two axes does without, each with the texts that they share. */
export const EdgeSteppers = withTexts(async () => (await import("./EdgeSteppers")).EdgeSteppers);
export const GroupsField = withTexts(async () => (await import("./GroupsField")).GroupsField);
export const BiasList = withTexts(async () => (await import("./BiasList")).BiasList);
export const PoolingFields = withTexts(async () => (await import("./PoolingFields")).PoolingFields);
export const TransposedFields = withTexts(async () => (await import("./TransposedFields")).TransposedFields);
export const WordsField = withTexts(async () => (await import("./WordsField")).WordsField);
export const ChannelTabs = withTexts(async () => (await import("./ChannelTabs")).ChannelTabs);
export const DepthTools = withTexts(async () => (await import("./DepthTools")).DepthTools);

function withTexts<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lateComponent(async () => {
    const [component, { axesEn }] = await Promise.all([
      load(),
      import("../content/messages/axes.en"),
      loadLateTexts(),
    ]);
    addTexts(axesEn);
    return component;
  });
}
