/** The line about the lit cell, and the note on what no window reads. */
export const readoutEn = {
  "readout.input.one": "X[{row}, {column}] = {value} goes into {count} output: {list}",
  "readout.input.other": "X[{row}, {column}] = {value} goes into {count} outputs: {list}",
  "readout.use": "Y[{row}, {column}] with weight {weight}",
  "readout.separator": ", ",
  "readout.unread": "X[{row}, {column}] = {value}: no window reads it, so it cannot change the output.",
  "readout.kernel.one": "W[{row}, {column}] = {value} is used once.",
  "readout.kernel.other":
    "W[{row}, {column}] = {value} is used {count} times, once for every output: the weight is shared.",
  "readout.product": "X[{row}, {column}] · W[{kernelRow}, {kernelColumn}] = {input} · {weight} = {product}",
  "readout.productOnPadding": "Padding · W[{kernelRow}, {kernelColumn}] = {input} · {weight} = {product}",
  "readout.output":
    "Y[{row}, {column}] = {value}: its window starts at row {windowRow}, column {windowColumn}.",
  "readout.notYet":
    "Y[{row}, {column}] is not computed yet: its window starts at row {windowRow}, column {windowColumn}.",
  "unread.rows.one": "1 row is never read.",
  "unread.rows.other": "{count} rows are never read.",
  "unread.columns.one": "1 column is never read.",
  "unread.columns.other": "{count} columns are never read.",
  "unread.scramble": "Scramble the unread cells",
  "unread.effect": "Whatever stands there, the output does not change.",
} as const;
