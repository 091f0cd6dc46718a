import type { ImageKind, PageMessage, StateChange, StepTarget, WidgetMessage } from "./messages";
import type { WidgetState } from "./widgetState";

export type { ImageKind, StateChange, StepTarget } from "./messages";
export type { WidgetState } from "./widgetState";

/** What a figure tells without being asked. */
export interface FigureEvents {
  /** It answers; also after its frame has been loaded anew. */
  readonly ready: undefined;
  /** The height that it would like to have, in pixels. */
  readonly resize: { readonly height: number };
  /** What it shows has been changed. */
  readonly state: WidgetState;
  /** It has come to a whole step, counted from 0. */
  readonly step: { readonly step: number };
}

/** A figure in an iframe of this page. */
export interface ConnectedFigure {
  /** Resolved when the figure answers. */
  readonly ready: Promise<void>;
  readonly getState: () => Promise<WidgetState>;
  /** Changes what the pairs say and leaves the rest; resolves to what is shown then. */
  readonly setState: (change: StateChange) => Promise<WidgetState>;
  readonly play: () => Promise<void>;
  readonly pause: () => Promise<void>;
  /** Goes to a step counted from 0, or on by some; without an argument to the next. */
  readonly step: (target?: StepTarget) => Promise<void>;
  readonly setTheme: (theme: "auto" | "light" | "dark" | "projector") => Promise<void>;
  /** The figure as a picture, as it stands. */
  readonly export: (kind: ImageKind) => Promise<Blob>;
  /** @returns what ends the listening */
  readonly on: <Type extends keyof FigureEvents>(
    type: Type,
    listener: (event: FigureEvents[Type]) => void,
  ) => () => void;
  /** Ends the connection; what still waits for an answer is rejected. The frame itself stays. */
  readonly destroy: () => void;
}

type Distribute<Union> = Union extends unknown ? Omit<Union, "id"> : never;
type Request = Distribute<PageMessage>;
type Heard = WidgetMessage & { readonly source?: unknown; readonly v?: unknown };
interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

const ENVELOPE = { source: "convscope", v: 1 };
const ENDED = "The connection to the figure has ended";

/**
 * Connects to the figure in an iframe, whether it is loaded already or not. What is asked before the figure is there waits
 * for it.
 */
export function connect(iframe: HTMLIFrameElement): ConnectedFigure {
  const listeners = new Map<string, Set<(event: never) => void>>();
  const waiting = new Map<string, Waiting>();
  /** How to reach the figure, since it has been heard; until then what is asked queues. */
  let send: ((message: object) => void) | null = null;
  let queue: object[] = [];
  const ports: MessagePort[] = [];
  let count = 0;
  let ended = false;
  const name = Math.random().toString(36).slice(2);

  const post = (message: object, to: string, handed: Transferable[] = []) =>
    iframe.contentWindow?.postMessage({ ...ENVELOPE, ...message }, to, handed);
  // Asking for the state pins this page in the frame; it holds no secret, so it may go out before the frame's origin is known.
  const greet = () => {
    if (self.origin !== "null") return post({ type: "getState" }, "*");
    const { port1, port2 } = new MessageChannel();
    // The port before stays open: what was asked through it may still be answered.
    ports.push(port1);
    port1.onmessage = ({ data }) => hear(data, (message) => port1.postMessage({ ...ENVELOPE, ...message }));
    post({ type: "getState" }, "*", [port2]);
  };
  const hear = (data: Heard, back: typeof send) => {
    if (data?.source !== "convscope" || data.v !== 1) return;
    if (data.type === "ready") greet();
    send = back ?? send;
    if (send) resolveReady();
    for (const message of send ? queue.splice(0) : []) send?.(message);
    const { id, payload } = data as { readonly id?: string; readonly payload?: never };
    const asked = waiting.get(id ?? "");
    waiting.delete(id ?? "");
    if (!asked) for (const listener of listeners.get(data.type) ?? []) listener(payload as never);
    else if (data.type === "error") asked.reject(new Error(data.payload.message));
    else asked.resolve(payload as never);
  };
  const onMessage = ({ source, origin: from, data }: MessageEvent) => {
    if (!source || source !== iframe.contentWindow) return;
    // A page without an origin speaks through its port, as it can't be answered otherwise.
    const to = /^(null|file:)/.test(from) ? "*" : from;
    hear(data, self.origin === "null" ? null : (message) => post(message, to));
  };
  let resolveReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    resolveReady = resolve;
  });
  const ask = <Answer>(request: Request): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(new Error(ENDED));
      const id = `${name}-${++count}`;
      waiting.set(id, { resolve, reject });
      if (send) send({ ...request, id });
      else queue.push({ ...request, id });
    });

  addEventListener("message", onMessage);
  greet();
  return {
    ready,
    getState: () => ask({ type: "getState" }),
    setState: (payload) => ask({ type: "setState", payload }),
    play: () => ask({ type: "play" }),
    pause: () => ask({ type: "pause" }),
    step: (payload = { by: 1 }) => ask({ type: "step", payload }),
    setTheme: (payload) => ask({ type: "setTheme", payload }),
    export: (payload) => ask({ type: "export", payload }),
    on: (type, listener) => {
      const known = listeners.get(type) ?? new Set();
      listeners.set(type, known.add(listener));
      return () => known.delete(listener);
    },
    destroy: () => {
      removeEventListener("message", onMessage);
      for (const port of ports) port.close();
      listeners.clear();
      ended = true;
      for (const { reject } of waiting.values()) reject(new Error(ENDED));
      waiting.clear();
      queue = [];
    },
  };
}
