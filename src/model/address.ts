import { cellCount } from "../core/tensor";
import {
  type Change,
  type DocumentKey,
  documentKeys,
  goesWithoutSaying,
  readDocumentKey,
  writeDocumentKey,
} from "./addressDocument";
import { type Pair, readPairs, writePairs } from "./addressPairs";
import { readSetting, type SettingKey, settingKeys, writeSetting } from "./addressSettings";
import { type AddressState, defaultState } from "./addressState";
import { trainingKeys } from "./addressTraining";
import { countOf, shown } from "./addressValue";
import { defaultStack } from "./defaultStack";
import { defaultTraining } from "./defaultTraining";
import { setDims } from "./dimsCommands";
import type { ConvDocument } from "./document";
import { finishLayer } from "./finishLayer";
import { gradientOf } from "./gradient";
import { dimsOf, inChannelsOf, lastStepOf } from "./layer";
import type { Notice } from "./notice";
import { resolveConflicts } from "./resolveConflicts";

/** Longest fragment or query that is read, in characters. */
export const MAX_LINK_LENGTH = 32 * 1024;

/** No address has use for more pairs than this. */
const MAX_PAIRS = 1000;

/** The preset that has the image of the notes' recipe. */
const NOTES = "edges-vertical";

export interface AddressReading {
  readonly state: AddressState;
  /** The keys whose values were used; the others of `state` are defaults. */
  readonly given: ReadonlySet<string>;
  /** The preset that the document started from. */
  readonly preset: string | null;
  readonly notices: readonly Notice[];
  /** Pairs of the fragment that this release cannot use: kept, and written back. */
  readonly unknown: readonly Pair[];
  /** The link could not be read here: it stays in the address bar until the document is changed. */
  readonly keepLink: boolean;
}

/** A preset's document by its name in the address; undefined when there is none. */
export type FindPreset = (name: string) => ConvDocument | undefined;

/**
 * Reads fragment and query of an address, with or without their `#` and `?`. Whatever they hold, the state is valid: a
 * value that cannot be used falls back to its default alone, and a notice says so. The key `z` is not read here: an
 * address that has it goes through `openAddress`.
 */
export function readAddress(
  fragment: string,
  query = "",
  findPreset: FindPreset = () => undefined,
): AddressReading {
  if (fragment.length > MAX_LINK_LENGTH || query.length > MAX_LINK_LENGTH) {
    return unreadable({ key: "notice.link-too-long", values: {} });
  }
  return readText(fragment, query, findPreset);
}

/** What is shown for a link that cannot be read at all. */
export function unreadable(notice: Notice): AddressReading {
  return {
    state: defaultState,
    given: new Set(),
    preset: null,
    notices: [notice],
    unknown: [],
    keepLink: true,
  };
}

/** `readAddress` for text whose length has been checked. */
export function readText(fragment: string, query: string, findPreset: FindPreset): AddressReading {
  if (Math.max(countOf(fragment, "&"), countOf(query, "&")) >= MAX_PAIRS) {
    return unreadable({ key: "notice.link-too-much", values: {} });
  }
  const own = readPairs(fragment);
  const values = new Map([...readPairs(query), ...own]);
  const fromQuery = new Set(values.keys());
  for (const [key] of own) fromQuery.delete(key);
  const unknown = own.filter(([key]) => !isKnown(key));
  const given = new Set<string>();
  const notices: Notice[] = [];

  const says = (key: string) => values.has(key);
  // Learn, asked for without anything to learn, opens the notes' recipe: the edge image, from zeros.
  const isBare = values.get("view") === "learn" && ![...documentKeys, "preset"].some(says);
  const name = isBare ? NOTES : values.get("preset");
  const found = name === undefined ? undefined : findPreset(name);
  if (name !== undefined && !found && !isBare) {
    notices.push({ key: "notice.link-preset-unknown", values: { value: shown(name) } });
  }
  // Stack, asked for without an input, opens on a spot that shows how far each cell sees.
  const opening = values.get("view") === "stack" && !says("input") ? defaultStack : defaultState.document;
  const explored = found ?? opening;
  const learns = isBare || trainingKeys.some(says);
  const base: AddressState = {
    ...defaultState,
    document: learns ? { ...explored, training: explored.training ?? defaultTraining } : explored,
  };

  const refuse = (key: Key, text: string, reason: Notice | null) => {
    const used = writeKey(key, base) || "—";
    const detail = { key: "notice.link-used", values: { key, value: shown(text), used: shown(used) } };
    notices.push(reason ? { ...reason, detail } : detail);
  };
  const later = (key: Key, text: string) => {
    if (!fromQuery.has(key)) unknown.push([key, text]);
  };

  const said = values.get("dims") ?? "";
  const dims = /^[123]$/.test(said) ? Number(said) : dimsOf(base.document);
  const changes = new Map<DocumentKey, Change>();
  for (const key of documentKeys) {
    const text = values.get(key);
    if (text === undefined) continue;
    const read = readDocumentKey(key, text, values, dims);
    if ("value" in read) changes.set(key, read.value);
    else if ("refused" in read) refuse(key, text, read.refused);
    else later(key, text);
  }
  const { document: resolved, givenUp } = resolveConflicts(base.document, changes, (changed, kept) =>
    finishLayer(changed, base.document, kept, values),
  );
  for (const { key, problem } of givenUp) {
    changes.delete(key);
    refuse(key, values.get(key) ?? "", { key: `problem.${problem.code}`, values: problem.values });
  }
  const { document, problem } = withFittingGradient(resolved);
  if (problem) {
    changes.delete("gradient");
    refuse("gradient", values.get("gradient") ?? "", problem);
  }
  for (const key of changes.keys()) given.add(key);

  let state: AddressState = { ...base, document };
  for (const key of settingKeys) {
    const text = values.get(key);
    if (text === undefined) continue;
    const read = readSetting(key, text, values);
    if ("value" in read) {
      state = { ...state, ...read.value };
      given.add(key);
    } else if ("refused" in read) refuse(key, text, read.refused);
    else later(key, text);
  }
  if (unknown.length > 0) {
    notices.push({ key: "notice.link-unknown", values: { pairs: shown(listed(unknown)) } });
  }
  return {
    state: {
      ...state,
      // Without a lesson it is a place in nothing.
      at: state.lesson === null ? null : state.at,
      position: Math.min(state.position, lastStepOf(document)),
      channel: Math.min(state.channel, inChannelsOf(document) - 1),
      update: Math.min(state.update, (document.training ?? defaultTraining).steps),
    },
    given,
    preset: found && name !== undefined ? name : null,
    notices,
    unknown,
    keepLink: false,
  };
}

