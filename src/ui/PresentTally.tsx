import { type PresentStore, TALLY_LETTERS, tallyOf } from "../store/presentStore";
import { Icon } from "./Icon";
import { useText } from "./i18n";

interface PresentTallyProps {
  readonly present: PresentStore;
  readonly hands: readonly number[];
}

/** Hands for each answer, as numbers and as bars. */
export function PresentTally({ present, hands }: PresentTallyProps) {
  const text = useText();
  const { raise, lower } = present.getState();
  const counts = tallyOf(hands);
  const most = Math.max(1, ...counts);
  return (
    <section className="present-card" aria-label={text("present.tally.title")}>
      <h2 className="present-heading">{text("present.tally.title")}</h2>
      <ul className="tally">
        {TALLY_LETTERS.map((letter, answer) => {
          const count = counts[answer] ?? 0;
          return (
            <li key={letter}>
              <button
                type="button"
                className="button tally-letter"
                aria-label={text("present.tally.raise", { letter })}
                onClick={() => raise(answer)}
              >
                {letter}
              </button>
              <meter
                className="tally-bar"
                max={most}
                value={count}
                aria-label={text("present.tally.hands", { letter, count })}
              />
              <b className="tally-count" aria-hidden="true">
                {count}
              </b>
            </li>
          );
        })}
      </ul>
      <button type="button" className="button small-button" disabled={hands.length === 0} onClick={lower}>
        <Icon name="undo" />
        {text("present.tally.lower")}
      </button>
    </section>
  );
}
