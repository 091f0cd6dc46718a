import "./figure.css";
import "./palette.css";
import { cellTexts } from "../scene/cellText";
import { levelClass, levelOf, maxMagnitude } from "../scene/levels";

/** Room for a picture in a panel, in pixels. */
const WIDEST = 300;
const LARGEST_CELL = 34;
/** A narrower cell has no room for its number. */
const DIGITS_FROM = 18;
/** More numbers than this are not read out. */
const MOST_SPOKEN = 40;

interface MapPictureProps {
  readonly values: ArrayLike<number>;
  readonly rows: number;
  readonly columns: number;
  readonly label: string;
  /** Cells with a frame, by their flat index. */
  readonly marked?: readonly number[];
  /** The magnitude at which colours end; the values' own where it is left out. */
  readonly scale?: number;
  /** How wide it may be, in pixels. */
  readonly room?: number;
}

/** One map, to be looked at: numbers where there is room for them, else colours alone. */
export function MapPicture({
  values,
  rows,
  columns,
  label,
  marked = [],
  scale,
  room = WIDEST,
}: MapPictureProps) {
  const max = scale ?? maxMagnitude(values);
  const cell = Math.min(LARGEST_CELL, Math.floor(room / columns));
  const { texts, fontSize } = cellTexts(values, cell);
  const legible = cell >= DIGITS_FROM;
  const frames = new Set(marked);
  const cells = texts.map((text, i) => ({
    text,
    at: i,
    x: (i % columns) * cell,
    y: Math.floor(i / columns) * cell,
    level: levelClass(levelOf(values[i] ?? 0, max)),
  }));
  return (
    <svg
      className="map-picture"
      role="img"
      aria-label={texts.length <= MOST_SPOKEN ? `${label}: ${spoken(texts, columns)}` : label}
      width={columns * cell + 2}
      height={rows * cell + 2}
      viewBox={`-1 -1 ${columns * cell + 2} ${rows * cell + 2}`}
    >
      {cells.map(({ at, x, y, text, level }) => (
        <g key={at} className={`cell ${level}`}>
          <rect x={x + 0.5} y={y + 0.5} width={cell - 1} height={cell - 1} rx={cell < 20 ? 1 : 3} />
          {legible && (
            <text className="map-number" x={x + cell / 2} y={y + cell / 2} fontSize={fontSize}>
              {text}
            </text>
          )}
        </g>
      ))}
      {cells
        .filter(({ at }) => frames.has(at))
        .map(({ at, x, y }) => (
          <rect key={at} className="map-frame" x={x + 1} y={y + 1} width={cell - 2} height={cell - 2} />
        ))}
    </svg>
  );
}

/** Row by row: "1, −1; 0, 0". */
function spoken(texts: readonly string[], columns: number): string {
  const rows = Array.from({ length: Math.ceil(texts.length / columns) }, (_, row) =>
    texts.slice(row * columns, (row + 1) * columns).join(", "),
  );
  return rows.join("; ");
}
