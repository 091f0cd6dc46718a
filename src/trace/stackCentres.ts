import type { Grid } from "../model/document";
import type { StackMaps } from "./stackMaps";

/**
 * Where along a strip the numbers of each map have their centre of mass, in its own cells: an even kernel with all of its
 * padding on one side moves it by a half. It is told of a lone spike, whose course it is, and of maps without negative
 * numbers; null for others.
 *
 * @param channel the channel on show
 */
export function stripCentres({ maps }: Pick<StackMaps, "maps">, channel: number): readonly (number | null)[] {
  const [input] = maps;
  const isSpike = input?.shape.length === 3 && input.data.filter((value) => value !== 0).length === 1;
  return maps.map((map) => (isSpike ? centreOf(map, channel) : null));
}

function centreOf({ shape, data }: Grid, channel: number): number | null {
  const [, channels = 1, columns = 1] = shape;
  const from = Math.min(channel, channels - 1) * columns;
  const values = data.subarray(from, from + columns);
  const sum = values.reduce((all, value) => all + value, 0);
  if (sum === 0 || values.some((value) => value < 0)) return null;
  return values.reduce((all, value, at) => all + value * at, 0) / sum;
}
