import { lastWins } from "./lastWins";
import {
  envelope,
  type ImageKind,
  isAddressed,
  type MessageId,
  type PageMessage,
  readPageMessage,
  type StateChange,
  type StepTarget,
  type WidgetMessage,
} from "./messages";
import type { WidgetState } from "./widgetState";

/** What messages drive. */
export interface Driven {
  readonly getState: () => WidgetState;
  readonly setState: (change: StateChange) => unknown;
  readonly play: () => unknown;
  readonly pause: () => unknown;
  readonly step: (target: StepTarget) => unknown;
  readonly exportImage: (kind: ImageKind) => Promise<Blob>;
}

/** The widget's end of the line to the page around its frame. */
export interface Frame {
  /** Tells the page that messages are answered from now on. */
  readonly ready: () => void;
  /** Tells the page and learning platforms the height that the widget would like, in pixels. */
  readonly resize: (height: number) => void;
  readonly changed: (state: WidgetState) => void;
  readonly stepped: (step: number) => void;
  readonly stop: () => void;
}

interface Asked {
  readonly request: PageMessage;
  /** The ids of the requests that it stands for. */
  readonly ids: readonly MessageId[];
}

/** Messages that are applied within a second. */
const PER_SECOND = 20;
/** Of a flood no more is remembered to be answered. */
const MAX_IDS = 100;

/**
 * Listens to the page around the frame and to nothing else. The first request pins the page's origin, or the port that a page
 * without one hands over: only there, state is told. Without a page around nothing is sent and nothing heard.
 *
 * @param own the frame's window
 */
export function createFrame(own: Window, widget: Driven): Frame {
  const page = own.parent;
  if (page === own) return ALONE;
  let pinned: string | null = null;
  let tell: ((message: WidgetMessage) => void) | null = null;
  const ports: MessagePort[] = [];
  let warned = false;
  /** Requests are answered in their order, also where one takes time. */
  let turn: Promise<void> = Promise.resolve();

  const pace = lastWins<Asked>({
    limit: PER_SECOND,
    within: 1000,
    kindOf: ({ request }) => request.type,
    replace: (old, next) => ({ ...next, ids: [...old.ids, ...next.ids].slice(-MAX_IDS) }),
    apply: ({ request, ids }) => {
      turn = turn.then(async () => {
        const answers = await answer(widget, request);
        for (const id of ids) tell?.({ ...answers, id });
        if (ids.length === 0 && answers.type === "state") tell?.(answers);
      });
    },
  });
  const hear = (data: unknown): PageMessage | null => {
    const request = readPageMessage(data);
    if (!request && isAddressed(data) && !warned) {
      warned = true;
      console.warn("Convscope: a message is malformed or too long. It and others like it do nothing.");
    }
    return request;
  };
  const obey = (request: PageMessage) =>
    pace.push({ request, ids: request.id === undefined ? [] : [request.id] });
  const takePort = (next: MessagePort) => {
    // One before may still hold what the page asked through it.
    ports.push(next);
    next.onmessage = ({ data }) => {
      const request = hear(data);
      if (request) obey(request);
    };
    tell = (message) => next.postMessage(envelope(message));
  };
  const onMessage = ({ source, origin, data, ports: [handed] }: MessageEvent) => {
    if (source !== page || (pinned !== null && origin !== pinned)) return;
    const request = hear(data);
    if (!request) return;
    if (pinned === null) {
      pinned = origin;
      if (hasName(origin)) tell = (message) => page.postMessage(envelope(message), origin);
    }
    // What asks before it knows that the widget is there hands over another port afterwards.
    if (handed && !hasName(origin)) takePort(handed);
    obey(request);
  };
  own.addEventListener("message", onMessage);
  const tellAnyone = (message: object) => page.postMessage(message, "*");
  return {
    ready: () => tellAnyone(envelope({ type: "ready" })),
    resize: (height) => {
      tellAnyone(envelope({ type: "resize", payload: { height } }));
      tellAnyone({ subject: "lti.frameResize", height });
    },
    changed: (payload) => tell?.({ type: "state", payload }),
    stepped: (step) => tell?.({ type: "step", payload: { step } }),
    stop: () => {
      own.removeEventListener("message", onMessage);
      pace.stop();
      for (const port of ports) port.close();
      tell = null;
    },
  };
}

const ALONE: Frame = {
  ready: () => undefined,
  resize: () => undefined,
  changed: () => undefined,
  stepped: () => undefined,
  stop: () => undefined,
};

/** Pages of files and of sandboxes have no origin that a message could be sent to. */
function hasName(origin: string): boolean {
  return /^(?!file:)[\w.+-]+:\/\/./.test(origin);
}

type Answer =
  | { readonly type: "state"; readonly payload: WidgetState }
  | { readonly type: "result"; readonly payload?: WidgetState | Blob }
  | { readonly type: "error"; readonly payload: { readonly message: string } };

async function answer(widget: Driven, request: PageMessage): Promise<Answer> {
  try {
    switch (request.type) {
      case "getState":
        return { type: "state", payload: widget.getState() };
      case "setState":
        await widget.setState(request.payload);
        return { type: "result", payload: widget.getState() };
      case "setTheme":
        await widget.setState({ theme: request.payload });
        return { type: "result" };
      case "step":
        await widget.step(request.payload);
        return { type: "result" };
      case "export":
        return { type: "result", payload: await widget.exportImage(request.payload) };
      default:
        await widget[request.type]();
        return { type: "result" };
    }
  } catch (error) {
    return { type: "error", payload: { message: error instanceof Error ? error.message : String(error) } };
  }
}
