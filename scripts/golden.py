"""Writes test/golden/*.json but code and training: what PyTorch says of convolution, pooling, padding and their gradients.

Run with a Python that has PyTorch (Debian: apt install python3-torch):

    python3 scripts/golden.py

Everything is float64. Inputs are not stored but made again by the tests from the same generator: a linear congruential
one, state <- (1103515245 * state + 12345) mod 2**31, starting at the seed, each giving the whole number
(state >> 16) mod 19 - 9, divided by the case's scale. With scale 1 and 4 all results are exact. A case with seed s uses
s for the input, s + 1 for the weight, s + 2 for the bias, s + 3 for the gradient of the output.

A case whose result is null is one that PyTorch refuses.
"""

import json
import random
from pathlib import Path

import torch
import torch.nn.functional as F

FOLDER = Path(__file__).resolve().parent.parent / "test" / "golden"
CONV = {1: F.conv1d, 2: F.conv2d, 3: F.conv3d}
TRANSPOSED = {1: F.conv_transpose1d, 2: F.conv_transpose2d, 3: F.conv_transpose3d}
MAX_POOL = {1: F.max_pool1d, 2: F.max_pool2d, 3: F.max_pool3d}
AVG_POOL = {1: F.avg_pool1d, 2: F.avg_pool2d, 3: F.avg_pool3d}
TORCH_MODE = {"zeros": "constant", "reflect": "reflect", "replicate": "replicate", "circular": "circular"}

chance = random.Random(20)


def numbers(seed, shape, scale):
    state = seed
    values = []
    count = 1
    for size in shape:
        count *= size
    for _ in range(count):
        state = (1103515245 * state + 12345) % 2**31
        values.append(((state >> 16) % 19 - 9) / scale)
    return torch.tensor(values, dtype=torch.float64).reshape(shape)


def flat(tensor):
    def short(value):
        if value in (float("inf"), float("-inf")):
            return "inf" if value > 0 else "-inf"
        return int(value) if value == int(value) else value

    return [short(value) for value in tensor.detach().reshape(-1).tolist()]


def padded(x, pads, mode):
    """F.pad wants the last axis first, and only the spatial axes."""
    order = [cells for pair in reversed(pads) for cells in pair]
    return F.pad(x, order, mode=TORCH_MODE[mode])


def conv(case, x, w, b):
    rank = len(case["input"]) - 2
    pads = case.get("padding", 0)
    stride, dilation, groups = case.get("stride", 1), case.get("dilation", 1), case.get("groups", 1)
    mode = case.get("paddingMode", "zeros")
    if mode == "zeros" and (isinstance(pads, int) or isinstance(pads[0], int)):
        return CONV[rank](x, w, b, stride, pads, dilation, groups)
    if isinstance(pads, int):
        pads = [pads] * rank
    pairs = [[pad, pad] if isinstance(pad, int) else pad for pad in pads]
    return CONV[rank](padded(x, pairs, mode), w, b, stride, 0, dilation, groups)


def transposed(case, x, w, b):
    rank = len(case["input"]) - 2
    return TRANSPOSED[rank](
        x, w, b, case.get("stride", 1), case.get("padding", 0), case.get("outputPadding", 0),
        case.get("groups", 1), case.get("dilation", 1),
    )


def max_pool(case, x, _w, _b):
    rank = len(case["input"]) - 2
    return MAX_POOL[rank](
        x, case["kernelSize"], case.get("stride"), case.get("padding", 0), case.get("dilation", 1),
        case.get("ceilMode", False),
    )


def avg_pool(case, x, _w, _b):
    rank = len(case["input"]) - 2
    return AVG_POOL[rank](
        x, case["kernelSize"], case.get("stride"), case.get("padding", 0), case.get("ceilMode", False),
        case.get("countIncludePad", True),
    )


