import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { Icon } from "./Icon";
import { type MenuItem, MenuList } from "./MenuList";
import { Popover } from "./Popover";

export type { MenuItem } from "./MenuList";

export interface MenuProps {
  /** The button's name. */
  readonly label: string;
  /** What the button shows before its arrow; the label where it is left out. */
  readonly children?: ReactNode;
  readonly className?: string;
  readonly disabled?: boolean;
  /** Why the button is disabled, or what more there is to say of it. */
  readonly title?: string;
  readonly items: readonly MenuItem[];
  readonly onSelect: (id: string) => void;
}

/** A button with a list of actions, on the ARIA menu-button pattern. */
export function Menu({ label, children, className, disabled, title, items, onSelect }: MenuProps) {
  const [open, setOpen] = useState<"first" | "last" | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useId();
  const close = () => {
    setOpen(null);
    button.current?.focus();
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
        {...(open ? { "aria-controls": menu } : {})}
        disabled={disabled}
        title={title}
        data-keys="own"
        onClick={() => setOpen(open ? null : "first")}
        onKeyDown={onKeyDown}
      >
        {children ?? label}
        <Icon name="down" />
      </button>
      {open && (
        <Popover anchor={button} onClose={(reason) => (reason === "escape" ? close() : setOpen(null))}>
          <MenuList
            id={menu}
            label={label}
            items={items}
            start={open}
            onLeave={() => setOpen(null)}
            onSelect={(id) => {
              close();
              onSelect(id);
            }}
          />
        </Popover>
      )}
    </>
  );
}
