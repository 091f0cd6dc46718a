import type { ReactNode } from "react";
import { Term } from "./Term";

interface RowLabelProps {
  /** Id of the field, which has its full name itself. */
  readonly htmlFor: string;
  /** Its word in `content/glossary`, where it has one. */
  readonly term?: string | undefined;
  readonly children: ReactNode;
}

/** What stands before a field: its name, which says what it means where the glossary knows. */
export function RowLabel({ htmlFor, term, children }: RowLabelProps) {
  if (term) {
    return (
      <span className="row-label">
        <Term slug={term}>{children}</Term>
      </span>
    );
  }
  return (
    <label className="row-label" htmlFor={htmlFor}>
      {children}
    </label>
  );
}
