import { kernelsEn } from "./kernels.en";

export const presetsEn = {
  ...kernelsEn,

  "preset.corr2d.title": "0…8 with a 2×2 kernel",
  "preset.corr2d.why": "The smallest example: four windows, four products in each.",
  "preset.edges-vertical.title": "Vertical edges",
  "preset.edges-vertical.why":
    "Left minus right: +1 where white meets black, −1 where black meets white, 0 elsewhere.",
  "preset.edges-vertical-turned.title": "Vertical edges, image turned",
  "preset.edges-vertical-turned.why":
    "The same kernel on the transposed image answers 0: it cannot see horizontal edges.",
  "preset.edges-horizontal.title": "Horizontal edges",
  "preset.edges-horizontal.why":
    "Upper minus lower: the kernel, stood on end, finds the top and bottom of the bar.",
  "preset.edges-horizontal-turned.title": "Horizontal edges, image turned",
  "preset.edges-horizontal-turned.why": "Transpose the image and not the kernel, and every answer is 0.",
  "preset.size-kept.title": "3×3, padding 1",
  "preset.size-kept.why": "One ring of padding makes up for a 3×3 kernel: 8×8 stays 8×8.",
  "preset.size-kept-5x3.title": "5×3, padding 2 and 1",
  "preset.size-kept-5x3.why":
    "Height and width are padded apart: 5 rows need 2 on each side, 3 columns need 1.",
  "preset.size-halved.title": "3×3, padding 1, stride 2",
  "preset.size-halved.why": "Every second place in both directions: 8×8 becomes 4×4.",
  "preset.size-3x5.title": "3×5, padding 0 and 1, stride 3 and 5",
  "preset.size-3x5.why": "The floor at work: two windows each way fit, and the last two rows are never read.",
  "preset.identity.why": "A single 1 in the middle hands the picture on unchanged.",
  "preset.blur.why": "Nine times one ninth is the mean of the window: the square's edge becomes a slope.",
  "preset.sharpen.why":
    "Each cell goes away from its neighbours: the edge gets steeper and shoots past on both sides.",
  "preset.sobel-x.why": "Left minus right, the middle row counted twice: the sides of the disc answer.",
  "preset.sobel-y.why": "Upper minus lower: the top and bottom of the disc answer.",
  "preset.laplacian.why":
    "Neighbours minus four times the middle: 0 where nothing changes, loudest at the lone dot.",
  "preset.emboss.why": "Lower right minus upper left, plus the picture itself: it looks lit from one side.",
  "preset.corner.why":
    "A template of an upper left corner: with bias −3 and ReLU only those corners stay lit.",
} as const;
