import { lateComponent } from "./lateComponent";
import { loadLessonTexts } from "./loadLessonTexts";

/** The open lesson, in the place of the parameters. */
export const LessonPanel = lateComponent(async () => {
  const [{ LessonPanel: panel }] = await Promise.all([import("./LessonPanel"), loadLessonTexts()]);
  return panel;
});
