/** Milliseconds that a slice of work on the page's own thread may take: half a frame. */
export const SLICE = 8;

/** Says true until so many milliseconds are over. */
export function forMilliseconds(duration: number): () => boolean {
  const until = performance.now() + duration;
  return () => performance.now() < until;
}
