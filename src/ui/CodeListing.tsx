import { type RefObject, useEffect } from "react";
import type { CodeLine, CodeToken } from "../export/codeLine";

const SCROLL_MARGIN = 8;

interface CodeListingProps {
  readonly lines: readonly CodeLine[];
  readonly block: RefObject<HTMLElement | null>;
  readonly name: string;
}

/** A program that scrolls in itself, with the names of the figure's grids in their colours. */
export function CodeListing({ lines, block, name }: CodeListingProps) {
  const first = lines.findIndex(({ roles }) => roles.includes("window"));
  const last = lines.findIndex(({ roles }) => roles.includes("assign"));
  useEffect(() => {
    if (block.current) scrollToSteps(block.current, first, last);
  }, [block, first, last]);
  return (
    <section
      ref={block}
      className="code"
      aria-label={name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      data-keys="own"
      dir="ltr"
      translate="no"
    >
      <pre className="code-lines">
        <code>
          {numbered(lines).map(({ number, line }) => (
            <span key={number} className="code-line" data-roles={line.roles.join(" ")}>
              {withStarts(line.tokens).map(({ start, token }) => (
                <span key={start} className={token.role && TOKEN_CLASS[token.role]}>
                  {token.text}
                </span>
              ))}
              {"\n"}
            </span>
          ))}
        </code>
      </pre>
    </section>
  );
}

/** Brings the lines that the steps light into view; the rest of the page stays where it is. */
function scrollToSteps(block: HTMLElement, first: number, last: number) {
  const lines = block.querySelectorAll<HTMLElement>(".code-line");
  const top = lines[first]?.offsetTop ?? 0;
  const end = lines[last];
  const bottom = end ? end.offsetTop + end.offsetHeight : 0;
  const inView = top >= block.scrollTop && bottom <= block.scrollTop + block.clientHeight;
  if (!inView) block.scrollTop = Math.min(top, bottom + SCROLL_MARGIN - block.clientHeight);
}

const TOKEN_CLASS: Readonly<Record<CodeToken["role"] & string, string>> = {
  input: "role-x",
  kernel: "role-w",
  output: "role-y",
  bias: "role-y",
};

function numbered(lines: readonly CodeLine[]) {
  return lines.map((line, index) => ({ number: index + 1, line }));
}

function withStarts(tokens: readonly CodeToken[]) {
  let start = 0;
  return tokens.map((token) => {
    const placed = { start, token };
    start += token.text.length;
    return placed;
  });
}
