/** What is announced within this many milliseconds is announced once. */
const DELAY = 100;

/**
 * Tells the height, in whole pixels, that a widget would have if its element gave it none, soon and whenever it changes.
 *
 * @returns `look` to ask for another look after a change, and `stop`
 */
export function followHeight(
  element: HTMLElement,
  tell: (height: number) => void,
): { readonly look: () => void; readonly stop: () => void } {
  const observed = new WeakSet<Element>();
  let told = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const measure = () => {
    waiting = undefined;
    const height = freeHeight(element);
    for (const part of partsOf(element)) {
      if (!observed.has(part)) observer.observe(part);
      observed.add(part);
    }
    if (height === told) return;
    told = height;
    tell(height);
  };
  const look = () => {
    waiting ??= setTimeout(measure, DELAY);
  };
  const observer = new ResizeObserver(look);
  observer.observe(element);
  return {
    look,
    stop: () => {
      clearTimeout(waiting);
      observer.disconnect();
    },
  };
}

/** What can grow or shrink while the widget itself stays as high as its element. */
function partsOf(element: HTMLElement): readonly Element[] {
  const root = element.firstElementChild?.shadowRoot;
  return [...(root?.querySelectorAll(".convscope > *, .convscope > * > *") ?? [])];
}

/** Lays the widget out without a given height, and back again before anything is painted. */
function freeHeight(element: HTMLElement): number {
  const room = element.firstElementChild?.shadowRoot?.querySelector("[data-fit]");
  const before = element.style.blockSize;
  element.style.blockSize = "auto";
  room?.toggleAttribute("data-fit", false);
  room?.toggleAttribute("data-free", true);
  const height = Math.ceil(element.getBoundingClientRect().height);
  room?.toggleAttribute("data-free", false);
  room?.toggleAttribute("data-fit", true);
  element.style.blockSize = before;
  return height;
}
