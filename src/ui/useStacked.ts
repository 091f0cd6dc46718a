import { type RefObject, useCallback, useSyncExternalStore } from "react";
import type { AppStore } from "../store/appStore";

/**
 * Whether the figure beside `tools` shows fewer of a grid's channels than there are: only the drawing knows for how many it
 * has room. Null where nothing is drawn.
 */
export function useStacked(
  tools: RefObject<HTMLElement | null>,
  store: AppStore,
  grid: "input" | "output",
  channels: number,
): boolean | null {
  const stage = useCallback(() => tools.current?.closest(".figure-column")?.querySelector(".stage"), [tools]);
  const subscribe = useCallback(
    (onChange: () => void) => {
      const stop = store.subscribe(onChange);
      const element = stage();
      const observer = element && new ResizeObserver(onChange);
      if (observer) observer.observe(element);
      onChange();
      return () => {
        stop();
        observer?.disconnect();
      };
    },
    [store, stage],
  );
  return useSyncExternalStore(subscribe, () => {
    const drawn = stage()?.querySelectorAll(`[data-grid="${grid}"][data-channel]`) ?? [];
    const shown = new Set(Array.from(drawn, (element) => element.getAttribute("data-channel")));
    return shown.size === 0 ? null : shown.size < channels;
  });
}
