import { type AddressState, defaultState } from "../model/addressState";
import type { AppState } from "../store/appStore";

/** What the address says of the page: the committed document, the moment, and what was chosen for this page. */
export function addressOf(state: AppState): AddressState {
  return {
    ...defaultState,
    document: state.history.present,
    position: state.position,
    speed: state.speed,
    play: false,
    theme: state.chosen.includes("theme") ? state.theme : "auto",
    language: state.chosen.includes("language") ? state.language : null,
    notation: state.notation,
    ui: state.ui,
    hidden: state.hidden,
    locked: state.locked,
  };
}
