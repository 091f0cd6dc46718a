import { lateComponent } from "./lateComponent";
import { loadLessonTexts } from "./loadLessonTexts";

/** All lessons, to choose from. */
export const LessonsDialog = lateComponent(async () => {
  const [{ LessonsDialog: dialog }] = await Promise.all([import("./LessonsDialog"), loadLessonTexts()]);
  return dialog;
});
