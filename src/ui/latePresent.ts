import { lateComponent } from "./lateComponent";
import { addTexts } from "./lateTexts";
import { loadLessonTexts } from "./loadLessonTexts";

/** What a lecture needs comes when the page is presented, with its own texts. */
export const PresentLayer = lateComponent(async () => {
  const [{ PresentLayer: layer }, { presentEn }] = await Promise.all([
    import("./PresentLayer"),
    import("../content/messages/present.en"),
    loadLessonTexts(),
  ]);
  addTexts(presentEn);
  return layer;
});

export const PresentFormula = lateComponent(async () => (await import("./PresentFormula")).PresentFormula);
