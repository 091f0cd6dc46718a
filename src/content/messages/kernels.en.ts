/** The names of the well-known kernels. */
export const kernelsEn = {
  "preset.identity.title": "Identity",
  "preset.blur.title": "Blur",
  "preset.sharpen.title": "Sharpen",
  "preset.sobel-x.title": "Sobel x",
  "preset.sobel-y.title": "Sobel y",
  "preset.laplacian.title": "Laplacian",
  "preset.emboss.title": "Emboss",
  "preset.corner.title": "Corner",
} as const;
