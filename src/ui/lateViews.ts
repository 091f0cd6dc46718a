import { lateComponent } from "./lateComponent";
import { addTexts, loadLateTexts } from "./lateTexts";

/** Every view but the first comes when it is asked for, with its own texts. */
export const LearnView = lateComponent(async () => {
  const [{ LearnView: view }, { learnEn }] = await Promise.all([
    import("./LearnView"),
    import("../content/messages/learn.en"),
    loadLateTexts(),
  ]);
  addTexts(learnEn);
  return view;
});
