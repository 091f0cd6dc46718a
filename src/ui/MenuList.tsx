import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { activeIn } from "./activeIn";
import type { OpenMenu } from "./Menu";
import { Popover } from "./Popover";
import "./menu.css";

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** A line under the label that says what choosing it is good for. */
  readonly description?: string;
  /** Items of one group stand together under its name. */
  readonly group?: string;
}

interface MenuListProps extends OpenMenu {
  readonly items: readonly MenuItem[];
  readonly onSelect: (id: string) => void;
}

/** The open list: focus moves through it by arrows, Home, End and first letters. */
export function MenuList({ anchor, id, label, start, onClose, items, onSelect }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const buttons = () => Array.from(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus moves once, when the list opens
  useLayoutEffect(
    () =>
      buttons()
        .at(start === "first" ? 0 : -1)
        ?.focus(),
    [],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Tab") return onClose(false);
    const all = buttons();
    const target = targetOf(event.key, all, all.indexOf(activeIn(event.currentTarget) as HTMLElement));
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
  return (
    <Popover anchor={anchor} onClose={(reason) => onClose(reason === "escape")}>
      <div ref={list} id={id} className="menu" role="menu" aria-label={label} onKeyDown={onKeyDown}>
        {groupsOf(items).map(({ name, members }) => (
          <div
            key={name}
            className="menu-group"
            role={name ? "group" : "none"}
            {...(name ? { "aria-label": name } : {})}
          >
            {name && (
              <div className="menu-heading" role="presentation">
                {name}
              </div>
            )}
            {members.map((item) => (
              <button
                key={item.id}
                type="button"
                role="menuitem"
                tabIndex={-1}
                className="menu-item"
                aria-label={item.label}
                {...(item.description ? { "aria-description": item.description } : {})}
                onClick={() => {
                  onClose(true);
                  onSelect(item.id);
                }}
              >
                <span className="menu-label">{item.label}</span>
                {item.description && <span className="menu-description">{item.description}</span>}
              </button>
            ))}
          </div>
        ))}
      </div>
    </Popover>
  );
}

/** Where a key leads: the arrows in a circle, Home and End, a letter to the next item that starts with it. */
function targetOf(key: string, all: readonly HTMLElement[], current: number): HTMLElement | undefined {
  if (key === "ArrowDown") return all[(current + 1) % all.length];
  if (key === "ArrowUp") return all.at(current - 1);
  if (key === "Home") return all[0];
  if (key === "End") return all.at(-1);
  if (key.length !== 1 || key === " ") return undefined;
  const starts = (element: HTMLElement) =>
    element.getAttribute("aria-label")?.toLowerCase().startsWith(key.toLowerCase()) ?? false;
  return [...all.slice(current + 1), ...all.slice(0, current + 1)].find(starts);
}

function groupsOf(items: readonly MenuItem[]): readonly { name: string; members: readonly MenuItem[] }[] {
  const groups = new Map<string, MenuItem[]>();
  for (const item of items) {
    const name = item.group ?? "";
    const members = groups.get(name);
    if (members) members.push(item);
    else groups.set(name, [item]);
  }
  return Array.from(groups, ([name, members]) => ({ name, members }));
}
