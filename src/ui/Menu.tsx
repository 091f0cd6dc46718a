import { type KeyboardEvent, type ReactNode, type RefObject, useId, useRef, useState } from "react";
import { Icon } from "./Icon";

/** What an open menu hands its list. */
export interface OpenMenu {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly id: string;
  readonly label: string;
  /** The item that has the focus first. */
  readonly start: "first" | "last";
  /** @param focusBack whether the focus goes back to the button */
  readonly onClose: (focusBack: boolean) => void;
}

export interface MenuProps {
  /** The button's name. */
  readonly label: string;
  /** What the button shows before its arrow; the label where it is left out. */
  readonly children?: ReactNode;
  readonly className?: string;
  readonly disabled?: boolean;
  /** Why the button is disabled, or what more there is to say of it. */
  readonly title?: string;
  /** The open list, a `MenuList` with its items. */
  readonly list: (menu: OpenMenu) => ReactNode;
  /** Called when the list may be asked for soon. */
  readonly onApproach: () => void;
}

/** A button with a list of actions, on the ARIA menu-button pattern. */
export function Menu({ label, children, className, disabled, title, list, onApproach }: MenuProps) {
  const [open, setOpen] = useState<OpenMenu["start"] | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const onClose = (focusBack: boolean) => {
    setOpen(null);
    if (focusBack) button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const start = event.key === "ArrowDown" ? "first" : event.key === "ArrowUp" ? "last" : null;
    if (!start) return;
    event.preventDefault();
    setOpen(start);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className ?? "button"}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        {...(open ? { "aria-controls": id } : {})}
        disabled={disabled}
        title={title}
        data-keys="own"
        onPointerEnter={onApproach}
        onFocus={onApproach}
        onClick={() => setOpen(open ? null : "first")}
        onKeyDown={onKeyDown}
      >
        {children ?? label}
        <Icon name="down" />
      </button>
      {open && list({ anchor: button, id, label, start: open, onClose })}
    </>
  );
}
