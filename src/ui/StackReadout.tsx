import { formatNumber } from "../model/formatNumber";
import { maxMagnitude } from "../scene/levels";
import { channelOn } from "../scene/stackBoard";
import { stripCentres } from "../trace/stackCentres";
import { isLinearTo, stackWeights } from "../trace/stackWeights";
import { useText } from "./i18n";
import { useStack } from "./StackContext";
import { fieldWords } from "./stackWords";

/** The chosen cell in words: what it sees, what it feeds, and what counts for it most. */
export function StackReadout() {
  const t = useText();
  const state = useStack(({ stack, chosen, channel }) => ({ stack, chosen, channel }));
  const { stack, chosen, channel } = state;
  const [cell, ...field] = fieldWords(t, state);
  const map = stack.maps[chosen.layer];
  const weights = map && chosen.layer > 0 ? stackWeights(stack, chosen, channelOn(map, channel)).data : null;
  return (
    <div className="stack-readout">
      <p>
        <b>{cell}</b> {field.join(" ")}
      </p>
      {weights && (
        <p className="row-note">
          {t("stack.words.weights", {
            sum: formatNumber(weights.reduce((sum, weight) => sum + weight, 0)),
            most: formatNumber(maxMagnitude(weights)),
          })}{" "}
          {t(isLinearTo(stack, chosen.layer) ? "stack.words.linear" : "stack.words.bent")}
        </p>
      )}
      <p className="row-note stack-legend">
        <span className="stack-key own">{t("stack.legend.own")}</span>
        <span className="stack-key seen">{t("stack.legend.seen")}</span>
        <span className="stack-key fed">{t("stack.legend.fed")}</span>
        {stripCentres(stack).some((centre) => centre !== null) && (
          <span className="stack-key centre">{t("stack.legend.centre")}</span>
        )}
      </p>
    </div>
  );
}
