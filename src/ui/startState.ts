import { presetDocument } from "../content/presets";
import type { AddressReading } from "../model/address";
import { type AddressState, defaultState } from "../model/addressState";
import { defaultDocument } from "../model/defaultDocument";
import type { Notice } from "../model/notice";
import { openAddress } from "../model/packedAddress";
import { obstaclesOf } from "../model/problems";
import type { SavedWork as Work } from "../model/savedWork";
import { type Language, preferredLanguage } from "../model/settings";
import { type AppStore, createAppStore } from "../store/appStore";
import type { Choices } from "./savedChoices";

export interface StartFrom {
  /** The page's fragment and query. */
  readonly hash: string;
  readonly search: string;
  /** Null where nothing is saved: while the first view is drawn, in a page that embeds the figure. */
  readonly work: Work | null;
  /** What the reader chose on earlier visits. */
  readonly choices: Choices;
  /** The browser's languages, best first. */
  readonly languages: readonly string[];
}

export interface StartState {
  readonly reading: AddressReading;
  readonly notices: readonly Notice[];
  readonly language: Language;
  readonly choices: Choices;
}

/**
 * How the reader likes it: a link that says no more than this doesn't keep saved work from coming back. A lesson is opened
 * beside that work, which is there again when the lesson is closed.
 */
const MANNERS: ReadonlySet<string> = new Set(["theme", "lang", "notation", "speed", "lesson", "at"]);

/** What the page opens with: the link's document, else the saved one, else the default; and in which language. */
export async function startState(from: StartFrom): Promise<StartState> {
  const { hash, search, work, choices, languages } = from;
  const link = await openAddress(hash, search, presetDocument);
  const saved = work && !saysWhatToShow(link) ? work.load() : null;
  return {
    reading: saved?.reading ? merged(link, saved.reading) : link,
    notices: [...link.notices, ...(saved?.notices ?? [])],
    language: link.state.language ?? choices.language ?? preferredLanguage(languages),
    choices,
  };
}

/** A store in that state. */
export function startedStore({ reading, notices, language, choices }: StartState): AppStore {
  const { state, given, unknown, keepLink } = reading;
  const isMuch = obstaclesOf(state.document, 0).length > 0;
  const store = createAppStore(isMuch ? defaultDocument : state.document);
  store.setState({
    ...choices,
    ...momentOf(state),
    speed: state.speed,
    notation: state.notation,
    ...(given.has("theme") && { theme: state.theme }),
    language,
    chosen: chosenBy(given),
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
    lesson: state.lesson,
    at: state.at,
    notices,
    unknown,
    keepLink: keepLink || isMuch,
  });
  // Asks, beside the default document.
  if (isMuch) store.getState().load(state.document, momentOf(state).position);
  else if (state.play) store.getState().play();
  return store;
}

/** Where an address leaves each view. */
export function momentOf({ view, position, update }: AddressState) {
  return view === "learn"
    ? { view, position: update, otherPosition: position }
    : { view, position, otherPosition: update };
}

/** The settings that a link carries, so that the address goes on carrying them. */
export function chosenBy(given: ReadonlySet<string>): readonly ("theme" | "language")[] {
  return [
    ...(given.has("theme") ? (["theme"] as const) : []),
    ...(given.has("lang") ? (["language"] as const) : []),
  ];
}

/** Whether a link says more than how, or beside what, something is shown. */
export function saysWhatToShow({ given, preset, unknown, keepLink }: AddressReading): boolean {
  return keepLink || preset !== null || unknown.length > 0 || [...given].some((key) => !MANNERS.has(key));
}

/** Saved work, in the manner that the link asks for. */
function merged(link: AddressReading, saved: AddressReading): AddressReading {
  const { given, state } = link;
  return {
    ...link,
    unknown: saved.unknown,
    state: {
      ...defaultState,
      ...saved.state,
      theme: state.theme,
      language: state.language,
      lesson: state.lesson,
      at: state.at,
      ...(given.has("notation") && { notation: state.notation }),
      ...(given.has("speed") && { speed: state.speed }),
    },
  };
}
