import type { AppState } from "./appStore";

/** What an open lesson replaces of the page, and closing it brings back. */
const OWN = [
  "history",
  "view",
  "position",
  "otherPosition",
  "trainedTo",
  "channelView",
  "channel",
  "depthView",
  "below",
  "readCounts",
  "stackCell",
  "stackChannels",
  "revealed",
  "guesses",
  "showAll",
] as const satisfies readonly (keyof AppState)[];

/** What is put back when a lesson is closed. */
export type OwnWork = Pick<AppState, (typeof OWN)[number]>;

export function ownWorkIn(state: AppState): OwnWork {
  return Object.fromEntries(OWN.map((key) => [key, state[key]])) as unknown as OwnWork;
}
