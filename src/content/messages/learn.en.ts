/** The Learn view: what and how it learns, its figure and its charts. */
export const learnEn = {
  // Announcements
  "learn.announce.start": "Start: loss {loss}",
  "learn.announce.step": "Step {step}: loss {loss}",
  "learn.announce.diverged": "Diverged after {step} updates. A smaller rate is offered.",

  // Parameters
  "learn.target": "Target",
  "learn.target.kind": "Target comes from",
  "learn.target.kind.short": "From",
  "learn.target.kernel": "a kernel",
  "learn.target.values": "typed numbers",
  "learn.target.kernelValues": "Target kernel values",
  "learn.target.show": "Show kernel",
  "learn.channels": "Channels",
  "learn.layers": "Layers",
  "learn.layers.single": "one",
  "learn.layers.two": "two, with ReLU",
  "learn.hidden": "Hidden kernels",
  "learn.hidden.note": "Each hidden map goes through ReLU; a 1×1 layer adds them up with learned weights.",
  "learn.bias.none": "none",
  "learn.bias.learned": "learned",
  "learn.start": "Start",
  "learn.start.rule": "First weights",
  "learn.start.rule.short": "Weights",
  "learn.start.zeros": "zeros",
  "learn.start.rand": "torch.rand",
  "learn.start.uniform": "nn.Conv2d",
  "learn.start.given": "your own",
  "learn.start.rand.note": "Random numbers from 0 up to 1, made from the seed.",
  "learn.start.uniform.note": "Random numbers within ±1/√{fanIn} = ±{bound}, made from the seed.",
  "learn.start.uniform.two":
    "Random numbers within ±1/√n, n being the inputs of an output, made from the seed.",
  "learn.start.given.note": "Type them into the kernel, or drag the point on the loss surface.",
  "learn.seed": "Seed of the first weights",
  "learn.descent": "Descent",
  "learn.optimizer": "Optimiser",
  "learn.optimizer.sgd": "plain descent",
  "learn.optimizer.momentum": "momentum",
  "learn.optimizer.adam": "Adam",
  "learn.momentum": "Momentum",
  "learn.loss": "Loss",
  "learn.loss.sum": "sum of squares",
  "learn.loss.mean": "mean of squares",
  "learn.updates": "Updates",

  // Learning rate
  "learn.rate": "Learning rate",
  "learn.rate.slider": "Learning rate on a logarithmic scale",
  "learn.rate.fastest": "fastest",
  "learn.rate.limit": "limit",
  "learn.rate.useFastest": "Use the fastest rate of this data, {rate}",
  "learn.rate.useLimit": "Use the largest stable rate of this data, {rate}",
  "learn.rate.below": "{rate}, below the limit {limit}",
  "learn.rate.at": "{rate}, the limit",
  "learn.rate.above": "{rate}, above the limit {limit}",
  "learn.rate.adam": "Adam scales each step itself: these data set no limit.",
  "learn.rate.flat": "This loss is flat: no rate is too large, and none learns.",
  "learn.rate.local": "With ReLU, the limit holds near the first weights only.",

  // Examples
  "learnPreset.notes.title": "The notes' recipe",
  "learnPreset.notes.why":
    "Ten updates from 0: the layer finds [1, −1] by itself, and each update keeps 0.64 of the error.",
  "learnPreset.zigzag.title": "Zigzag",
  "learnPreset.zigzag.why":
    "From (1, 0) each step goes too far across the valley and comes back: the error there changes its sign, times −0.8.",
  "learnPreset.too-fast.title": "Too fast",
  "learnPreset.too-fast.why": "Rate 0.035 instead of 0.03, and it blows up: the limit of this image is 1/30.",
  "learnPreset.blank-page.title": "Blank page",
  "learnPreset.blank-page.why":
    "The loss reaches 0 with a wrong kernel: on white paper every kernel whose weights add up to 0 is right.",
  "learnPreset.one-column.title": "One black column",
  "learnPreset.one-column.why": "Two edges are enough: now (1, −1) is the only kernel without an error.",
  "learnPreset.two-by-two.title": "2×2 kernel",
  "learnPreset.two-by-two.why":
    "All rows are alike, so that nothing says which row the edge belongs to: both get half of it.",
  "learnPreset.two-kernels.title": "Two kernels at once",
  "learnPreset.two-kernels.why":
    "A difference and a mean from the same image: each channel learns for itself.",
  "learnPreset.both-edges.title": "Both edges",
  "learnPreset.both-edges.why":
    "1 at either edge: a single layer gets no lower than a loss of 9.6, two kernels with ReLU reach 0.",
  "learnPreset.adam.title": "Adam",
  "learnPreset.adam.why":
    "Steps of one length at first, whatever the gradient: it runs past the minimum and swings back.",
} as const;
