import { useId } from "react";
import { RowLabel } from "./RowLabel";
import { Stepper, type StepperProps } from "./Stepper";

interface StepperRowProps extends Omit<StepperProps, "id"> {
  readonly label: string;
  /** Its word in `content/glossary`, where it has one. */
  readonly term?: string;
}

/** A stepper with its label before it. */
export function StepperRow({ label, term, ...stepper }: StepperRowProps) {
  const id = useId();
  return (
    <div className="row">
      <RowLabel htmlFor={id} term={term}>
        {label}
      </RowLabel>
      <Stepper id={id} {...stepper} />
    </div>
  );
}
