/** What has the focus in the document or shadow root that an element is in: to a document, its shadow roots are one element. */
export function activeIn(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
}
