import { type ReactNode, useId } from "react";

interface ParameterGroupProps {
  readonly title: string;
  /** What can be done to the whole, beside the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** Parameters that belong together, under their name. */
export function ParameterGroup({ title, tools, children }: ParameterGroupProps) {
  const heading = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a grid in every browser
    <div className="parameter-group" role="group" aria-labelledby={heading}>
      <div className="group-head">
        <h2 className="panel-heading" id={heading}>
          {title}
        </h2>
        {tools}
      </div>
      {children}
    </div>
  );
}
