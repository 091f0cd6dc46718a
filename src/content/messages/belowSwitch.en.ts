/** What can stand under the figure. */
export const belowSwitchEn = {
  "below.name": "Under the figure",
  "below.none": "Figure only",
  "below.matrix": "Matrix",
  "below.im2col": "im2col",
  "below.backward": "Backward",
} as const;
