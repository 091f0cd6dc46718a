/**
 * What is drawn, one element a line, its attributes in order. A layer that moves by its transform counts as drawn where
 * it ends up.
 */
export function linesOf(root: Element): readonly string[] {
  const lines: string[] = [];
  const walk = (element: Element, depth: string, [dx, dy]: readonly [number, number]) => {
    const attributes = [...element.attributes]
      .filter(({ name }) => name !== "style")
      .map(({ name, value }) => `${name}="${name === "d" ? moved(value, dx, dy) : value}"`)
      .toSorted();
    const text = element.children.length === 0 ? (element.textContent ?? "") : "";
    lines.push(`${depth}${[element.tagName, ...attributes].join(" ")}${text && `: ${text}`}`);
    const offset = element instanceof SVGSVGElement ? offsetOf(element) : ([dx, dy] as const);
    for (const child of element.children) walk(child, `${depth} `, offset);
  };
  walk(root, "", [0, 0]);
  return lines;
}

function offsetOf({ style }: SVGSVGElement): readonly [number, number] {
  const [x = 0, y = 0] = [...style.transform.matchAll(/-?[\d.e-]+(?=px)/g)].map(Number);
  return [x, y];
}

function moved(d: string, dx: number, dy: number): string {
  return d.replace(
    /M(-?[\d.]+) (-?[\d.]+)/g,
    (_, x: string, y: string) => `M${rounded(Number(x) + dx)} ${rounded(Number(y) + dy)}`,
  );
}

const rounded = (length: number) => Math.round(length * 1000) / 1000;
