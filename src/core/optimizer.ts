/** Plain descent, with momentum, or Adam: PyTorch's formulas, and its defaults for Adam (0.9, 0.999, 1e-8). */
export type Optimizer =
  | { readonly kind: "sgd" }
  | { readonly kind: "momentum"; readonly momentum: number }
  | {
      readonly kind: "adam";
      readonly beta1?: number;
      readonly beta2?: number;
      readonly epsilon?: number;
    };

/** Parameters and their gradient to the next parameters, a new array each time. */
export type Update = (parameters: Float64Array, gradient: Float64Array) => Float64Array;

/**
 * An optimiser with its memory, to be called once for each update, in order. Only + − · / √, which every machine rounds
 * alike: the same training gives the same bits everywhere.
 *
 * @param count number of parameters
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.Adam.html
 */
export function createOptimizer(optimizer: Optimizer, learningRate: number, count: number): Update {
  switch (optimizer.kind) {
    case "sgd":
      return (parameters, gradient) =>
        parameters.map((value, i) => value - learningRate * (gradient[i] as number));
    case "momentum":
      return withMomentum(optimizer.momentum, learningRate, count);
    case "adam":
      return adam(optimizer, learningRate, count);
  }
}

function withMomentum(momentum: number, learningRate: number, count: number): Update {
  const velocity = new Float64Array(count);
  return (parameters, gradient) =>
    parameters.map((value, i) => {
      const speed = momentum * (velocity[i] as number) + (gradient[i] as number);
      velocity[i] = speed;
      return value - learningRate * speed;
    });
}

function adam(
  { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }: Extract<Optimizer, { kind: "adam" }>,
  learningRate: number,
  count: number,
): Update {
  const means = new Float64Array(count);
  const squares = new Float64Array(count);
  // Math.pow differs between browsers in the last bit.
  let power1 = 1;
  let power2 = 1;
  return (parameters, gradient) => {
    power1 *= beta1;
    power2 *= beta2;
    const rate = learningRate / (1 - power1);
    const correction = Math.sqrt(1 - power2);
    return parameters.map((value, i) => {
      const slope = gradient[i] as number;
      const mean = (means[i] as number) + (1 - beta1) * (slope - (means[i] as number));
      const square = beta2 * (squares[i] as number) + (1 - beta2) * slope * slope;
      means[i] = mean;
      squares[i] = square;
      return value - (rate * mean) / (Math.sqrt(square) / correction + epsilon);
    });
  };
}
