// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { startDrawing, startTrainingDrawing } from "../render/drawing";
import { gallery, trainings } from "./entries";

/** The layers as one picture, an element a line. A layer that moves by its transform keeps it as an attribute. */
function pictureOf(host: HTMLElement): string {
  const layers = [...host.querySelectorAll<SVGSVGElement>(".layer")];
  const [first] = layers;
  const content = layers.flatMap((layer) => {
    const [x = "0", y = "0"] = [...layer.style.transform.matchAll(/-?[\d.e-]+(?=px)/g)].map(String);
    const move = layer.style.transform ? ` transform="translate(${x},${y})"` : "";
    return [`<g class="${layer.getAttribute("class")}"${move}>`, layer.innerHTML, "</g>"];
  });
  const size = ["width", "height", "viewBox"]
    .map((name) => `${name}="${first?.getAttribute(name)}"`)
    .join(" ");
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${content.join("")}</svg>`
    .replaceAll(/(\d+\.\d{3})\d+/g, "$1")
    .replaceAll(/<(?!\/?(?:text|tspan))/g, "\n<")
    .trim();
}

describe("the gallery", () => {
  test.each(gallery)("$name", async ({ name, document: shown, position, box, options }) => {
    const { host, show } = startDrawing(box, { step: Math.ceil(position), ...options });
    show(shown, position);
    await expect(`${pictureOf(host)}\n`).toMatchFileSnapshot(`./${name}.svg`);
    host.remove();
  });

  test.each(trainings)("$name", async ({ name, document: shown, position, box, lit }) => {
    const { host, show } = startTrainingDrawing(box);
    show(shown, position, lit);
    await expect(`${pictureOf(host)}\n`).toMatchFileSnapshot(`./${name}.svg`);
    host.remove();
  });
});
