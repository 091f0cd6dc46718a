import type { Place, Sheet } from "../scene/layout";

/** How a grid's elements are placed: cells in the page's pixels, or of a sheet in perspective by one matrix for all. */
export interface SheetPlace {
  readonly place: Place & Pick<Partial<Sheet>, "pitch">;
  readonly transform: string | null;
}

/** In perspective, turning a sheet moves no cell of it, but the sheet as a whole. */
export function sheetPlaceOf(place: Place & Partial<Sheet>): SheetPlace {
  const { skew, x, y } = place;
  if (!skew) return { place, transform: null };
  const parts = [...skew.across, ...skew.down, x, y].map((part) => Math.round(part * 1000) / 1000);
  return { place: { ...place, x: 0, y: 0 }, transform: `matrix(${parts.join(" ")})` };
}
