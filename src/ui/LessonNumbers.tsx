import { formatNumber } from "../model/formatNumber";
import type { Numbers } from "../model/lesson";
import { rowsOfNumbers } from "../model/lessonAnswer";
import { MAX_NUMBER_LENGTH } from "../model/plainNumber";
import { useText } from "./i18n";

interface LessonNumbersProps {
  readonly entries: readonly (readonly string[])[];
  /** What is wrong with them. */
  readonly problem: string | null;
  readonly onChange: (row: number, column: number, entry: string) => void;
}

/** Fields for a number, a row or a grid of them. */
export function LessonNumbers({ entries, problem, onChange }: LessonNumbersProps) {
  const t = useText();
  const rows = entries.length;
  const columns = entries[0]?.length ?? 1;
  const nameOf = (row: number, column: number) => {
    if (rows * columns === 1) return t("lesson.answer");
    return rows === 1 ? t("lesson.answer.item", { column }) : t("lesson.answer.cell", { row, column });
  };
  return (
    <div className="lesson-fields" dir="ltr" data-single={rows * columns === 1 || undefined}>
      {entries.map((row, r) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <div key={r} className="lesson-row">
          {row.map((entry, column) => (
            <input
              // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place
              key={column}
              className="lesson-field"
              type="text"
              autoComplete="off"
              spellCheck={false}
              maxLength={MAX_NUMBER_LENGTH + 1}
              aria-label={nameOf(r, column)}
              aria-invalid={problem !== null || undefined}
              aria-describedby={problem ? "lesson-problem" : undefined}
              value={entry}
              onChange={(event) => onChange(r, column, event.currentTarget.value)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** A number, a row or a small grid, to be read. */
export function NumbersShown({ numbers }: { readonly numbers: Numbers }) {
  const rows = rowsOfNumbers(numbers);
  if (typeof numbers === "number") return <b>{formatNumber(numbers)}</b>;
  return (
    <table className="lesson-grid" dir="ltr">
      <tbody>
        {rows.map((row, r) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <tr key={r}>
            {row.map((number, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
              <td key={column}>{formatNumber(number)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
