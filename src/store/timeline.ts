import type { ConvDocument } from "../model/document";
import type { View } from "../model/settings";
import { usualSteps } from "../model/trainingErrors";
import { stepCount } from "../trace/trace";

/** Which of a document's times is on screen, and how far it goes. */
export interface Timeline {
  readonly view: View;
  /** Updates that can be shown; null until the training has been looked at. */
  readonly trainedTo: number | null;
}

/** The last whole position of a document's steps in Explore, or updates in Learn. */
export function lastPosition(document: ConvDocument, { view, trainedTo }: Timeline): number {
  if (view === "learn") return trainedTo ?? document.training?.steps ?? usualSteps;
  return stepCount(document) - 1;
}
