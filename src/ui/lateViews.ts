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

/** Several layers on one input. */
export const StackView = lateComponent(async () => {
  const [{ StackView: view }, { stackEn }] = await Promise.all([
    import("./StackView"),
    import("../content/messages/stack.en"),
    loadLateTexts(),
  ]);
  addTexts(stackEn);
  return view;
});
