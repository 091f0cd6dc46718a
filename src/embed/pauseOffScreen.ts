import type { AppStore } from "../store/appStore";

/** What nobody sees doesn't play; back on the screen it goes on. */
export function pauseOffScreen(room: HTMLElement, store: AppStore): () => void {
  if (typeof IntersectionObserver === "undefined") return () => undefined;
  let seen = true;
  let waiting = false;
  const rest = () => {
    if (seen || !store.getState().playing) return;
    store.getState().pause();
    waiting = true;
  };
  const observer = new IntersectionObserver((entries) => {
    seen = entries.at(-1)?.isIntersecting ?? true;
    rest();
    if (!seen || !waiting) return;
    waiting = false;
    store.getState().play();
  });
  observer.observe(room);
  const stop = store.subscribe((state) => state.playing, rest);
  return () => {
    observer.disconnect();
    stop();
  };
}
