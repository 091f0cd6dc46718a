import type { ImageKind } from "./messages";

/** What of a style makes the picture; the rest is the page's. */
const KEPT = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-linecap",
  "paint-order",
  "opacity",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
  "visibility",
  "transform",
  "transform-box",
  "transform-origin",
] as const;

const SVG = "http://www.w3.org/2000/svg";
/** Pixels of a picture for each of the screen's. */
const SCALE = 2;

/**
 * The figure inside an element, with its colours, as a file of its own.
 *
 * @throws Error while there is no figure
 */
export async function figureImage(room: Element, kind: ImageKind): Promise<Blob> {
  const figure = room.querySelector(".figure");
  const layers = figure ? [...figure.querySelectorAll<SVGSVGElement>(":scope > svg")] : [];
  const [first] = layers;
  if (!first) throw new Error("There is no figure to export yet");
  const [width, height] = [first.width.baseVal.value, first.height.baseVal.value];
  const whole = room.ownerDocument.createElementNS(SVG, "svg");
  whole.setAttribute("xmlns", SVG);
  whole.setAttribute("width", String(width));
  whole.setAttribute("height", String(height));
  whole.setAttribute("viewBox", `0 0 ${width} ${height}`);
  for (const layer of layers) {
    const group = room.ownerDocument.createElementNS(SVG, "g");
    group.style.cssText = keptStyle(layer);
    for (const child of layer.children) {
      const copy = styledCopy(child);
      if (copy) group.append(copy);
    }
    whole.append(group);
  }
  const svg = new XMLSerializer().serializeToString(whole);
  if (kind === "svg") return new Blob([svg], { type: "image/svg+xml" });
  return pixels(room.ownerDocument, svg, width * SCALE, height * SCALE);
}

/** A copy that looks as it does here; null for what isn't shown. */
function styledCopy(element: Element): Element | null {
  const style = getComputedStyle(element);
  if (style.display === "none") return null;
  const copy = element.cloneNode(false) as SVGElement;
  for (const name of ["class", "tabindex", "role"]) copy.removeAttribute(name);
  copy.style.cssText = keptStyle(element);
  for (const child of element.childNodes) {
    const next = child instanceof Element ? styledCopy(child) : child.cloneNode(true);
    if (next) copy.append(next);
  }
  return copy;
}

function keptStyle(element: Element): string {
  const style = getComputedStyle(element);
  return KEPT.map((name) => `${name}:${style.getPropertyValue(name)}`).join(";");
}

async function pixels(document: Document, svg: string, width: number, height: number): Promise<Blob> {
  const image = document.createElement("img");
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be made")))),
  );
}
