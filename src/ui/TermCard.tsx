import { glossary } from "../content/glossary";
import { lessonText } from "../model/lesson";
import { Miniature } from "./Miniature";
import { Popover, type PopoverProps } from "./Popover";
import { useApp } from "./StoreContext";
import "./term.css";

interface TermCardProps extends Pick<PopoverProps, "anchor" | "onClose"> {
  readonly slug: string;
}

/** What a term means, in two lines and as a figure. */
export function TermCard({ slug, ...popover }: TermCardProps) {
  const language = useApp((state) => state.language);
  const entry = glossary[slug];
  if (!entry) return null;
  const title = lessonText(entry.title, language);
  return (
    <Popover name={title} {...popover}>
      <div className="term-card">
        <p className="term-text">
          <b>{title}</b> {lessonText(entry.text, language)}
        </p>
        <Miniature address={entry.figure} />
      </div>
    </Popover>
  );
}
