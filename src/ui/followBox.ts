import type { ChartBox } from "../scene/chartMarks";
import { stageSize } from "./stageSize";

/** Calls `onChange` with the room that a chart has, at once and whenever it or the size of its words changes. */
export function followBox(element: HTMLElement, onChange: (box: ChartBox) => void): () => void {
  let box = boxOf(element);
  onChange(box);
  const observer = new ResizeObserver(() => {
    const next = boxOf(element);
    if (next.width === box.width && next.height === box.height && next.em === box.em) return;
    box = next;
    onChange(box);
  });
  observer.observe(element);
  return () => observer.disconnect();
}

function boxOf(element: HTMLElement): ChartBox {
  return { ...stageSize(element), em: Number.parseFloat(getComputedStyle(element).fontSize) || 12 };
}
