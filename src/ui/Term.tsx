import { type ReactNode, useRef, useState } from "react";
import { lateComponent } from "./lateComponent";

const TermCard = lateComponent(async () => (await import("./TermCard")).TermCard);

interface TermProps {
  /** Its word in `content/glossary`. */
  readonly slug: string;
  readonly children: ReactNode;
}

/** A word that says what it means when it is asked. */
export function Term({ slug, children }: TermProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="term"
        aria-expanded={open}
        onPointerEnter={TermCard.prepare}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <TermCard
          anchor={button}
          slug={slug}
          onClose={(reason) => {
            setOpen(false);
            if (reason === "escape") button.current?.focus();
          }}
        />
      )}
    </>
  );
}
