import type { Theme } from "../model/settings";
import { settings } from "../model/settings";
import type { WidgetState } from "./widgetState";

/** Largest message that the widget takes, in bytes of its text. */
export const MAX_MESSAGE = 64 * 1024;

/** What a request is told apart by; its answer carries the same. */
export type MessageId = string | number;

/** What a page may ask of the widget. */
export type PageMessage = { readonly id?: MessageId } & (
  | { readonly type: "getState" | "play" | "pause" }
  | { readonly type: "setState"; readonly payload: StateChange }
  | { readonly type: "step"; readonly payload: StepTarget }
  | { readonly type: "export"; readonly payload: ImageKind }
  | { readonly type: "setTheme"; readonly payload: Theme }
);

/** Pairs of the address; grids may be nested lists of numbers too, and null takes a key back to its default. */
export type StateChange = Readonly<Record<string, unknown>>;
/** A step counted from 0, or how many steps to go from here. */
export type StepTarget = number | { readonly by: number };
export type ImageKind = "svg" | "png";

/** What the widget tells a page. */
export type WidgetMessage =
  | { readonly type: "ready" }
  | { readonly type: "resize"; readonly payload: { readonly height: number } }
  | { readonly type: "state"; readonly id?: MessageId; readonly payload: WidgetState }
  | { readonly type: "step"; readonly payload: { readonly step: number } }
  | { readonly type: "result"; readonly id: MessageId; readonly payload?: WidgetState | Blob }
  | { readonly type: "error"; readonly id: MessageId; readonly payload: { readonly message: string } };

/** A message as it is posted. */
export function envelope<Message extends PageMessage | WidgetMessage>(message: Message) {
  return { source: "convscope", v: 1, ...message } as const;
}

/** Whether something that was posted is meant for Convscope, well formed or not. */
export function isAddressed(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && "source" in data && data.source === "convscope";
}

/** The request that a page has posted; null for anything else, and for more than {@link MAX_MESSAGE}. */
export function readPageMessage(data: unknown): PageMessage | null {
  if (!isAddressed(data) || data.v !== 1 || remaining(data, MAX_MESSAGE, MAX_DEPTH) < 0) return null;
  const request = readRequest(data.type, data.payload);
  if (!request || data.id === undefined) return request;
  return isId(data.id) ? { ...request, id: data.id } : null;
}

function readRequest(type: unknown, payload: unknown): PageMessage | null {
  switch (type) {
    case "getState":
    case "play":
    case "pause":
      return payload === undefined ? { type } : null;
    case "setState":
      return isRecord(payload) && Object.values(payload).every(isStateValue) ? { type, payload } : null;
    case "step": {
      if (payload === undefined) return { type, payload: { by: 1 } };
      if (isReal(payload)) return { type, payload };
      return isRecord(payload) && isReal(payload.by) ? { type, payload: { by: payload.by } } : null;
    }
    case "export":
      return payload === "svg" || payload === "png" ? { type, payload } : null;
    case "setTheme": {
      const theme = settings.theme.find((word) => word === payload);
      return theme ? { type, payload: theme } : null;
    }
    default:
      return null;
  }
}

/** Deeper than a grid of the most axes in a state in a message. */
const MAX_DEPTH = 8;
const MAX_ID = 100;

function isId(id: unknown): id is MessageId {
  return isReal(id) || (typeof id === "string" && id.length <= MAX_ID);
}

function isReal(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isStateValue(value: unknown): boolean {
  const isWord = value === null || typeof value === "string" || typeof value === "boolean";
  return isWord || isReal(value) || isNumbers(value);
}

function isNumbers(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => isReal(each) || isNumbers(each));
}

/**
 * What is left of so many bytes after the text of a value; below 0 where it is longer, deeper, or holds what has no text,
 * such as buffers. It looks at no more than the bytes it may.
 */
function remaining(value: unknown, bytes: number, depth: number): number {
  if (bytes < 0 || depth < 0) return -1;
  if (typeof value === "string") return bytes - 2 - bytesOf(value, bytes);
  if (typeof value === "number") return bytes - String(value).length;
  if (value === null || value === undefined || typeof value === "boolean") return bytes - 4;
  if (Array.isArray(value)) {
    let left = bytes - 2;
    for (let at = 0; at < value.length && left >= 0; at++) left = remaining(value[at], left - 1, depth - 1);
    return left;
  }
  if (typeof value !== "object" || !isPlain(value)) return -1;
  let left = bytes - 2;
  for (const [key, each] of Object.entries(value)) {
    if (left < 0) return -1;
    left = remaining(each, left - 4 - bytesOf(key, left), depth - 1);
  }
  return left;
}

function bytesOf(text: string, limit: number): number {
  return text.length > limit ? text.length : new TextEncoder().encode(text).length;
}

/** Messages come as copies of this page's own kind of objects, except in tests. */
function isPlain(value: object): boolean {
  return Object.prototype.toString.call(value) === "[object Object]";
}
