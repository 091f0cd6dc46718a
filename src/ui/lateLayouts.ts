import { addLayouts } from "../scene/layout";

let arriving: Promise<void> | null = null;

/**
 * Fetches what arranges channels, volumes and strips, which the first view does without. Rejects where the network is gone;
 * the next call tries again.
 */
export function loadLayouts(): Promise<void> {
  arriving ??= import("../scene/otherLayouts").then(
    ({ otherLayouts }) => addLayouts(otherLayouts),
    (error: unknown) => {
      arriving = null;
      throw error;
    },
  );
  return arriving;
}

/** Fetches them when a hand first comes near, before it can ask for a document that needs them. */
export function fetchLayoutsOnTouch(): () => void {
  const waited = new AbortController();
  for (const hand of ["pointermove", "pointerdown", "keydown", "focusin"])
    window.addEventListener(hand, () => loadLayouts().catch(() => undefined), {
      signal: waited.signal,
      once: true,
      capture: true,
    });
  return () => waited.abort();
}
