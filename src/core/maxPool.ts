import type { MaxPoolOptions } from "./options";
import { requireTensor, type Tensor, type TensorData, zeroData } from "./tensor";
import { requireLayer } from "./validate";
import { windowWinners } from "./windowWinners";

/**
 * The largest number in each window. Padding never wins: a window with nothing but padding gives −Infinity. NaN wins, as
 * in PyTorch.
 *
 * @param input `[N, C, …spatial]`, 1 to 3 spatial axes
 * @throws RangeError with the sentences of `validate` if it finds an error
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html
 */
export function maxPool<Data extends TensorData>(input: Tensor<Data>, options: MaxPoolOptions): Tensor<Data> {
  const { shape, winners } = findWinners(input, options);
  const data = zeroData(input.data, winners.length);
  for (let o = 0; o < winners.length; o++)
    data[o] = input.data[winners[o] as number] ?? Number.NEGATIVE_INFINITY;
  return { shape, data };
}

/** For each output cell the flat index of the input cell that won: the first of equals; −1 where all is padding. */
export function findWinners(
  input: Tensor,
  options: MaxPoolOptions,
): { shape: readonly number[]; winners: Int32Array } {
  const layer = requireLayer("max-pool", input.shape, { ...options, dims: input.shape.length - 2 });
  requireTensor("input", input);
  const shape = [layer.batch, layer.outChannels, ...layer.outputSize];
  return { shape, winners: windowWinners(layer, input.data) };
}
