import { defaultDocument } from "./defaultDocument";
import type { ConvDocument } from "./document";
import type { Control, Language, Notation, Part, Theme, Ui } from "./settings";

/** All that an address says: the document, the moment, and how they are shown. */
export interface AddressState {
  readonly document: ConvDocument;
  /** Time in steps; at whole position n the outputs 0…n are filled. */
  readonly position: number;
  /** Factor of 600 ms a step, 0.6–10. */
  readonly speed: number;
  readonly play: boolean;
  readonly theme: Theme;
  /** null: as the browser prefers. */
  readonly language: Language | null;
  readonly notation: Notation;
  readonly ui: Ui;
  readonly hidden: readonly Part[];
  readonly locked: readonly Control[];
}

/** What an empty address says. */
export const defaultState: AddressState = {
  document: defaultDocument,
  position: 0,
  speed: 1,
  play: false,
  theme: "auto",
  language: null,
  notation: "pytorch",
  ui: "full",
  hidden: [],
  locked: [],
};
