import { documentKeys } from "../model/addressDocument";
import { settingKeys } from "../model/addressSettings";
import type { ImageKind, StateChange, StepTarget } from "./messages";
import { mountIn, type Widget } from "./mount";
import type { WidgetState } from "./widgetState";

/** The keys of an address, each an attribute; `lang` and `hidden` keep their meaning for HTML as well. */
const KEYS: readonly string[] = [...documentKeys, ...settingKeys, "preset", "z"];

/** On servers there are no elements: the class is made, and nothing more. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * `<conv-scope input="0,1;2,3" stride="2" step="4"></conv-scope>`: a figure with its own shadow root.
 *
 * Attributes are the keys of an address, and change the figure when they change; taking one away brings its default back.
 * `app` is the address of Convscope's page, for the link that opens the figure there. Numbers and lists go into
 * `state` or `setState`.
 *
 * Events, which bubble and cross shadow roots: `convscope-ready`, `convscope-change` (`detail`: the state, at rest),
 * `convscope-step` (`detail`: the step, counted from 0).
 *
 * CSS variables: `--convscope-ground`, `--convscope-border`, `--convscope-radius`, `--convscope-font`, `--convscope-rem` (16px).
 * Parts: `widget`, `bar`, `figure`, `open`.
 */
export class ConvScopeElement extends Base {
  static readonly observedAttributes = [...KEYS, "app"];

  #widget: Widget | null = null;
  /** What was shown when the element was taken out of its page. */
  #kept: StateChange | null = null;
  #ending: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    clearTimeout(this.#ending);
    if (this.#widget) return;
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const app = this.getAttribute("app");
    this.#widget = mountIn(root, {
      state: this.#kept ?? attributesOf(this),
      ...(app !== null && { app }),
      onChange: (state) => this.#tell("convscope-change", state),
      onStep: (step) => this.#tell("convscope-step", step),
    });
    this.#kept = null;
    queueMicrotask(() => this.#tell("convscope-ready", null));
  }

  /** Who is moved is back before the next task, and loses nothing. */
  disconnectedCallback(): void {
    this.#ending = setTimeout(() => {
      if (!this.#widget || this.isConnected) return;
      this.#kept = this.#widget.getState();
      this.#widget.destroy();
      this.#widget = null;
    });
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (before === value) return;
    if (this.#kept) this.#kept = { ...this.#kept, [name]: value };
    if (name === "app") this.#widget?.update(value === null ? {} : { app: value });
    else this.#widget?.setState({ [name]: value });
  }

  /** What is shown, as the pairs of an address. What is set is merged with it. */
  get state(): WidgetState {
    return this.#widget?.getState() ?? {};
  }

  set state(change: StateChange) {
    this.setState(change);
  }

  /** The step on screen, counted from 0. */
  get step(): number {
    return Number(this.state.step ?? 0);
  }

  set step(step: number) {
    this.#widget?.step(step);
  }

  async setState(change: StateChange): Promise<void> {
    if (this.#widget) await this.#widget.setState(change);
    else this.#kept = { ...(this.#kept ?? attributesOf(this)), ...change };
  }

  play(): void {
    this.#widget?.play();
  }

  pause(): void {
    this.#widget?.pause();
  }

  /** To a step, or some steps on; without an argument to the next. */
  go(target?: StepTarget): void {
    this.#widget?.step(target);
  }

  /** @throws Error while the element is in no page */
  async exportImage(kind: ImageKind): Promise<Blob> {
    if (!this.#widget) throw new Error("<conv-scope> has to be in a page to be exported");
    return this.#widget.exportImage(kind);
  }

  #tell(type: string, detail: unknown): void {
    if (this.#widget) this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

function attributesOf(element: Element): StateChange {
  const given = KEYS.map((key) => [key, element.getAttribute(key)] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== null));
}

globalThis.customElements?.get("conv-scope") ??
  globalThis.customElements?.define("conv-scope", ConvScopeElement);
