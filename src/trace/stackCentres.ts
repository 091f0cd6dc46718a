import { centreOfMass } from "./centreOfMass";
import type { StackMaps } from "./stackMaps";

/**
 * Where along a strip the numbers of each map have their middle, in its own cells: an even kernel with all of its padding on
 * one side moves it by a half. It is told of a lone spike in one channel, whose course it is, and of maps without negative
 * numbers; null for others.
 */
export function stripCentres({ maps }: Pick<StackMaps, "maps">): readonly (number | null)[] {
  const [input] = maps;
  const isSpike = input?.shape.length === 3 && input.data.filter((value) => value !== 0).length === 1;
  return maps.map((map) => {
    const isWeight = isSpike && map.shape[1] === 1 && map.data.every((value) => value >= 0);
    return isWeight ? (centreOfMass(map)?.[0] ?? null) : null;
  });
}
