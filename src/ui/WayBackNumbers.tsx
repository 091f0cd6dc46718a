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
  const channelOf = (sheet: number) =>
    channels > 1 ? t("reverse.channel", { channel: Math.floor(sheet / depth) }) : null;
  return (
    <>
      {printed ? (
        sheets.map((sheet) => (
          <div key={sheet} className="pair">
            {sheet % depth === 0 && channelOf(sheet) && (
              <p className="pair-name" aria-hidden="true">
                {channelOf(sheet)}
              </p>
            )}
            <NumberGrid
              name={t("reverse.input")}
              channel={channelOf(sheet)}
              numbers={data}
              first={sheet * rows * columns}
              rows={rows}
              columns={columns}
              tone="role-x"
            />
            <NumberGrid
              name={t("reverse.back")}
              channel={channelOf(sheet)}
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
  /** Where there are several, which one it is. */
  readonly channel: string | null;
  readonly numbers: Float64Array;
  /** Place of its first number in scan order. */
  readonly first: number;
  readonly rows: number;
  readonly columns: number;
  readonly tone: string;
}

function NumberGrid({ name, channel, numbers, first, rows, columns, tone }: NumberGridProps) {
  const lines = Array.from({ length: rows }, (_, row) => first + row * columns);
  return (
    <table className="number-grid">
      <caption className={tone}>
        {name}
        {channel && <span className="visually-hidden">, {channel}</span>}
      </caption>
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
