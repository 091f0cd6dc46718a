/** The figure's words for channels, slices and the operations besides convolution. */
export const sheetsEn = {
  "sheet.channel": "channel {channel}",
  "sheet.slice": "slice {slice}",
  "sheet.channelSlice": "channel {channel}, slice {slice}",
  "sheet.stampOf": "number × kernel",
  "sheet.windowOf": "{shape} numbers",
  "sheet.overlaps": "{shape}: how often each cell is stamped",
  "sheet.slicesNeverRead.one": "{count} slice never read",
  "sheet.slicesNeverRead.other": "{count} slices never read",
} as const;
