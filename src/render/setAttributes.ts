/**
 * Sets attributes where they differ: a browser lays a whole drawing out again when an attribute of its root or of a text
 * is set, even to what it was. `null` removes.
 */
export function setAttributes(
  element: Element,
  attributes: Readonly<Record<string, string | number | null>>,
): void {
  for (const [name, value] of Object.entries(attributes)) {
    const next = value === null ? null : String(value);
    if (element.getAttribute(name) === next) continue;
    if (next === null) element.removeAttribute(name);
    else element.setAttribute(name, next);
  }
}

/** Sets the text of an element that holds nothing else, where it differs. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text || element.children.length > 0) element.textContent = text;
}
