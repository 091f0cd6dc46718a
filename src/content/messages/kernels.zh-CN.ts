import type { kernelsEn } from "./kernels.en";

export const kernelsZhCN: Readonly<Record<keyof typeof kernelsEn, string>> = {
  "preset.identity.title": "恒等",
  "preset.blur.title": "模糊",
  "preset.sharpen.title": "锐化",
  "preset.sobel-x.title": "Sobel x",
  "preset.sobel-y.title": "Sobel y",
  "preset.laplacian.title": "拉普拉斯",
  "preset.emboss.title": "浮雕",
  "preset.corner.title": "角点",
};
