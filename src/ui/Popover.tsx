import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import "./popover.css";

export interface PopoverProps {
  readonly anchor: RefObject<HTMLElement | null>;
  /** Names the box as a group; a menu inside names itself. */
  readonly name?: string;
  readonly onClose: (reason: "escape" | "outside") => void;
  readonly children: ReactNode;
}

const GAP = 4;

/** A box under its button, above everything else; no ancestor's overflow cuts it. */
export function Popover({ anchor, name, onClose, children }: PopoverProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = () => {
      if (box.current && anchor.current) placeUnder(box.current, anchor.current.getBoundingClientRect());
    };
    place();
    window.addEventListener("resize", place);
    // Capturing, because a panel's own scrolling doesn't bubble.
    window.addEventListener("scroll", place, true);
    return () => {
      window.removeEventListener("resize", place);
      window.removeEventListener("scroll", place, true);
    };
  }, [anchor]);
  // What is inside may have another size now, such as in another language.
  useLayoutEffect(() => {
    if (box.current && anchor.current) placeUnder(box.current, anchor.current.getBoundingClientRect());
  });
  useEffect(() => {
    const element = box.current;
    const onPointerDown = (event: PointerEvent) => {
      // In a shadow root the event's target is the root's host.
      const path = event.composedPath();
      if (![box.current, anchor.current].some((part) => part && path.includes(part))) onClose("outside");
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      onClose("escape");
    };
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      const inside = relatedTarget instanceof Node && element?.contains(relatedTarget);
      if (relatedTarget && !inside && relatedTarget !== anchor.current) onClose("outside");
    };
    element?.addEventListener("focusout", onFocusOut);
    document.addEventListener("pointerdown", onPointerDown);
    document.addEventListener("keydown", onKeyDown, true);
    return () => {
      element?.removeEventListener("focusout", onFocusOut);
      document.removeEventListener("pointerdown", onPointerDown);
      document.removeEventListener("keydown", onKeyDown, true);
    };
  }, [anchor, onClose]);
  return (
    <div
      ref={box}
      className="popover"
      data-keys="own"
      {...(name ? { role: "group", "aria-label": name } : {})}
    >
      {children}
    </div>
  );
}

/** Under the button, or over it where there is more room; moved in where it would leave the window. */
function placeUnder(box: HTMLElement, anchor: DOMRect): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const below = clientHeight - anchor.bottom - 2 * GAP;
  const above = anchor.top - 2 * GAP;
  const upwards = below < Math.min(box.scrollHeight, 240) && above > below;
  box.style.maxBlockSize = `${Math.max(0, upwards ? above : below)}px`;
  box.style.top = upwards ? "auto" : `${anchor.bottom + GAP}px`;
  box.style.bottom = upwards ? `${clientHeight - anchor.top + GAP}px` : "auto";
  const rightToLeft = getComputedStyle(box).direction === "rtl";
  const start = rightToLeft ? anchor.right - box.offsetWidth : anchor.left;
  box.style.left = `${Math.max(GAP, Math.min(start, clientWidth - box.offsetWidth - GAP))}px`;
}
