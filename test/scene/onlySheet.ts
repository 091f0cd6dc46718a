/** The one sheet that a grid of one channel and one slice has. */
export function onlySheet<Sheet>(sheets: readonly Sheet[] | null): Sheet {
  const [first] = sheets ?? [];
  if (!first || sheets?.length !== 1)
    throw new Error(`${sheets?.length ?? 0} sheets where there is to be one`);
  return first;
}
