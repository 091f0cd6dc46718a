import { formatNumber } from "../model/formatNumber";
import { isConcealed } from "../scene/conceal";
import type { AppState } from "../store/appStore";
import { documentOf } from "../store/documentSlice";
import { currentStep } from "../store/playbackSlice";
import { cellsIn } from "../trace/extent";
import { stepCell, termsAt, windowPlace, winnersOf } from "../trace/terms";
import { traceOf } from "../trace/trace";
import { asBeginning, placeText } from "./cellWords";
import type { Text } from "./i18n";

/** "Row 1, column 2: 9 products, sum −4." Of several channels, the step's is named first. */
export function stepText(text: Text, state: AppState): string {
  const document = documentOf(state);
  const { op, steps, window, sums, divisors } = traceOf(document);
  const step = currentStep(state);
  const place = asBeginning(placeText(text, document, stepCell(document, step), steps.channels));
  const count =
    op === "max-pool" ? termsAt(document, step).filter(({ source }) => source).length : cellsIn(window);
  if (op !== "transposed" && isConcealed(state.revealed, step))
    return text("announce.predict", { place, count });
  const sum = formatNumber(sums[step] ?? 0);
  switch (op) {
    case "transposed": {
      const to = placeText(text, document, windowPlace(document, step).origin);
      return text("announce.stamp", { place, to, value: formatNumber(document.input.data[step] ?? 0) });
    }
    case "max-pool": {
      const ties = winnersOf(termsAt(document, step)).length;
      return text(ties > 1 ? "announce.tie" : "announce.max", { place, sum, count, ties });
    }
    case "avg-pool":
      return text("announce.mean", { place, sum, count: divisors?.[step % divisors.length] ?? 1 });
    default:
      return text("announce.step", { place, sum, count });
  }
}
