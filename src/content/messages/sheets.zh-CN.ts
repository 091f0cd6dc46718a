export const sheetsZhCN = {
  "sheet.channel": "通道 {channel}",
  "sheet.slice": "切片 {slice}",
  "sheet.channelSlice": "通道 {channel}，切片 {slice}",
  "sheet.stampOf": "数 × 卷积核",
  "sheet.windowOf": "{shape} 个数",
  "sheet.overlaps": "{shape}：每个单元格被叠加的次数",
  "sheet.slicesNeverRead.other": "有 {count} 个切片从未被读取",
} as const;
