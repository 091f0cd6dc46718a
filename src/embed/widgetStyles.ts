import fields from "../ui/fields.css?inline";
import figure from "../ui/figure.css?inline";
import palette from "../ui/palette.css?inline";
import shell from "../ui/shell.css?inline";
import tokens from "../ui/tokens.css?inline";
import { shadowCss } from "./shadowCss";
import widget from "./widget.css?inline";

const page = [tokens, shell, figure, palette, fields];
let later: readonly string[] = [];

/** A document's widgets share one sheet. */
const sheets = new WeakMap<Document, CSSStyleSheet>();
const written = new Set<WeakRef<CSSStyleSheet>>();

/** Has a shadow root show the widgets' styles. */
export function adoptStyles(root: ShadowRoot): void {
  const { ownerDocument } = root.host;
  const view = ownerDocument.defaultView;
  if (!view) return;
  let sheet = sheets.get(ownerDocument);
  if (!sheet) {
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text());
    sheets.set(ownerDocument, sheet);
    written.add(new WeakRef(sheet));
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

/** Adds styles that come with what they are for; only once for all widgets. */
export function addStyles(more: readonly string[]): void {
  later = more;
  for (const each of written) each.deref()?.replaceSync(text());
}

function text(): string {
  return [...[...page, ...later].map(shadowCss), widget].join("\n");
}
