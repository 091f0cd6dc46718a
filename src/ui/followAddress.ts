import { presetDocument } from "../content/presets";
import type { AddressReading } from "../model/address";
import { writeAddress } from "../model/address";
import { openAddress, packAddress } from "../model/packedAddress";
import type { AppStore } from "../store/appStore";
import { WORK_NOTICE } from "../store/documentSlice";
import { linkOf } from "./addressOf";
import type { Cause } from "./followLate";
import { pageLink } from "./pageLink";
import { chosenBy, momentOf, saysWhatToShow } from "./startState";

/** Sooner than the 300 ms that are promised, and rarely enough for browsers that limit it. */
const FOLLOW_MILLISECONDS = 250;

/** The address follows the page, except while it plays; an address that is entered is opened. */
export function followAddress(store: AppStore, cause: Cause): () => void {
  const text = () => writeAddress(linkOf(store.getState()), store.getState().unknown);
  // A link stays as its author wrote it until something changes.
  let written = window.location.hash || window.location.search ? text() : "";
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let opening = 0;

  const write = async () => {
    waiting = undefined;
    const next = text();
    if (store.getState().playing || next === written) return;
    written = next;
    // Without the deflater the address lags behind; saved work doesn't.
    const packed = await packAddress(next).catch(() => null);
    // Meanwhile there may have been another change, which has its own turn.
    if (next !== written || !packed || !("text" in packed)) return;
    window.history.replaceState(window.history.state, "", pageLink(packed.text, window.location));
  };
  const follow = () => {
    const { playing, keepLink } = store.getState();
    if (!playing && !keepLink) waiting ??= setTimeout(write, FOLLOW_MILLISECONDS);
  };
  const stop = store.subscribe((state, before) => {
    if (state.keepLink && state.history !== before.history) store.setState({ keepLink: false });
    follow();
  });

  const open = async () => {
    const turn = ++opening;
    const reading = await openAddress(window.location.hash, window.location.search, presetDocument).catch(
      () => null,
    );
    if (turn !== opening) return;
    if (!reading) return store.getState().notify({ key: "notices.outdated", values: {} });
    openReading(store, reading);
    written = text();
  };
  window.addEventListener("hashchange", open);
  if (cause instanceof Event) open();
  else follow();
  return () => {
    clearTimeout(waiting);
    stop();
    window.removeEventListener("hashchange", open);
  };
}

/** Shows what an entered address says, as one edit; notices about the last address go. */
function openReading(store: AppStore, reading: AddressReading): void {
  const { state, given, notices, unknown, keepLink } = reading;
  const { load, setView, setSpeed, play } = store.getState();
  // A lesson opens beside what is there; without one, what is there gives way to what the address says.
  setView({ lesson: state.lesson, at: state.at });
  if (state.lesson !== null && !saysWhatToShow(reading)) {
    setView({
      ...(given.has("theme") && { theme: state.theme }),
      ...(state.language && { language: state.language }),
      chosen: chosenBy(given),
    });
    return;
  }
  const { position, ...moment } = momentOf(state);
  store.setState(moment);
  load(state.document, position);
  setSpeed(state.speed);
  setView({
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
    revealed: state.predict ? [] : null,
    ...(given.has("theme") && { theme: state.theme }),
    ...(state.language && { language: state.language }),
    chosen: chosenBy(given),
  });
  store.setState((now) => ({
    notices: [
      ...now.notices.filter(({ key }) => key.startsWith("notice.saved") || key === WORK_NOTICE),
      ...notices,
    ],
    unknown,
    // A document that waits is not the one that the address would be written for.
    keepLink: keepLink || now.waiting !== null,
  }));
  if (state.play) play();
}
