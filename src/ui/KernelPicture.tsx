import type { CSSProperties } from "react";
import { shortText } from "../scene/cellText";
import { levelClass, levelOf, maxMagnitude } from "../scene/levels";
import "./palette.css";

/** Letters that a cell has room for: in a wide kernel there is less of it. */
function lettersIn(columns: number): number {
  return columns <= 4 ? 7 : 4;
}

interface KernelPictureProps {
  readonly values: ArrayLike<number>;
  readonly columns: number;
  /** What it shows, before its numbers are read out. */
  readonly label: string;
}

/** A small kernel with its numbers, to be looked at. */
export function KernelPicture({ values, columns, label }: KernelPictureProps) {
  const max = maxMagnitude(values);
  const texts = Array.from(values, (value) => shortText(value, lettersIn(columns)));
  return (
    <span
      className="kernel-picture"
      role="img"
      dir="ltr"
      aria-label={`${label}: ${spoken(texts, columns)}`}
      style={{ "--columns": columns } as CSSProperties}
    >
      {texts.map((text, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
        <span key={i} className={`kernel-cell ${levelClass(levelOf(values[i] ?? 0, max))}`}>
          {text}
        </span>
      ))}
    </span>
  );
}

/** Row by row: "1, −1; 0, 0". */
function spoken(texts: readonly string[], columns: number): string {
  const rows = Array.from({ length: Math.ceil(texts.length / columns) }, (_, row) =>
    texts.slice(row * columns, (row + 1) * columns).join(", "),
  );
  return rows.join("; ");
}
