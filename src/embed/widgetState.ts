import { presetDocument } from "../content/presets";
import { type AddressReading, readAddress, writeAddress } from "../model/address";
import { documentKeys } from "../model/addressDocument";
import { readPairs, writePairs } from "../model/addressPairs";
import type { Notice } from "../model/notice";
import { isPacked, openAddress } from "../model/packedAddress";
import { sameDocument } from "../model/sameDocument";
import type { AppStore } from "../store/appStore";
import { WORK_NOTICE } from "../store/documentSlice";
import { addressOf } from "../ui/addressOf";
import { chosenBy, momentOf } from "../ui/startState";
import type { StateChange } from "./messages";

/** What a widget shows, as the pairs of an address: `{ input: "0,1;2,3", stride: "2", step: "4" }`. What equals the default is left out. */
export type WidgetState = Readonly<Record<string, string>>;

/** Between entries, from the innermost axis outward. */
const SEPARATORS = [",", ";", "|", "/", "~"];

export function stateOf(store: AppStore): WidgetState {
  const state = store.getState();
  return Object.fromEntries(readPairs(writeAddress(addressOf(state), state.unknown)));
}

/**
 * Shows the change on top of what is shown, as one step of undo; null and undefined take a key back to its default. The
 * rules and limits are those of an address: what can't be used falls back to its default alone. Only what is deflated
 * (`z`) takes effect later than at once.
 *
 * @returns what could not be used
 */
export async function applyState(store: AppStore, change: StateChange): Promise<readonly Notice[]> {
  const changed = new Set(Object.keys(change));
  const text = writePairs([...mergedPairs(stateOf(store), change)]);
  const reading = isPacked(text)
    ? await openAddress(text, "", presetDocument).catch(() => null)
    : readAddress(text, "", presetDocument);
  if (!reading) return [{ key: "notices.outdated", values: {} }];
  if (reading.keepLink) return reading.notices;
  const news = reading.unknown.some(([key]) => changed.has(key));
  const notices = reading.notices.filter(({ key }) => news || key !== "notice.link-unknown");
  show(store, { ...reading, notices }, changed);
  return notices;
}

/** What says which document is meant, and so doesn't outlast another document as a whole. */
const OF_DOCUMENT: ReadonlySet<string> = new Set([...documentKeys, "step", "update"]);

function mergedPairs(shown: WidgetState, change: StateChange): ReadonlyMap<string, string> {
  const merged = new Map(Object.entries(shown));
  const has = (key: string) => Object.hasOwn(change, key) && isSaid(change[key]);
  if (has("preset") || has("z")) for (const key of OF_DOCUMENT) merged.delete(key);
  if (has("kernel-size") && !has("kernel")) merged.delete("kernel");
  for (const [key, value] of Object.entries(change)) {
    if (isSaid(value)) merged.set(key, textOf(value));
    else merged.delete(key);
  }
  return merged;
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function textOf(value: unknown): string {
  if (typeof value === "boolean") return value ? "1" : "0";
  return Array.isArray(value) ? listText(value) : String(value);
}

/** Lists of numbers as an address writes them; anything else is text that its reader refuses. */
function listText(list: readonly unknown[]): string {
  const depth = depthOf(list);
  return list
    .map((each) => (Array.isArray(each) ? listText(each) : String(each)))
    .join(SEPARATORS[depth - 1] ?? " ");
}

function depthOf(value: unknown): number {
  return Array.isArray(value) && value.length < 1e5 ? 1 + depthOf(value[0]) : 0;
}

function show(store: AppStore, reading: AddressReading, changed: ReadonlySet<string>): void {
  const { state, given, unknown, notices } = reading;
  const { load, setView, setSpeed, play, pause, history, revealed } = store.getState();
  const { position, ...moment } = momentOf(state);
  const edits = !sameDocument(history.present, state.document);
  const moves = edits || ["step", "update", "view"].some((key) => changed.has(key));
  if (moves) store.setState(moment);
  if (edits) load(state.document, position);
  else if (moves) {
    pause();
    store.setState({ position });
  }
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
    revealed: state.predict ? (edits ? [] : (revealed ?? [])) : null,
    theme: state.theme,
    ...(state.language && { language: state.language }),
    chosen: chosenBy(given),
  });
  store.setState((now) => ({
    unknown,
    notices: [...now.notices.filter(({ key }) => key === WORK_NOTICE), ...notices],
  }));
  if (state.play) play();
  else if (changed.has("play")) pause();
}
