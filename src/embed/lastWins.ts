export interface Pace<Item> {
  /** Items that may pass within the window. */
  readonly limit: number;
  /** Length of the window, in milliseconds. */
  readonly within: number;
  /** Of what comes faster, the last of each kind waits for its turn. */
  readonly kindOf: (item: Item) => string;
  /** What waits instead of an item when another of its kind comes. */
  readonly replace: (waiting: Item, next: Item) => Item;
  readonly apply: (item: Item) => void;
}

/** Lets items pass at once while they come slowly enough; of faster ones the last of each kind wins. */
export function lastWins<Item>({ limit, within, kindOf, replace, apply }: Pace<Item>): {
  readonly push: (item: Item) => void;
  readonly stop: () => void;
} {
  /** When the last `limit` items passed. */
  const times: number[] = [];
  const waiting = new Map<string, Item>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wait = () => {
    const first = times.length < limit ? undefined : times[0];
    return first === undefined ? 0 : Math.max(0, first + within - performance.now());
  };
  const pass = (item: Item) => {
    times.push(performance.now());
    if (times.length > limit) times.shift();
    apply(item);
  };
  const go = () => {
    timer = undefined;
    for (const [kind, item] of waiting) {
      if (wait() > 0) break;
      waiting.delete(kind);
      pass(item);
    }
    if (waiting.size > 0) timer = setTimeout(go, wait());
  };
  return {
    push: (item) => {
      if (waiting.size === 0 && wait() === 0) return pass(item);
      const kind = kindOf(item);
      const old = waiting.get(kind);
      // What came last is applied last.
      waiting.delete(kind);
      waiting.set(kind, old === undefined ? item : replace(old, item));
      timer ??= setTimeout(go, wait());
    },
    stop: () => {
      clearTimeout(timer);
      waiting.clear();
    },
  };
}