/** A gradient of another shape than the output is none of it. */
function withFittingGradient(document: ConvDocument): {
  readonly document: ConvDocument;
  readonly problem?: Notice;
} {
  const { gradient, ...rest } = document;
  if (!gradient) return { document };
  const { shape } = gradientOf(rest);
  if (String(shape) === String(gradient.shape)) return { document };
  const key = "notice.link-gradient-count";
  const values = { count: gradient.data.length, shape: shape.slice(1).join("×"), needed: cellCount(shape) };
  return { document: rest, problem: { key, values } };
}

/**
 * The fragment that says a state, without `#`: what equals the default is left out, so that the default is empty.
 *
 * @param unknown pairs to keep, except where the state itself says their key
 */
export function writeAddress(state: AddressState, unknown: readonly Pair[] = []): string {
  const { document } = state;
  const usual = usualValues(dimsOf(document));
  const isSaid = (key: Key, value: string) => {
    // A link to another view says the input, even where that is the default: bare, it opens an example of its own.
    if (key === "input" && state.view !== "explore") return true;
    // What a document of any number of axes has in common with the default one is not said; that it has so many is.
    if (key === "dims") return value !== DEFAULTS.get(key);
    const ownUsual = usual.get(key) ?? "";
    return isDocumentKey(key) ? !goesWithoutSaying(key, document, ownUsual) : value !== ownUsual;
  };
  const pairs = keys
    .map((key): readonly [Key, string] => [key, writeKey(key, state)])
    .filter(([key, value]) => isSaid(key, value));
  const written = new Set<string>(pairs.map(([key]) => key));
  return writePairs([...pairs, ...unknown.filter(([key]) => !written.has(key))]);
}

type Key = DocumentKey | SettingKey;

const keys: readonly Key[] = [...documentKeys, ...settingKeys];

const DEFAULTS: ReadonlyMap<string, string> = valuesOf(defaultState);

/** What an address that says only how many axes there are stands for. */
function usualValues(dims: number): ReadonlyMap<string, string> {
  if (dims === 1 || dims === 3) {
    return valuesOf({ ...defaultState, document: setDims(dims)(defaultState.document) });
  }
  return DEFAULTS;
}

function valuesOf(state: AddressState): ReadonlyMap<string, string> {
  return new Map(keys.map((key) => [key, writeKey(key, state)]));
}

function isKnown(key: string): boolean {
  return key === "preset" || key === "z" || DEFAULTS.has(key);
}

function writeKey(key: Key, state: AddressState): string {
  return isDocumentKey(key) ? writeDocumentKey(key, state.document) : writeSetting(key, state);
}

function isDocumentKey(key: Key): key is DocumentKey {
  return documentKeys.some((known) => known === key);
}

function listed(pairs: readonly Pair[]): string {
  return pairs.map(([key, value]) => (value === "" ? key : `${key}=${value}`)).join(", ");
}
