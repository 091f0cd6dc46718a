import { useId } from "react";
import { type Choice, isGridChoice, lessonText } from "../model/lesson";
import { Icon } from "./Icon";
import { useShownLanguage, useText } from "./i18n";
import { NumbersShown } from "./LessonNumbers";
import { Marked } from "./LessonProse";

interface LessonChoicesProps {
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly chosen: number | null;
  /** The right one, once it may be seen. */
  readonly right: number | null;
  readonly locked: boolean;
  readonly onChoose: (at: number) => void;
}

/** Answers to choose from, as words or as small grids. */
export function LessonChoices({ name, choices, chosen, right, locked, onChoose }: LessonChoicesProps) {
  const t = useText();
  const language = useShownLanguage();
  const group = useId();
  const grids = choices.every(({ value }) => isGridChoice(value));
  return (
    <div className="lesson-choices" role="radiogroup" aria-label={name} data-grids={grids || undefined}>
      {choices.map(({ value }, at) => (
        <label
          // biome-ignore lint/suspicious/noArrayIndexKey: a choice is its place
          key={at}
          className="lesson-choice"
          data-right={at === right || undefined}
          data-wrong={(locked && at === chosen && right !== null && at !== right) || undefined}
        >
          <input
            type="radio"
            name={group}
            checked={at === chosen}
            disabled={locked}
            onChange={() => onChoose(at)}
          />
          {isGridChoice(value) ? (
            <NumbersShown numbers={value} />
          ) : (
            <span>
              <Marked text={lessonText(value, language)} explains={false} />
            </span>
          )}
          {at === right && (
            <span className="lesson-mark">
              <Icon name="check" />
              <span className="visually-hidden">{t("lesson.right")}</span>
            </span>
          )}
        </label>
      ))}
    </div>
  );
}
