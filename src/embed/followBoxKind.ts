/**
 * Tells, at once and whenever it changes, whether the page around gives the widget a height.
 *
 * @param probe an element as high as its container says, and 0 where the container follows its contents
 */
export function followBoxKind(probe: HTMLElement, tell: (given: boolean) => void): () => void {
  let told: boolean | null = null;
  const look = () => {
    const given = probe.offsetHeight > 0;
    if (given === told) return;
    told = given;
    tell(given);
  };
  look();
  const observer = new ResizeObserver(look);
  observer.observe(probe);
  return () => observer.disconnect();
}
