const CHAIN =
  "M8.2 11.8a3 3 0 0 0 4.3 0l3-3a3 3 0 0 0-4.3-4.3l-.9.9M11.8 8.2a3 3 0 0 0-4.3 0l-3 3a3 3 0 0 0 4.3 4.3l.9-.9";

/** Outlines on a grid of 20 × 20; those in FILLED are areas. */
const PATHS = {
  play: "M6 3.8v12.4a.6.6 0 0 0 .9.5l10-6.2a.6.6 0 0 0 0-1l-10-6.2a.6.6 0 0 0-.9.5z",
  pause: "M5.5 4h3v12h-3zM11.5 4h3v12h-3z",
  next: "M7 5l6 5-6 5z",
  previous: "M13 5l-6 5 6 5z",
  last: "M5 5l6 5-6 5zM12.5 5h2v10h-2z",
  first: "M15 5l-6 5 6 5zM5.5 5h2v10h-2z",
  undo: "M8 4 4 8l4 4M4 8h7.5a4 4 0 0 1 0 8H8",
  redo: "m12 4 4 4-4 4M16 8H8.5a4 4 0 0 0 0 8H12",
  share: CHAIN,
  embed: "m7 5.5-4.5 4.5 4.5 4.5m6-9 4.5 4.5-4.5 4.5",
  present: "M3.5 8V4.5H7M13 4.5h3.5V8M16.5 12v3.5H13M7 15.5H3.5V12",
  leave: "M7 4.5V8H3.5M16.5 8H13V4.5M13 15.5V12h3.5M3.5 12H7v3.5",
  settings:
    "M3 6h7m4 0h3M3 14h3m4 0h7M12 4.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6zM8 12.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z",
  keys: "M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.5h7",
  examples: "M3.5 3.5h5.5v5.5h-5.5zM11 3.5h5.5v5.5h-5.5zM3.5 11h5.5v5.5h-5.5zM11 11h5.5v5.5h-5.5z",
  lessons: "M10 5.5C8 4 5 4 2.5 4.5v11c2.5-.5 5.5-.5 7.5 1 2-1.5 5-1.5 7.5-1v-11C15 4 12 4 10 5.5zM10 5.5v11",
  loop: "M5 9V8a2.5 2.5 0 0 1 2.5-2.5H15M12.5 3l2.5 2.5L12.5 8M15 11v1a2.5 2.5 0 0 1-2.5 2.5H5M7.5 17 5 14.5 7.5 12",
  showAll: "M3.5 3.5h13v13h-13zM8 3.5v13M12 3.5v13M3.5 8h13M3.5 12h13",
  down: "m6 8 4 4 4-4",
  check: "m4.5 10.5 3.5 3.5 7.5-8",
  close: "m5 5 10 10M15 5 5 15",
  plus: "M10 4.5v11M4.5 10h11",
  minus: "M4.5 10h11",
  link: CHAIN,
  unlink: "M12.5 11.8l3-3a3 3 0 0 0-4.3-4.3l-.9.9M7.5 8.2l-3 3a3 3 0 0 0 4.3 4.3l.9-.9M4 4l12 12",
  copy: "M7 7h9.5v9.5H7zM4.5 12.5h-1v-9h9v1",
  edges: "M6.5 6.5h7v7h-7zM6 3.5h8M6 16.5h8M3.5 6v8M16.5 6v8",
  dice: "M4 4h12v12H4zM7.2 6.6a.6.6 0 1 0 0 1.2.6.6 0 0 0 0-1.2zM12.8 6.6a.6.6 0 1 0 0 1.2.6.6 0 0 0 0-1.2zM7.2 12.2a.6.6 0 1 0 0 1.2.6.6 0 0 0 0-1.2zM12.8 12.2a.6.6 0 1 0 0 1.2.6.6 0 0 0 0-1.2z",
} as const;

export type IconName = keyof typeof PATHS;

const FILLED: ReadonlySet<IconName> = new Set(["play", "pause", "next", "previous", "first", "last"]);

/** Those that point along the reading direction; playback runs left to right in every language. */
const MIRRORED: ReadonlySet<IconName> = new Set(["undo", "redo"]);

/** A picture beside or instead of a word; the control around it carries the name. */
export function Icon({ name }: { readonly name: IconName }) {
  const classes = ["icon"];
  if (FILLED.has(name)) classes.push("icon-filled");
  if (MIRRORED.has(name)) classes.push("icon-mirrored");
  return (
    <svg className={classes.join(" ")} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
