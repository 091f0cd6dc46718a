/** A stage's own size, without its padding, in pixels. */
export interface StageSize {
  readonly width: number;
  readonly height: number;
}

export function stageSize(element: HTMLElement): StageSize {
  const style = getComputedStyle(element);
  const padding = (side: "Inline" | "Block") =>
    Number.parseFloat(style[`padding${side}Start`]) + Number.parseFloat(style[`padding${side}End`]);
  return {
    width: element.clientWidth - (padding("Inline") || 0),
    height: element.clientHeight - (padding("Block") || 0),
  };
}
