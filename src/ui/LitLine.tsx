import { documentOf } from "../store/documentSlice";
import { currentStep } from "../store/playbackSlice";
import type { Target } from "../store/viewSlice";
import { useText } from "./i18n";
import { litSentence } from "./litSentence";
import { useApp } from "./StoreContext";

/** A cell's exact number and what it takes part in, as one line. */
export function LitLine({ target }: { readonly target: Target }) {
  const text = useText();
  const moment = useApp((state) => ({
    document: documentOf(state),
    step: currentStep(state),
    revealed: state.revealed,
    guesses: state.guesses,
    known: state.showAll ? Number.POSITIVE_INFINITY : Math.floor(state.position),
  }));
  return litSentence({ text, ...moment }, target);
}
