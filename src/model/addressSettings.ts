import { readStackCell, writeStackCell } from "./addressStack";
import type { AddressState } from "./addressState";
import { countOf, type ReadValue, readWord, refused } from "./addressValue";
import { params } from "./params";
import { plainNumber } from "./plainNumber";
import { controls, laterViews, matchLanguage, parts, SPEED_RANGE, settings } from "./settings";
import { MAX_LAYERS, STACK_CHANNELS } from "./stackLimits";

/** The keys of an address besides the document's, in the order in which they are written. */
export const settingKeys = [
  "view",
  "step",
  "update",
  "layer",
  "cell",
  "stack-channels",
  "channels",
  "channel",
  "depth",
  "show",
  "predict",
  "speed",
  "play",
  "lesson",
  "at",
  "theme",
  "lang",
  "notation",
  "ui",
  "hide",
  "lock",
] as const;

export type SettingKey = (typeof settingKeys)[number];

/** No lesson has as many places. */
const MAX_AT = 99;

/** Words of a list that are looked at: each can be there many times over. */
const MAX_WORDS = 100;

type Change = Partial<Omit<AddressState, "document">>;

/** Reads one key's value; a step past the last and a channel that is not there are the document's to clamp. */
export function readSetting(
  key: SettingKey,
  text: string,
  given: ReadonlyMap<string, string> = new Map(),
): ReadValue<Change> {
  switch (key) {
    case "view":
      return made(readWord(text, settings.view, laterViews), (view) => ({ view }));
    case "step":
      return made(readReal(text, 0, Number.MAX_VALUE), (position) => ({ position }));
    case "update":
      return made(readReal(text, 0, Number.MAX_VALUE), (update) => ({ update }));
    case "layer":
      return made(readWhole(text, 0, MAX_LAYERS), (layer) => ({ stackCell: { layer, cell: [] } }));
    case "cell": {
      const cell = readStackCell(text);
      const layer = readWhole(given.get("layer") ?? "", 0, MAX_LAYERS);
      // Without a layer it is a cell of the last map.
      return cell
        ? { value: { stackCell: { layer: "value" in layer ? layer.value : MAX_LAYERS, cell } } }
        : refused;
    }
    case "stack-channels":
      return made(readWhole(text, STACK_CHANNELS.min, STACK_CHANNELS.max), (stackChannels) => ({
        stackChannels,
      }));
    case "channels":
      return made(readWord(text, settings.channels), (channelView) => ({ channelView }));
    case "channel":
      return made(readWhole(text, 0, params.inChannels.max - 1), (channel) => ({ channel }));
    case "depth":
      return made(readWord(text, settings.depth), (depthView) => ({ depthView }));
    case "show":
      return made(readWord(text, settings.show), (below) => ({ below }));
    case "predict":
      return made(readWord(text, ["0", "1"]), (word) => ({ predict: word === "1" }));
    case "speed":
      return made(readReal(text, ...SPEED_RANGE), (speed) => ({ speed: rounded(speed) }));
    case "play":
      return made(readWord(text, ["0", "1"]), (word) => ({ play: word === "1" }));
    case "lesson":
      return /^[a-z0-9-]{1,64}$/.test(text) ? { value: { lesson: text } } : refused;
    case "at":
      return made(readWhole(text, 0, MAX_AT), (at) => ({ at }));
    case "theme":
      return made(readWord(text, settings.theme), (theme) => ({ theme }));
    case "lang": {
      const language = matchLanguage(text);
      return language ? { value: { language } } : refused;
    }
    case "notation":
      return made(readWord(text, settings.notation), (notation) => ({ notation }));
    case "ui":
      return made(readWord(text, settings.ui), (ui) => ({ ui }));
    case "hide":
      return made(readWords(text, parts), (hidden) => ({ hidden }));
    case "lock":
      return made(readWords(text, controls), (locked) => ({ locked }));
  }
}

/** A key's canonical value; empty where the browser decides. */
export function writeSetting(key: SettingKey, state: AddressState): string {
  switch (key) {
    case "view":
      return state.view;
    case "step":
      return String(state.position);
    case "update":
      return String(state.update);
    case "layer":
    case "cell":
      return writeStackCell(key, state.stackCell);
    case "stack-channels":
      return String(state.stackChannels);
    case "channels":
      return state.channelView;
    case "channel":
      return String(state.channel);
    case "depth":
      return state.depthView;
    case "show":
      return state.below;
    case "predict":
      return state.predict ? "1" : "0";
    case "speed":
      return String(rounded(state.speed));
    case "play":
      return state.play ? "1" : "0";
    case "lesson":
      return state.lesson ?? "";
    case "at":
      return state.lesson === null || state.at === null ? "" : String(state.at);
    case "theme":
      return state.theme;
    case "lang":
      return state.language ?? "";
    case "notation":
      return state.notation;
    case "ui":
      return state.ui;
    case "hide":
      return parts.filter((part) => state.hidden.includes(part)).join(",");
    case "lock":
      return controls.filter((control) => state.locked.includes(control)).join(",");
  }
}

/** A speed is a matter of feeling: four digits of it are kept. */
function rounded(speed: number): number {
  return Number(speed.toPrecision(4));
}

function readReal(text: string, min: number, max: number): ReadValue<number> {
  const value = plainNumber(text.trim());
  return value !== undefined && value >= min && value <= max ? { value } : refused;
}

function readWhole(text: string, min: number, max: number): ReadValue<number> {
  const read = readReal(text, min, max);
  return "value" in read && !Number.isInteger(read.value) ? refused : read;
}

function readWords<Word extends string>(text: string, known: readonly Word[]): ReadValue<readonly Word[]> {
  if (countOf(text, ",") >= MAX_WORDS) return refused;
  const words = text.split(",").map((word) => word.trim());
  const value = known.filter((word) => words.includes(word));
  const complete = words.every((word) => word === "" || known.some((other) => other === word));
  return complete ? { value } : refused;
}

function made<Value>(read: ReadValue<Value>, change: (value: Value) => Change): ReadValue<Change> {
  return "value" in read ? { value: change(read.value) } : read;
}
