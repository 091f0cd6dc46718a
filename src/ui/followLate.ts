import type { AppState, AppStore } from "../store/appStore";

/** What made a follower begin: the page's start, the first change of the store, or an event of the window. */
export type Cause = "start" | "change" | Event;

/** Follows a store until told to stop. */
export type Follower = (store: AppStore, cause: Cause) => () => void;

export interface LateFollower {
  /** Fetches the follower's code. */
  readonly load: () => Promise<Follower>;
  /** Whether there is something to follow from the start. */
  readonly atOnce: boolean;
  /** An event of the window that it must answer. */
  readonly event: string;
}

/** Starts a follower of what the reader makes of the page: its code is fetched when a hand first comes near. */
export function followLate(store: AppStore, { load, atOnce, event: name }: LateFollower): () => void {
  const waited = new AbortController();
  const { signal } = waited;
  let stop = () => {
    unsubscribe();
    waited.abort();
  };
  let ended = false;
  let arrived: Follower | null = null;
  const fetchIt = async () => {
    arrived = await load();
    return arrived;
  };
  async function begin(cause: Cause) {
    stop();
    const before = store.getState();
    // What is there follows at once: who leaves right after a change has it saved.
    const follow = arrived ?? (await fetchIt().catch(() => null));
    if (ended) return;
    // What changed while the code was on its way counts as well.
    const changed = cause === "start" && saysMore(store.getState(), before);
    if (follow) stop = follow(store, changed ? "change" : cause);
    else store.getState().notify({ key: "notices.outdated", values: {} });
  }
  const unsubscribe = store.subscribe((state, before) => {
    if (saysMore(state, before)) begin("change");
  });
  window.addEventListener(name, begin, { signal });
  // Before the first change, so that not even that is lost to someone who leaves right after it.
  for (const hand of ["pointermove", "pointerdown", "keydown"])
    window.addEventListener(hand, () => fetchIt().catch(() => undefined), {
      signal,
      once: true,
      capture: true,
    });
  if (atOnce) begin("start");
  return () => {
    ended = true;
    stop();
  };
}

/** Whether anything changed that outlives the page: not where the pointer is, and not before playing has ended. */
function saysMore(state: AppState, before: AppState): boolean {
  const kept = [
    "history",
    "view",
    "position",
    "speed",
    "notation",
    "chosen",
    "ui",
    "hidden",
    "locked",
    "channelView",
    "channel",
    "depthView",
    "below",
    "lesson",
    "at",
  ] as const;
  return !state.playing && (before.playing || kept.some((name) => state[name] !== before[name]));
}
