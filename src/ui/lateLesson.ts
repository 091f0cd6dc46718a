import type { ComponentType } from "react";
import { lateComponent } from "./lateComponent";
import { addTexts, loadLateTexts } from "./lateTexts";

/** The open lesson, in the place of the parameters. */
export const LessonPanel = withTexts(async () => (await import("./LessonPanel")).LessonPanel);

/** All lessons, to choose from. */
export const LessonsDialog = withTexts(async () => (await import("./LessonsDialog")).LessonsDialog);

function withTexts<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lateComponent(async () => {
    const [component, { lessonsEn }] = await Promise.all([
      load(),
      import("../content/messages/lessons.en"),
      loadLateTexts(),
    ]);
    addTexts(lessonsEn);
    return component;
  });
}
