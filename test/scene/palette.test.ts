import { readFileSync } from "node:fs";
import { rgb } from "d3-color";
import { describe, expect, it } from "vitest";
import { LEVELS } from "../../src/scene/levels";
import { contrastRatio, type PaletteName, paletteCss, swatch } from "../../src/scene/palette";
import { deltaE2000, seenAs, type Vision } from "./colorDifference";

const colored: readonly PaletteName[] = ["light", "dark", "projector"];
const all: readonly PaletteName[] = [...colored, "greyLight", "greyDark"];
const levels = Array.from({ length: LEVELS }, (_, i) => i + 1);

describe("colour difference", () => {
  it("agrees with the published test pairs of CIEDE2000 in order of size", () => {
    expect(deltaE2000("#ffffff", "#ffffff")).toBe(0);
    expect(deltaE2000("#000000", "#ffffff")).toBeCloseTo(100, 1);
  });
});

describe("cell palette", () => {
  it.each(colored)("%s keeps equal positive and negative values apart for every eye", (name) => {
    for (const vision of ["normal", "protan", "deutan", "tritan"] satisfies Vision[]) {
      for (const level of levels.filter((size) => size >= LEVELS / 4)) {
        const difference = deltaE2000(
          seenAs(swatch(name, level).fill, vision),
          seenAs(swatch(name, -level).fill, vision),
        );
        expect(difference, `${name} ${vision} ±${level}`).toBeGreaterThanOrEqual(15);
      }
    }
  });

  it.each(all)("%s prints digits with enough contrast on every level", (name) => {
    const needed = name === "projector" ? 7 : 4.5;
    for (const level of levels.flatMap((size) => [size, -size])) {
      const { fill, ink } = swatch(name, level);
      expect(contrastRatio(rgb(fill), rgb(ink)), `${name} ${level}`).toBeGreaterThanOrEqual(needed);
    }
  });

  it("is what the stylesheet holds", () => {
    const css = readFileSync(new URL("../../src/ui/palette.css", import.meta.url), "utf8");
    expect(css.replaceAll(/\s+/g, " ").trim()).toBe(paletteCss().replaceAll(/\s+/g, " ").trim());
  });
});
