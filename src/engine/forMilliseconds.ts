/** Says true until so many milliseconds are over. */
export function forMilliseconds(duration: number): () => boolean {
  const until = performance.now() + duration;
  return () => performance.now() < until;
}
