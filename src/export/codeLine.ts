/** What a line of code does to the number being computed: the line is lit while the step does the same. */
export type CodeRole = "pad" | "flip" | "window" | "product" | "sum" | "bias" | "assign" | "activation";

/** A piece of a line; coloured when it names the input, the kernel, the output or the bias. */
export interface CodeToken {
  readonly text: string;
  readonly role?: "input" | "kernel" | "output" | "bias";
}

/** One line of a program. Its tokens, joined, are its text. */
export interface CodeLine {
  readonly text: string;
  /** Empty for a line that takes no part in the arithmetic; a library call may do several things at once. */
  readonly roles: readonly CodeRole[];
  readonly tokens: readonly CodeToken[];
}

const names = /\b(?:(?:self|conv2d|layer)\.(?:weight|bias)|padded|turned|[XWYb])\b/;

const roleOfName: Readonly<Record<string, CodeToken["role"] & string>> = {
  X: "input",
  padded: "input",
  W: "kernel",
  turned: "kernel",
  "self.weight": "kernel",
  "conv2d.weight": "kernel",
  "layer.weight": "kernel",
  b: "bias",
  "self.bias": "bias",
  "conv2d.bias": "bias",
  "layer.bias": "bias",
  Y: "output",
};

export function codeLine(text: string, ...roles: readonly CodeRole[]): CodeLine {
  return { text, roles, tokens: tokensOf(text) };
}

/** The program as one text, ready to be run. */
export function codeText(lines: readonly CodeLine[]): string {
  return lines.map((line) => `${line.text}\n`).join("");
}

function tokensOf(text: string): readonly CodeToken[] {
  return text
    .split(new RegExp(`(${names.source})`))
    .filter((piece) => piece !== "")
    .map((piece) => {
      const role = roleOfName[piece];
      return role ? { text: piece, role } : { text: piece };
    });
}
