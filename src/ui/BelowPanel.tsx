import type { Below } from "../model/settings";
import { BackwardPanel } from "./BackwardPanel";
import "./below.css";
import { Im2colPanel } from "./Im2colPanel";
import { MatrixPanel } from "./MatrixPanel";

export interface BelowPanelProps {
  readonly below: Exclude<Below, "none">;
}

/** One of the panels under the figure. */
export function BelowPanel({ below }: BelowPanelProps) {
  if (below === "matrix") return <MatrixPanel />;
  if (below === "im2col") return <Im2colPanel />;
  return <BackwardPanel />;
}
