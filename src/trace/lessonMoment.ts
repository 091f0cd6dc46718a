import type { ConvDocument } from "../model/document";
import type { FactValue } from "../model/lesson";
import type { Below, View } from "../model/settings";
import type { StackCell } from "../model/stack";

/** What a learner has before them: all that a lesson's conditions can ask about. */
export interface LessonMoment {
  readonly document: ConvDocument;
  readonly view: View;
  /** Explore's time in steps. */
  readonly position: number;
  /** Learn's time in updates. */
  readonly update: number;
  /** What stands under the figure. */
  readonly below: Below;
  /** Whether each input cell says how often it is read. */
  readonly readCounts: boolean;
  /** The cell of the stack that is looked at; null: the middle of the last map. */
  readonly stackCell: StackCell | null;
}

/**
 * One thing that is so at a moment; undefined where there is no such thing.
 *
 * @param before the moment at which the step began
 */
export type Fact = (now: LessonMoment, before: LessonMoment) => FactValue | undefined;
