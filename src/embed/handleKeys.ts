import type { AppStore } from "../store/appStore";
import { pageKeyAction } from "../ui/usePageKeys";

/** What is done by keys. Where a page follows them it would act too. */
const OTHERS = ["keyup", "keypress", "copy", "cut", "paste"];

/** Keys pressed inside the widget act on it, and no handler of the page around hears of them. */
export function handleKeys(room: HTMLElement, store: AppStore): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  room.addEventListener(
    "keydown",
    (event) => {
      event.stopPropagation();
      if (event.defaultPrevented || event.isComposing || room.querySelector("dialog[open]")) return;
      const act = pageKeyAction(event, store.getState());
      if (!act) return;
      event.preventDefault();
      act();
    },
    { signal },
  );
  for (const type of OTHERS) room.addEventListener(type, (event) => event.stopPropagation(), { signal });
  return () => ended.abort();
}
