import { type HSLColor, type RGBColor, rgb } from "d3-color";
import { interpolateLab, piecewise } from "d3-interpolate";
import { LEVELS } from "./levels";

export type PaletteName = "light" | "dark" | "projector" | "greyLight" | "greyDark";

/** A fill and the ink of digits on it. */
export interface Swatch {
  readonly fill: string;
  readonly ink: string;
}

interface Ramp {
  /** From 0 (exclusive) to the largest magnitude; blue and red stay apart for every kind of colour vision. */
  readonly negative: readonly string[];
  readonly positive: readonly string[];
  /** Inks, the preferred first; the first with enough contrast is taken. */
  readonly inks: readonly string[];
  readonly contrast: number;
}

const ramps: Readonly<Record<PaletteName, Ramp>> = {
  light: {
    negative: ["#e3eef9", "#9cc7e8", "#3f8ccb", "#0f4f99"],
    positive: ["#fdebe6", "#f2a994", "#d2503f", "#9b1024"],
    inks: ["#1c2430", "#ffffff", "#000000"],
    contrast: 4.5,
  },
  dark: {
    negative: ["#1d3048", "#27598c", "#3a86c8", "#74bbff"],
    positive: ["#3b2626", "#803630", "#c9503f", "#ff8a72"],
    inks: ["#e8ebf0", "#ffffff", "#000000"],
    contrast: 4.5,
  },
  projector: {
    negative: ["#e6f1fb", "#b9dbf5", "#86c1f0", "#5aa9ea"],
    positive: ["#fdece7", "#fbc8b8", "#f9a48d", "#f78a70"],
    inks: ["#0d131b", "#000000"],
    contrast: 7,
  },
  greyLight: {
    negative: ["#eeeeee", "#c4c4c4", "#8c8c8c", "#4a4a4a"],
    positive: ["#eeeeee", "#c4c4c4", "#8c8c8c", "#4a4a4a"],
    inks: ["#1c2430", "#ffffff", "#000000"],
    contrast: 4.5,
  },
  greyDark: {
    negative: ["#2b2f35", "#4f545c", "#8b9098", "#d5d8dc"],
    positive: ["#2b2f35", "#4f545c", "#8b9098", "#d5d8dc"],
    inks: ["#e8ebf0", "#ffffff", "#000000"],
    contrast: 4.5,
  },
};

/** The swatch of a level, −LEVELS…LEVELS without 0, which takes the ground's own colours. */
export function swatch(name: PaletteName, level: number): Swatch {
  const { negative, positive, inks, contrast } = ramps[name];
  const stops = level < 0 ? negative : positive;
  const fill = rgb(piecewise(interpolateLab, [...stops])((Math.abs(level) - 1) / (LEVELS - 1)));
  const ink = inks.find((candidate) => contrastRatio(rgb(candidate), fill) >= contrast) ?? "#000000";
  return { fill: fill.formatHex(), ink };
}

/**
 * WCAG contrast ratio of two colours, 1…21.
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrastRatio(a: RGBColor | HSLColor, b: RGBColor | HSLColor): number {
  const [lighter = 0, darker = 0] = [luminance(a.rgb()), luminance(b.rgb())].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance({ r, g, b }: RGBColor): number {
  const linear = (channel: number) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** The stylesheet of all levels: class `p3` sets `--fill` and `--on`, by theme and by the choice of fills. */
export function paletteCss(): string {
  const rules = ["/* Made by `npm run palette` from src/scene/palette.ts. */"];
  for (const sign of [1, -1]) {
    for (let size = 1; size <= LEVELS; size++) {
      const level = sign * size;
      const name = `${sign < 0 ? "n" : "p"}${size}`;
      const both = (light: Swatch, dark: Swatch) =>
        `--fill: light-dark(${light.fill}, ${dark.fill}); --on: light-dark(${light.ink}, ${dark.ink});`;
      const projector = swatch("projector", level);
      rules.push(
        `.${name} { ${both(swatch("light", level), swatch("dark", level))} }`,
        `[data-theme="projector"] .${name} { --fill: ${projector.fill}; --on: ${projector.ink}; }`,
        `[data-fills="grey"] .${name} { ${both(swatch("greyLight", level), swatch("greyDark", level))} }`,
      );
    }
  }
  return `${rules.join("\n")}\n`;
}
