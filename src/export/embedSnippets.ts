import { readPairs } from "../model/addressPairs";

/** Where a figure can go, in the order in which they are offered. */
export const embedForms = [
  "iframe",
  "plain",
  "element",
  "myst",
  "mdx",
  "vitepress",
  "reveal",
  "notebook",
  "link",
] as const;

export type EmbedForm = (typeof embedForms)[number];

/** A figure in somebody's page. */
export interface Embed {
  /** Address of the folder that Convscope is served from, with `/` at its end. */
  readonly site: string;
  /** What to show, as the text of an address: no character of it means anything to HTML but `&`. */
  readonly address: string;
  /** What the figure is called for those who can't see it. */
  readonly title: string;
  /** In pixels; null for all there is. */
  readonly width: number | null;
  /** In pixels. */
  readonly height: number;
}

/** What an author writes to have the figure: text to be pasted, escaped for where it goes. */
export function embedSnippet(form: EmbedForm, embed: Embed): string {
  switch (form) {
    case "link":
      return `${embed.site}${embed.address && `#${embed.address}`}`;
    case "iframe":
    case "vitepress":
      return `${iframe(embed, { ...LATE, style: "border: 0" })}</iframe>`;
    case "plain":
      return plain(embed);
    case "element":
      return element(embed);
    case "myst":
      return myst(embed);
    case "mdx":
      return `${iframe(embed, LATE).slice(0, -1)} style={{ border: 0 }} />`;
    case "reveal":
      return reveal(embed);
    case "notebook":
      return notebook(embed);
  }
}

type Attributes = Readonly<Record<string, string>>;

const ALLOWED: Attributes = { allow: "clipboard-write; fullscreen" };
const LATE: Attributes = { loading: "lazy", ...ALLOWED };

function figureAddress({ site, address }: Embed, sign = "#"): string {
  return `${site}embed.html${address && sign + address}`;
}

function sizes({ title, width, height }: Embed): Attributes {
  return { title, width: width === null ? "100%" : String(width), height: String(height) };
}

function iframe(embed: Embed, more: Attributes): string {
  return `<iframe${attributes({ src: figureAddress(embed), ...sizes(embed), ...more })}>`;
}

/** What survives editors that know few attributes and cut addresses at `#`. */
function plain(embed: Embed): string {
  return `<iframe${attributes({ src: figureAddress(embed, "?"), ...sizes(embed), frameborder: "0" })}></iframe>`;
}

/** The height follows the content: a width alone may be asked for. `app` is what its link opens. */
function element({ site, address, width }: Embed): string {
  const style: Attributes = width === null ? {} : { style: `max-width: ${width}px` };
  const shown = attributes({ ...Object.fromEntries(readPairs(address)), app: site, ...style });
  return `<script type="module" src="conv-scope.js"></script>\n<conv-scope${shown}></conv-scope>`;
}

/** The directive has a shape of its own: neither a height nor a title. */
function myst(embed: Embed): string {
  const width = embed.width === null ? "100%" : `${embed.width}px`;
  return `:::{iframe} ${figureAddress(embed)}\n:width: ${width}\n${inMarkdown(embed.title)}\n:::`;
}

/** Reveal loads what stands in `data-src` when its slide is near. */
function reveal(embed: Embed): string {
  const shown = { "data-src": figureAddress(embed), ...sizes(embed), ...ALLOWED, style: "border: 0" };
  return `<section>\n  <iframe${attributes(shown)}></iframe>\n</section>`;
}

/** Strings of JSON are strings of Python. */
function notebook(embed: Embed): string {
  const width = embed.width === null ? '"100%"' : String(embed.width);
  const extras = JSON.stringify(attributes({ title: embed.title }).trim());
  return [
    "from IPython.display import IFrame",
    "",
    `IFrame(${JSON.stringify(figureAddress(embed))},`,
    `       width=${width}, height=${embed.height}, extras=[${extras}])`,
  ].join("\n");
}

function attributes(values: Attributes): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${inAttribute(value)}"`)
    .join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  '"': "&quot;",
  "<": "&lt;",
  ">": "&gt;",
  // Templates that read braces find none.
  "{": "&#123;",
  "}": "&#125;",
};

/** Text in an attribute between double quotes, on one line: blank lines end HTML within Markdown. */
function inAttribute(text: string): string {
  return oneLine(text).replace(/[&"<>{}]/g, (sign) => ENTITIES[sign] ?? sign);
}

function inMarkdown(text: string): string {
  return oneLine(text).replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
