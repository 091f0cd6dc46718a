/** The line about the lit cell. */
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
} as const;
