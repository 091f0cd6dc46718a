import { addTexts, loadLateTexts } from "./lateTexts";

/** Fetches the English texts of lessons. */
export async function loadLessonTexts(): Promise<void> {
  const [{ lessonsEn }] = await Promise.all([import("../content/messages/lessons.en"), loadLateTexts()]);
  addTexts(lessonsEn);
}