def finished(case, run, gradients):
    """The case with what PyTorch gives for it."""
    seed, scale = case["seed"], case["scale"]
    # Always asked for a gradient: without one, max_pool1d hands out empty results that every other pooling refuses.
    x = numbers(seed, case["input"], scale).requires_grad_(True)
    w = b = None
    if "weight" in case:
        w = numbers(seed + 1, case["weight"], scale).requires_grad_(gradients)
    if case.get("bias"):
        b = numbers(seed + 2, [case["bias"]], scale).requires_grad_(gradients)
    try:
        y = run(case, x, w, b)
    except (RuntimeError, ValueError, TypeError):
        return {**case, "result": None}
    case = {**case, "shape": list(y.shape), "result": flat(y)}
    if gradients:
        y.backward(numbers(seed + 3, y.shape, scale))
        case["gradients"] = {"input": flat(x.grad)}
        if w is not None:
            case["gradients"]["weight"] = flat(w.grad)
        if b is not None:
            case["gradients"]["bias"] = flat(b.grad)
    return case


def per_axis(rank, pick):
    """A list of one number per axis, or now and then the one number that all share."""
    values = [pick() for _ in range(rank)]
    return values[0] if chance.random() < 0.3 else values


def sizes(rank):
    largest = {1: 12, 2: 7, 3: 4}[rank]
    return [chance.randint(1, largest) for _ in range(rank)]


def channels(rank):
    groups = chance.choice([1, 1, 1, 2, 3])
    most = 2 if rank < 3 else 1
    return groups, groups * chance.randint(1, most), groups * chance.randint(1, most)


