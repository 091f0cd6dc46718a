import type { ReactNode } from "react";

export interface GradientPartProps {
  readonly letter: string;
  readonly tone: "role-x" | "role-w" | "role-y";
  /** Whether it is how the loss changes with the letter, rather than the letter itself. */
  readonly slope?: boolean;
  readonly name: string;
  /** How it comes about, or what changes it. */
  readonly how: ReactNode;
  readonly children: ReactNode;
}

/** One of the gradients with its name. */
export function GradientPart({ letter, tone, slope = false, name, how, children }: GradientPartProps) {
  return (
    <div className="gradient-part">
      <h3 className="gradient-name">
        <span className={tone} dir="ltr" aria-hidden="true">
          {slope && "d"}
          <i>{letter}</i>
        </span>{" "}
        {name}
      </h3>
      <div className="gradient-how">{how}</div>
      {children}
    </div>
  );
}
