import { Fragment, type ReactNode } from "react";
import { glossary } from "../content/glossary";
import type { LessonText } from "../model/lesson";
import { lessonText } from "../model/lesson";
import { useShownLanguage } from "./i18n";
import { Term } from "./Term";

interface LessonProseProps {
  readonly text: LessonText;
  /** Stands before the first word. */
  readonly children?: ReactNode;
}

/** A lesson's text with its marks: `*emphasis*`, `**strong**`, `` `code` ``, `[[term]]`, and an empty line between paragraphs. */
export function LessonProse({ text, children }: LessonProseProps) {
  const language = useShownLanguage();
  const paragraphs = lessonText(text, language).split(/\n\s*\n/);
  return (
    <>
      {paragraphs.map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
        <p key={at} className="prose">
          {at === 0 && children}
          <Marked text={paragraph} />
        </p>
      ))}
    </>
  );
}

interface MarkedProps {
  readonly text: string;
  /** Whether terms say what they mean when they are asked: not where the whole text is pressed. */
  readonly explains?: boolean;
}

/** A line of text with its marks. */
export function Marked({ text, explains = true }: MarkedProps) {
  return marksIn(text).map(({ kind, words }, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece of text is its place
    return <Fragment key={at}>{marked(kind, words, explains)}</Fragment>;
  });
}

interface Piece {
  readonly kind: "plain" | "strong" | "emphasis" | "code" | "term";
  readonly words: string;
}

function isTerm(slug: string): boolean {
  return Object.hasOwn(glossary, slug);
}

const MARK = /\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`|\[\[([a-z].*?)\]\]/g;

function marksIn(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    const [whole, strong, emphasis, code, term] = match;
    if (match.index > from) pieces.push({ kind: "plain", words: text.slice(from, match.index) });
    if (strong !== undefined) pieces.push({ kind: "strong", words: strong });
    else if (emphasis !== undefined) pieces.push({ kind: "emphasis", words: emphasis });
    else if (code !== undefined) pieces.push({ kind: "code", words: code });
    else if (term !== undefined) pieces.push({ kind: "term", words: term });
    from = match.index + whole.length;
  }
  if (from < text.length) pieces.push({ kind: "plain", words: text.slice(from) });
  return pieces;
}

function marked(kind: Piece["kind"], words: string, explains: boolean): ReactNode {
  switch (kind) {
    case "strong":
      return <strong>{words}</strong>;
    case "emphasis":
      return <em>{words}</em>;
    case "code":
      return <code>{words}</code>;
    case "term": {
      const [slug = "", shown] = words.split("|");
      const said = shown ?? slug.replaceAll("-", " ");
      return isTerm(slug) && explains ? <Term slug={slug}>{said}</Term> : said;
    }
    default:
      return words;
  }
}

/** The text as it is read out: without marks. */
export function spokenText(text: LessonText, language: string): string {
  return marksIn(lessonText(text, language))
    .map(({ kind, words }) => (kind === "term" ? (words.split("|")[1] ?? words.replaceAll("-", " ")) : words))
    .join("");
}