def random_conv(index):
    rank = chance.choice([1, 2, 2, 2, 3])
    groups, c_in, c_out = channels(rank)
    kernel = [chance.randint(1, {1: 5, 2: 4, 3: 3}[rank]) for _ in range(rank)]
    mode = chance.choice(["zeros", "zeros", "reflect", "replicate", "circular"])
    case = {
        "seed": 10 * index, "scale": chance.choice([1, 4, 7]),
        "input": [chance.choice([1, 1, 2]), c_in, *sizes(rank)], "weight": [c_out, c_in // groups, *kernel],
        "stride": per_axis(rank, lambda: chance.choice([1, 1, 2, 3, 5])),
        "dilation": per_axis(rank, lambda: chance.choice([1, 1, 1, 2, 3])),
        "groups": groups, "paddingMode": mode,
    }
    if chance.random() < 0.4:
        case["padding"] = [[chance.randint(0, 3), chance.randint(0, 3)] for _ in range(rank)]
    else:
        case["padding"] = per_axis(rank, lambda: chance.choice([0, 0, 1, 2, 3]))
    if chance.random() < 0.5:
        case["bias"] = c_out
    return case


def random_transposed(index):
    rank = chance.choice([1, 2, 2, 3])
    groups, c_in, c_out = channels(rank)
    largest = {1: 6, 2: 4, 3: 2}[rank]
    case = {
        "seed": 10 * index, "scale": chance.choice([1, 4, 7]),
        "input": [chance.choice([1, 1, 2]), c_in, *[chance.randint(1, largest) for _ in range(rank)]],
        "weight": [c_in, c_out // groups, *[chance.randint(1, 3) for _ in range(rank)]],
        "stride": per_axis(rank, lambda: chance.choice([1, 2, 2, 3])),
        "padding": per_axis(rank, lambda: chance.choice([0, 0, 1, 2])),
        "outputPadding": per_axis(rank, lambda: chance.choice([0, 0, 0, 1, 2])),
        "dilation": per_axis(rank, lambda: chance.choice([1, 1, 2, 3])),
        "groups": groups,
    }
    if chance.random() < 0.5:
        case["bias"] = c_out
    return case


def random_pool(index, average):
    rank = chance.choice([1, 2, 2, 3])
    kernel = per_axis(rank, lambda: chance.randint(1, 4 if rank < 3 else 3))
    case = {
        "seed": 10 * index, "scale": chance.choice([1, 4, 7]),
        "input": [chance.choice([1, 2]), chance.randint(1, 2), *sizes(rank)], "kernelSize": kernel,
        "padding": per_axis(rank, lambda: chance.choice([0, 0, 1, 1, 2])),
        "ceilMode": chance.random() < 0.5,
    }
    if chance.random() < 0.7:
        case["stride"] = per_axis(rank, lambda: chance.choice([1, 2, 3, 4]))
    if average:
        case["countIncludePad"] = chance.random() < 0.5
    else:
        case["dilation"] = per_axis(rank, lambda: chance.choice([1, 1, 2, 3]))
    return case


def conv_edges():
    """The corners of the space, each by name."""
    edges = [
        ("kernel as large as the input", {"input": [1, 1, 5, 4], "weight": [2, 1, 5, 4]}),
        ("kernel as large as the padded input", {"input": [1, 1, 3, 3], "weight": [1, 1, 5, 7], "padding": [1, 2]}),
        ("kernel one larger than the padded input", {"input": [1, 1, 3, 3], "weight": [1, 1, 5, 6], "padding": 1}),
        ("kernel over the input, padding 0", {"input": [1, 1, 3, 3], "weight": [1, 1, 5, 5]}),
        ("stride over the kernel", {"input": [1, 1, 8, 8], "weight": [1, 1, 1, 2], "stride": [2, 5]}),
        ("stride over the input", {"input": [1, 1, 3, 3], "weight": [1, 1, 2, 2], "stride": 9}),
        ("dilation with padding", {"input": [1, 1, 8, 8], "weight": [1, 1, 3, 3], "dilation": 2, "padding": 2}),
        ("dilation spans the padded input", {"input": [1, 1, 5], "weight": [1, 1, 3], "dilation": 3, "padding": 1}),
        ("dilation spans too much", {"input": [1, 1, 5], "weight": [1, 1, 3], "dilation": 3}),
        ("padding wider than the kernel", {"input": [1, 1, 2, 2], "weight": [1, 1, 2, 2], "padding": 4, "stride": 3}),
        ("1x1", {"input": [2, 3, 2, 2], "weight": [2, 3, 1, 1], "bias": 2}),
        ("one cell", {"input": [1, 1, 1, 1], "weight": [1, 1, 1, 1], "bias": 1}),
        ("one cell in three axes", {"input": [1, 2, 1, 1, 1], "weight": [3, 2, 1, 1, 1], "bias": 3}),
        ("groups = channels", {"input": [1, 4, 4, 4], "weight": [4, 1, 3, 3], "groups": 4, "bias": 4}),
        ("depthwise with multiplier", {"input": [1, 3, 4, 4], "weight": [6, 1, 2, 2], "groups": 3, "bias": 6}),
        ("groups 2 of 3 channels", {"input": [1, 3, 4, 4], "weight": [2, 1, 2, 2], "groups": 2}),
        ("groups 2, 3 output channels", {"input": [1, 4, 4, 4], "weight": [3, 2, 2, 2], "groups": 2}),
        ("kernel for other channels", {"input": [1, 3, 4, 4], "weight": [1, 2, 2, 2]}),
        ("kernel of another rank", {"input": [1, 1, 4, 4], "weight": [1, 1, 2]}),
        ("bias of another length", {"input": [1, 1, 4, 4], "weight": [1, 1, 2, 2], "bias": 2}),
        ("even kernel", {"input": [1, 1, 5, 6], "weight": [1, 1, 4, 2], "padding": [[2, 1], [1, 0]]}),
        ("empty remainder", {"input": [1, 1, 9, 7], "weight": [1, 1, 3, 3], "stride": 2}),
        ("largest remainder", {"input": [1, 1, 8, 8], "weight": [1, 1, 3, 3], "stride": [3, 6]}),
        ("a row that nobody reads", {"input": [1, 1, 8, 8], "weight": [1, 1, 3, 5], "padding": [0, 1], "stride": [3, 5]}),
        ("stride 0", {"input": [1, 1, 3, 3], "weight": [1, 1, 2, 2], "stride": 0}),
        ("stride -1", {"input": [1, 1, 3, 3], "weight": [1, 1, 2, 2], "stride": -1}),
        ("stride 1.5", {"input": [1, 1, 3, 3], "weight": [1, 1, 2, 2], "stride": 1.5}),
        ("padding -1", {"input": [1, 1, 3, 3], "weight": [1, 1, 2, 2], "padding": -1}),
        ("dilation 0", {"input": [1, 1, 3, 3], "weight": [1, 1, 2, 2], "dilation": 0}),
        ("groups 0", {"input": [1, 1, 3, 3], "weight": [1, 1, 2, 2], "groups": 0}),
        ("empty kernel", {"input": [1, 1, 3, 3], "weight": [1, 1, 0, 2]}),
        ("no kernel at all", {"input": [1, 1, 3, 3], "weight": [0, 1, 2, 2]}),
        ("three strides for two axes", {"input": [1, 1, 3, 3], "weight": [1, 1, 2, 2], "stride": [1, 1, 1]}),
    ]
    for mode, limit in [("reflect", 3), ("circular", 4), ("replicate", 9)]:
        base = {"input": [1, 2, 4, 4], "weight": [1, 2, 3, 3], "paddingMode": mode}
        edges.append((f"{mode} at its limit", {**base, "padding": limit}))
        edges.append((f"{mode} at its limit on one side", {**base, "padding": [[limit, 0], [0, limit]]}))
        edges.append((f"{mode} past its limit", {**base, "padding": [[0, limit + 1], [0, 0]]}))
        edges.append((f"{mode} in one axis", {"input": [1, 1, 4], "weight": [1, 1, 2], "paddingMode": mode, "padding": 2}))
        edges.append((f"{mode} on one cell", {"input": [1, 1, 1], "weight": [1, 1, 1], "paddingMode": mode, "padding": [[1, 0]]}))
        edges.append((f"{mode} in three axes",
                      {"input": [1, 1, 2, 3, 4], "weight": [1, 1, 3, 3, 3], "paddingMode": mode, "padding": [1, 2, 2]}))
        edges.append((f"{mode} with stride and dilation",
                      {"input": [1, 1, 6, 5], "weight": [2, 1, 3, 2], "paddingMode": mode, "padding": [[2, 3], [1, 2]],
                       "stride": 2, "dilation": [2, 3], "bias": 2}))
    return [{"name": name, "seed": 7 + 10 * index, "scale": 1, **case} for index, (name, case) in enumerate(edges)]


def transposed_edges():
    edges = [
        ("stamps", {"input": [1, 1, 2, 2], "weight": [1, 1, 2, 2]}),
        ("stamps with stride 2", {"input": [1, 1, 2, 2], "weight": [1, 1, 2, 2], "stride": 2}),
        ("a gap between stamps", {"input": [1, 1, 3], "weight": [1, 1, 1], "stride": 3, "outputPadding": 2}),
        ("output padding = stride", {"input": [1, 1, 3], "weight": [1, 1, 2], "stride": 2, "outputPadding": 2}),
        ("output padding under the dilation", {"input": [1, 1, 3], "weight": [1, 1, 2], "stride": 2, "outputPadding": 2, "dilation": 3}),
        ("output padding -1", {"input": [1, 1, 3], "weight": [1, 1, 2], "stride": 2, "outputPadding": -1}),
        ("output of size 0", {"input": [1, 1, 1, 1], "weight": [1, 1, 2, 2], "padding": 1}),
        ("output of size -2", {"input": [1, 1, 1, 1], "weight": [1, 1, 2, 2], "padding": 2}),
        ("output of size 1", {"input": [1, 1, 1, 1], "weight": [1, 1, 3, 3], "padding": 1}),
        ("halves back to 32", {"input": [1, 1, 16], "weight": [1, 1, 3], "stride": 2, "padding": 1, "outputPadding": 1}),
        ("groups = channels", {"input": [1, 3, 2, 2], "weight": [3, 2, 2, 2], "groups": 3, "bias": 6}),
        ("groups 2 of 3 channels", {"input": [1, 3, 2, 2], "weight": [3, 1, 2, 2], "groups": 2}),
        ("kernel for other channels", {"input": [1, 3, 2, 2], "weight": [2, 1, 2, 2]}),
        ("stride 0", {"input": [1, 1, 2, 2], "weight": [1, 1, 2, 2], "stride": 0}),
    ]
    return [{"name": name, "seed": 5 + 10 * index, "scale": 1, **case} for index, (name, case) in enumerate(edges)]


def pool_edges(average):
    edges = [
        ("ceil counts a window that hangs over", {"input": [1, 1, 4, 4], "kernelSize": 3, "stride": 2, "ceilMode": True}),
        ("ceil drops a window that starts past the end", {"input": [1, 1, 2, 2], "kernelSize": 1, "stride": 2, "ceilMode": True}),
        ("ceil, last window starts on padding", {"input": [1, 1, 2, 2], "kernelSize": 3, "stride": 3, "padding": 1, "ceilMode": True}),
        ("ceil, window over the input", {"input": [1, 1, 2], "kernelSize": 3, "stride": 2, "ceilMode": True}),
        ("window over the input", {"input": [1, 1, 3, 3], "kernelSize": 4}),
        ("padding over half the window", {"input": [1, 1, 5, 5], "kernelSize": 3, "padding": 2}),
        ("padding half an odd window", {"input": [1, 1, 5, 5], "kernelSize": 3, "padding": 1}),
        ("padding half an even window", {"input": [1, 1, 5, 5], "kernelSize": 4, "padding": 2, "stride": 1}),
        ("stride 0", {"input": [1, 1, 3, 3], "kernelSize": 2, "stride": 0}),
        ("the whole input", {"input": [1, 2, 4, 3], "kernelSize": [4, 3]}),
    ]
    if average:
        edges += [("padding left out of the mean", {"input": [1, 1, 4, 4], "kernelSize": 3, "padding": 1, "stride": 2, "countIncludePad": False})]
    else:
        edges += [
            ("dilation", {"input": [1, 1, 6, 6], "kernelSize": 2, "dilation": 3, "stride": 1}),
            ("nothing but padding", {"input": [1, 1, 1], "kernelSize": 2, "stride": 1, "padding": 1, "dilation": 2}),
            ("dilation 0", {"input": [1, 1, 3, 3], "kernelSize": 2, "dilation": 0}),
        ]
    return [{"name": name, "seed": 3 + 10 * index, "scale": 1, **case} for index, (name, case) in enumerate(edges)]


def same_cases():
    """padding='same': the numbers, to hold the side of the odd cell against."""
    cases = []
    for rank in (1, 2):
        for kernel in (1, 2, 3, 4, 5, 6):
            for dilation in (1, 2, 3):
                case = {"seed": 10 * len(cases) + 1, "scale": 1, "input": [1, 1, *[7] * rank],
                        "weight": [1, 1, *[kernel] * rank], "dilation": dilation}
                x, w = numbers(case["seed"], case["input"], 1), numbers(case["seed"] + 1, case["weight"], 1)
                y = CONV[rank](x, w, None, 1, "same", dilation)
                cases.append({**case, "shape": list(y.shape), "result": flat(y)})
    return cases


def pad_cases():
    cases = []
    for mode in TORCH_MODE:
        for rank in (1, 2, 3):
            for _ in range(8):
                pads = [[chance.randint(0, 4), chance.randint(0, 4)] for _ in range(rank)]
                case = {"seed": 10 * len(cases) + 2, "scale": 1, "mode": mode, "pads": pads,
                        "input": [1, chance.randint(1, 2), *sizes(rank)]}
                try:
                    y = padded(numbers(case["seed"], case["input"], 1), pads, mode)
                    cases.append({**case, "shape": list(y.shape), "result": flat(y)})
                except RuntimeError:
                    cases.append({**case, "result": None})
    return cases


def collect(make, count, run, refused):
    """Random cases, some of them refused, with gradients for every third."""
    kept, left = [], refused
    index = 0
    while len(kept) < count:
        index += 1
        case = finished(make(index), run, index % 3 == 0)
        if case["result"] is None:
            if left == 0:
                continue
            left -= 1
        elif len(case["result"]) > 200:
            continue
        kept.append(case)
    return kept


def write(name, cases):
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    path = FOLDER / f"{name}.json"
    path.write_text(f'{{"torch":"{torch.__version__}","cases":[\n{lines}\n]}}\n')
    refused = sum(1 for case in cases if case.get("result", 0) is None)
    print(f"{path.name}: {len(cases)} cases, {refused} of them refused, {path.stat().st_size} bytes")


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    write("conv", [finished(case, conv, True) for case in conv_edges()] + collect(random_conv, 600, conv, 60))
    write("convTranspose", [finished(case, transposed, True) for case in transposed_edges()]
          + collect(random_transposed, 220, transposed, 25))
    write("maxPool", [finished(case, max_pool, True) for case in pool_edges(False)]
          + collect(lambda index: random_pool(index, False), 160, max_pool, 20))
    write("avgPool", [finished(case, avg_pool, True) for case in pool_edges(True)]
          + collect(lambda index: random_pool(index, True), 160, avg_pool, 20))
    write("pad", pad_cases())
    write("same", same_cases())


if __name__ == "__main__":
    main()
