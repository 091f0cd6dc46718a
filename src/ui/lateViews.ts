import { lateComponent } from "./lateComponent";

/** Every view but the first comes when it is asked for. */
export const LearnView = lateComponent(
  async () => (await import("./LearnView")).LearnView,
  async () => (await import("../content/messages/learn.en")).learnEn,
);
