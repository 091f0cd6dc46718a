/** Shapes as tuples, the bill of groups, a 1×1 layer as a dense one, and the way back through a layer. */
export const shapesEn = {
  // Shapes
  "tuple.input": "Input",
  "tuple.weight": "Weight",
  "tuple.bias": "Bias",
  "tuple.output": "Output",
  "tuple.batch": "samples. They go through one by one: N never enters the arithmetic.",
  "tuple.inChannels": "input channels, each a grid of numbers.",
  "tuple.outChannels": "output channels, each with kernels and a bias of its own.",
  "tuple.outChannels.pool": "output channels: pooling works on each channel alone, so as many as go in.",
  "tuple.inPerGroup": "input channels of one group: a kernel has a slab for each of these alone.",
  "tuple.outPerGroup": "output channels of one group: the only ones that an input channel stamps.",
  "tuple.depth": "slices, the depth.",
  "tuple.rows": "rows, the height.",
  "tuple.columns": "columns, the width.",
  "tuple.length": "places along the only axis, the length.",
  "tuple.kernelDepth": "slices of the kernel.",
  "tuple.kernelRows": "rows of the kernel.",
  "tuple.kernelColumns": "columns of the kernel.",
  "tuple.kernelLength": "cells of the kernel along the axis.",
  "tuple.pool": "Pooling has no weight and no bias.",

  // From an array to a tensor
  "reshape.title": "From {shape} to {tensor}",
  "reshape.plain":
    "An array of {sizes} numbers has neither samples nor channels. The reshape puts both in front; no number changes or moves.",
  "reshape.channels":
    "An array of {sizes} numbers has channels but no samples. The reshape puts one in front; no number changes or moves.",
  "reshape.order":
    "The first number counts samples, the second channels. Some notes name them the other way round.",
  "reshape.order.ones":
    "The first 1 counts samples, the second channels. Some notes name them the other way round, which two ones don’t show.",
  "reshape.replies": "What PyTorch makes of each shape",
  "reshape.shape": "Shape",
  "reshape.reply": "This layer’s answer",
  "reshape.refused": "refused.",
  "reshape.read.one": "{count} is read as channels; this layer has 1.",
  "reshape.read.other": "{count} is read as channels; this layer has {channels}.",
  "reshape.taken":
    "Taken without a word, because {count} happens to be the number of channels: wrong all the same.",
  "reshape.unbatched": "Without the samples’ axis: PyTorch allows that now, and the answer has none either.",

  // The bill
  "bill.title": "What groups save",
  "bill.full": "Full: all see all",
  "bill.groups": "In {groups} groups",
  "bill.depthwise": "Depthwise alone",
  "bill.separable": "Depthwise + 1×1",
  "bill.here": "this layer",
  "bill.adds": "{count} multiply–adds",
  "bill.cheaper":
    "Depthwise + 1×1 mixes channels too, with {factor} times fewer weights than the full layer.",
  "bill.dearer": "Here depthwise + 1×1 saves nothing: the kernel is too small for it.",
  "bill.note": "Weights without biases. Depthwise alone keeps the {channels} channels and mixes nothing.",

  // 1×1
  "pixel.title": "A dense layer for each pixel",
  "pixel.why":
    "A 1×1 kernel sees one pixel, but all its channels: the same {outputs} × {inputs} weights at each of {pixels} pixels.",
  "pixel.scale": "With one channel in and one out it is only a factor: each number times the same weight.",
  "pixel.groups": "In {groups} groups, each output sees the {inputs} channels of its own group.",
  "pixel.at": "Here, at {place}:",
  "pixel.place": "row {row}, column {column}",
  "pixel.place.1": "place {column}",
  "pixel.place.3": "slice {depth}, row {row}, column {column}",
  "pixel.matrix": "The weights times the pixel’s channels",

  // Run it backwards
  "reverse.forward":
    "The transposed layer with the same kernel leads from the output back to the input’s shape. It is not an inverse: right shape, wrong numbers.",
  "reverse.agrees": "Here the numbers happen to come back; with another kernel they don’t.",
  "reverse.input": "Input",
  "reverse.channel": "Channel {channel}",
  "reverse.back": "There and back",
  "reverse.size": "Both are {shape}.",
  "reverse.equal.one": "1 of {total} numbers is as before.",
  "reverse.equal.other": "{count} of {total} numbers are as before.",
  "reverse.largest": "The largest difference: {before} became {after}.",
  "reverse.sizes.depth": "Slices",
  "reverse.sizes.rows": "Rows",
  "reverse.sizes.columns": "Columns",
  "reverse.sizes.length": "Length",
  "reverse.sizes.all": "Each axis",
  "reverse.sizes.only": "{axis}: only {sizes} gives {gives}.",
  "reverse.sizes.two": "{axis}: {sizes} both give {gives}.",
  "reverse.sizes.same": "{axis}: {sizes} all give {gives}.",
  "reverse.sizes.choices": "Output padding {choices}.",
  "reverse.sizes.comma": ", ",
  "reverse.sizes.choice": "{padding} gives {size}",
  "reverse.sizes.range":
    "{axis}: {least} to {most} all give {gives}. Output padding 0 to {last} says which one comes back.",
  "reverse.run": "Run it backwards",
  "reverse.undo": "Undo brings the layer back.",
  "reverse.transposed":
    "A transposed layer gives back the shape that a convolution started from, not its numbers: stamps add up, they don’t undo sums.",
  "reverse.overlaps": "Stamps on each place",
  "reverse.even": "Away from the edges all places get equally many stamps.",
  "reverse.uneven":
    "The stride {stride} does not divide the kernel {kernel}: places get {list} stamps in turn. Such uneven stamps make checkerboards.",
  "reverse.unevenDilated": "Places get {list} stamps in turn. Such uneven stamps make checkerboards.",
  "reverse.counts": "Overlap counts",
  "reverse.forwards": "Run it forwards again",

  // Unread, in three axes
  "unread.slices.one": "1 slice is never read.",
  "unread.slices.other": "{count} slices are never read.",
  "unread.cells.one": "1 cell is never read.",
  "unread.cells.other": "{count} cells are never read.",
} as const;
