import { presetDocument } from "../content/presets";
import { readText, writeAddress } from "../model/address";
import { documentKeys } from "../model/addressDocument";
import { readPairs, writePairs } from "../model/addressPairs";
import type { AddressState } from "../model/addressState";
import { start } from "../model/history";
import { sameDocument } from "../model/sameDocument";
import type { AppStore } from "../store/appStore";
import { momentIn } from "../store/lessonMoments";
import type { LessonFigure } from "../store/lessonStore";
import { addressOf } from "./addressOf";
import { momentOf } from "./startState";

/** Read counts have no place in an address of the page; a lesson's may have them. */
const READ_COUNTS = "read-counts";

interface Shown {
  readonly state: AddressState;
  readonly readCounts: boolean;
}

/** The page's figure, as lessons show and read it. */
export function lessonFigure(store: AppStore): LessonFigure {
  const address = () => {
    const state = store.getState();
    const text = writeAddress({ ...addressOf(state), lesson: null, at: null, predict: false });
    return [text, ...(state.readCounts ? [`${READ_COUNTS}=1`] : [])].filter(Boolean).join("&");
  };
  return {
    address,
    open: (text) => {
      show(store, read(text));
      // A document that asks first is not on the page yet.
      if (!store.getState().waiting)
        store.setState(({ history, position }) => ({ history: start(history.present), position }));
    },
    set: (pairs, base = address()) => show(store, read(merged(base, pairs))),
    momentOf: (text) => {
      const { state, readCounts } = read(text);
      const { document, stackCell, below } = state;
      return momentIn({
        ...store.getState(),
        ...momentOf(state),
        history: start(document),
        stackCell,
        below,
        readCounts,
      });
    },
  };
}

function read(text: string): Shown {
  const { state } = readText(text, "", presetDocument);
  return { state, readCounts: new Map(readPairs(text)).get(READ_COUNTS) === "1" };
}

/** What says which document is meant, and so doesn't outlast another document as a whole. */
const OF_DOCUMENT: ReadonlySet<string> = new Set([...documentKeys, "step", "update"]);

function merged(base: string, pairs: string): string {
  const all = new Map(readPairs(base));
  const added = new Map(readPairs(pairs));
  if (added.has("preset")) for (const key of OF_DOCUMENT) all.delete(key);
  if (added.has("kernel-size") && !added.has("kernel")) all.delete("kernel");
  for (const [key, value] of added) all.set(key, value);
  return writePairs([...all]);
}

function show(store: AppStore, { state, readCounts }: Shown): void {
  const { load, setView, history } = store.getState();
  const { position, ...moment } = momentOf(state);
  store.setState(moment);
  if (sameDocument(history.present, state.document)) {
    store.getState().pause();
    store.getState().seek(position);
  } else load(state.document, position);
  setView({
    stackCell: state.stackCell,
    stackChannels: state.stackChannels,
    channelView: state.channelView,
    channel: state.channel,
    depthView: state.depthView,
    below: state.below,
    readCounts,
  });
}
