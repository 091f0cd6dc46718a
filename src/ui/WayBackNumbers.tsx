import { formatNumber } from "../model/formatNumber";
import { documentOf } from "../store/documentSlice";
import { inputExtent } from "../trace/extent";
import { tupleText } from "../trace/shapeTuples";
import { wayBack } from "../trace/wayBack";
import { useText } from "./i18n";
import { useApp } from "./StoreContext";

/** Numbers up to which the grids are printed, and the widest of them. */
const PRINTED = 64;
const WIDEST = 8;

/** The input beside what comes back from the output: in numbers while they are few, else what differs most. */
export function WayBackNumbers() {
  const t = useText();
  const document = useApp(documentOf);
  const { data, shape } = document.input;
  const { values, equal, furthest } = wayBack(document);
  const { channels, depth, rows, columns } = inputExtent(document);
  const printed = data.length <= PRINTED && columns <= WIDEST;
  const sheets = Array.from({ length: channels * depth }, (_, sheet) => sheet);
  const nameOf = (name: string, sheet: number) =>
    channels > 1 ? t("reverse.channel", { name, channel: Math.floor(sheet / depth) }) : name;
  return (
    <>
      {printed ? (
        sheets.map((sheet) => (
          <div key={sheet} className="pair">
            <NumberGrid
              name={nameOf(t("reverse.input"), sheet)}
              numbers={data}
              first={sheet * rows * columns}
              rows={rows}
              columns={columns}
              tone="role-x"
            />
            <NumberGrid
              name={nameOf(t("reverse.back"), sheet)}
              numbers={values}
              first={sheet * rows * columns}
              rows={rows}
              columns={columns}
              tone="role-y"
            />
          </div>
        ))
      ) : (
        <p className="note-text">{t("reverse.size", { shape: tupleText(shape) })}</p>
      )}
      <p className="note-text">
        {furthest === null
          ? t("reverse.agrees")
          : `${t("reverse.equal", { count: equal, total: data.length })} ${t("reverse.largest", {
              before: formatNumber(data[furthest] ?? 0),
              after: formatNumber(values[furthest] ?? 0),
            })}`}
      </p>
    </>
  );
}

interface NumberGridProps {
  readonly name: string;
  readonly numbers: Float64Array;
  /** Place of its first number in scan order. */
  readonly first: number;
  readonly rows: number;
  readonly columns: number;
  readonly tone: string;
}

function NumberGrid({ name, numbers, first, rows, columns, tone }: NumberGridProps) {
  const lines = Array.from({ length: rows }, (_, row) => first + row * columns);
  return (
    <table className="number-grid">
      <caption className={tone}>{name}</caption>
      <tbody>
        {lines.map((start) => (
          <tr key={start}>
            {Array.from({ length: columns }, (_, column) => start + column).map((at) => (
              <td key={at}>{formatNumber(numbers[at] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
