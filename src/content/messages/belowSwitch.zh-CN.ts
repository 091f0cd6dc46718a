export const belowSwitchZhCN = {
  "below.name": "图下方显示",
  "below.none": "仅图",
  "below.matrix": "矩阵",
  "below.im2col": "im2col",
  "below.backward": "反向传播",
} as const;
