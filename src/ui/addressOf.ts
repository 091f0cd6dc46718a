import { type AddressState, defaultState } from "../model/addressState";
import type { AppState } from "../store/appStore";

/** What the address says of the page: the committed document, the moment, and what was chosen for this page. */
export function addressOf(state: AppState): AddressState {
  const { view, position, otherPosition } = state;
  return {
    document: state.history.present,
    view,
    position: view === "learn" ? otherPosition : position,
    update: view === "learn" ? position : otherPosition,
    speed: state.speed,
    play: false,
    // An author's lesson has no address.
    lesson: state.lesson?.includes(":") ? null : state.lesson,
    at: state.at,
    theme: state.chosen.includes("theme") ? state.theme : "auto",
    language: state.chosen.includes("language") ? state.language : null,
    notation: state.notation,
    ui: state.ui,
    hidden: state.hidden,
    locked: state.locked,
    stackCell: state.stackCell,
    stackChannels: state.stackChannels,
    channelView: state.channelView,
    channel: state.channel,
    depthView: state.depthView,
    below: state.below,
    predict: state.revealed !== null,
  };
}

/** What the address bar and a shared link say: of a lesson, which it is and where. */
export function linkOf(state: AppState): AddressState {
  const { lesson, at, theme, language, notation, ui, hidden, locked, ...address } = addressOf(state);
  const manners = { lesson, at, theme, language, notation, ui, hidden, locked };
  return lesson === null ? { ...address, ...manners } : { ...defaultState, ...manners };
}
