import { defaultDocument } from "./defaultDocument";
import type { ConvDocument } from "./document";
import type {
  Below,
  ChannelView,
  Control,
  DepthView,
  Language,
  Notation,
  Part,
  Theme,
  Ui,
  View,
} from "./settings";
import type { StackCell } from "./stack";
import { STACK_CHANNELS } from "./stackLimits";

/** All that an address says: the document, the moment, and how they are shown. */
export interface AddressState {
  readonly document: ConvDocument;
  readonly view: View;
  /** Explore's time in steps; at whole position n the outputs 0…n are filled. */
  readonly position: number;
  /** Learn's time in updates; at whole update n the weights are those after n of them. */
  readonly update: number;
  /** Factor of 600 ms a step, 0.6–10. */
  readonly speed: number;
  readonly play: boolean;
  /** The lesson that is open, by its name. */
  readonly lesson: string | null;
  /** Its place, counted from 1; null: where it was left, else its beginning. */
  readonly at: number | null;
  readonly theme: Theme;
  /** null: as the browser prefers. */
  readonly language: Language | null;
  readonly notation: Notation;
  readonly ui: Ui;
  readonly hidden: readonly Part[];
  readonly locked: readonly Control[];
  /** The cell of a stack that is looked at; null: the middle of the last map. */
  readonly stackCell: StackCell | null;
  /** Channels that a stack's parameters are counted with. */
  readonly stackChannels: number;
  readonly channelView: ChannelView;
  /** The channel of the input that is on top while channels are stacked. */
  readonly channel: number;
  readonly depthView: DepthView;
  /** What stands under the figure. */
  readonly below: Below;
  /** Outputs are hidden until they have been predicted. */
  readonly predict: boolean;
}

/** What an empty address says. */
export const defaultState: AddressState = {
  document: defaultDocument,
  view: "explore",
  position: 0,
  update: 0,
  speed: 1,
  play: false,
  lesson: null,
  at: null,
  theme: "auto",
  language: null,
  notation: "pytorch",
  ui: "full",
  hidden: [],
  locked: [],
  stackCell: null,
  stackChannels: STACK_CHANNELS.default,
  channelView: "auto",
  channel: 0,
  depthView: "slices",
  below: "none",
  predict: false,
};
