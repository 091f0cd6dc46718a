import type { ReactNode } from "react";

/** What a view takes from the page around it. */
export interface SideProps {
  /** Stands in the place of the parameters, as a lesson does. */
  readonly side?: ReactNode;
}
