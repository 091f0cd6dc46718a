/** Whether `whole` has all of these settings: words, numbers, lists and small grids, whose text tells whether they differ. */
export function sameSettings<Whole extends object>(settings: Partial<Whole>, whole: Whole): boolean {
  return (Object.keys(settings) as (keyof Whole)[]).every(
    (field) => JSON.stringify(settings[field]) === JSON.stringify(whole[field]),
  );
}
