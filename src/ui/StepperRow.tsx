import { useId } from "react";
import { Stepper, type StepperProps } from "./Stepper";

interface StepperRowProps extends Omit<StepperProps, "id"> {
  readonly label: string;
}

/** A stepper with its label before it. */
export function StepperRow({ label, ...stepper }: StepperRowProps) {
  const id = useId();
  return (
    <div className="row">
      <label className="row-label" htmlFor={id}>
        {label}
      </label>
      <Stepper id={id} {...stepper} />
    </div>
  );
}
