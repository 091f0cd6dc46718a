/** The two windows of a lecture speak on a channel of this name; the number tells lectures apart. */
export const channelName = (lecture: string) => `convscope-notes-${lecture}`;

/** The notes' window is the page with this fragment. */
export const NOTES_FRAGMENT = "notes=";

/** What the window with the notes shows; in the language of the page. */
export interface News {
  readonly kind: "news";
  readonly place: string;
  readonly now: string;
  readonly next: string;
  readonly notes: string;
  readonly blank: boolean;
  readonly language: string;
  readonly texts: Readonly<Record<NotesText, string>>;
}

export type NotesText =
  | "title"
  | "elapsed"
  | "pause"
  | "goOn"
  | "restart"
  | "now"
  | "next"
  | "notes"
  | "blanked"
  | "ended"
  | "own";

export type FromPage = News | { readonly kind: "end" };

/** From the window with the notes: that it is there, or a key that was pressed in it. */
export type FromNotes = { readonly kind: "hello" } | { readonly kind: "key"; readonly key: string };
