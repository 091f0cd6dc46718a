"""Writes test/golden/training.json: what PyTorch's optimisers make of one and two layers of convolution, update by update.

Run with a Python that has PyTorch (Debian: apt install python3-torch):

    python3 scripts/golden_training.py

Everything is float64. A case holds all that goes in: layers, input, target, the parameters to start from (flat: weight
and bias of the first layer, then of the second), the optimiser by PyTorch's arguments. An entry of its trace holds the
loss and the gradient before that update and the parameters after it.
"""

import itertools

import torch

from golden import conv, flat, numbers, write

OPTIMIZERS = {
    "sgd": lambda parameters, rate, _: torch.optim.SGD(parameters, lr=rate),
    "momentum": lambda parameters, rate, given: torch.optim.SGD(parameters, lr=rate, momentum=given["momentum"]),
    "adam": lambda parameters, rate, given: torch.optim.Adam(
        parameters, lr=rate, betas=(given.get("beta1", 0.9), given.get("beta2", 0.999)), eps=given.get("epsilon", 1e-8)
    ),
}
SGD = {"kind": "sgd"}


def parts(layers, start):
    """The flat start as tensors that learn, in the network's order."""
    found, at = [], 0
    for layer in layers:
        shapes = [layer["weightShape"]] + ([[layer["weightShape"][0]]] if layer["bias"] else [])
        for shape in shapes:
            count = torch.Size(shape).numel()
            found.append(torch.tensor(start[at:at + count], dtype=torch.float64).reshape(shape).requires_grad_(True))
            at += count
    return found


def predicted(layers, x, parameters):
    rest = list(parameters)
    for layer in layers:
        weight = rest.pop(0)
        bias = rest.pop(0) if layer["bias"] else None
        if layer.get("flipped"):
            weight = weight.flip(list(range(2, weight.dim())))
        x = conv({**layer, "input": list(x.shape)}, x, weight, bias)
        if layer.get("activation") == "relu":
            x = torch.relu(x)
    return x


def training(name, x, y, layers, start, rate, steps, optimizer=SGD, reduction="sum", every=1):
    parameters = parts(layers, start)
    descent = OPTIMIZERS[optimizer["kind"]](parameters, rate, optimizer)
    trace = []
    for step in range(1, steps + 1):
        errors = (predicted(layers, x, parameters) - y) ** 2
        loss = errors.mean() if reduction == "mean" else errors.sum()
        descent.zero_grad()
        loss.backward()
        gradient = [value for parameter in parameters for value in flat(parameter.grad)]
        descent.step()
        if step % every == 0:
            after = [value for parameter in parameters for value in flat(parameter)]
            trace.append({"step": step, "loss": loss.item(), "gradient": gradient, "parameters": after})
    return {
        "name": name, "network": layers, "input": {"shape": list(x.shape), "data": flat(x)},
        "target": {"shape": list(y.shape), "data": flat(y)}, "parameters": start, "optimizer": optimizer,
        "learningRate": rate, "steps": steps, "reduction": reduction, "trace": trace,
    }


def layer(weight_shape, bias=False, **options):
    return {"weightShape": weight_shape, "bias": bias, **options}


def notes_cases():
    """What the notes and lessons do by hand."""
    def image(row, rows):
        return torch.tensor([[[row] * rows]], dtype=torch.float64)

    edge, edges = image([1, 1, 0, 0, 0, 0, 1, 1], 6), image([0, 1, 0, 0, 0, -1, 0], 6)
    blank, nothing = image([1] * 8, 6), image([0] * 7, 6)
    column, column_edges = image([1, 1, 1, 0, 1, 1, 1, 1], 6), image([0, 0, 1, -1, 0, 0, 0], 6)
    one = [layer([1, 1, 1, 2])]
    return [
        training("the notes' ten updates", edge, edges, one, [0, 0], 0.03, 10),
        training("from (1, 0)", edge, edges, one, [1, 0], 0.03, 10),
        training("too fast", edge, edges, one, [1, 0], 0.035, 10),
        training("fastest", edge, edges, one, [1, 0], 1 / 36, 6),
        training("mean instead of sum", edge, edges, one, [0, 0], 0.03, 10, reduction="mean"),
        training("blank page", blank, nothing, one, [0.6, 0.2], 0.005, 20),
        training("one black column", column, column_edges, one, [0.6, 0.2], 0.01, 20),
        training("2x2 kernel", edge, image([0, 1, 0, 0, 0, -1, 0], 5), [layer([1, 1, 2, 2])], [0] * 4, 0.015, 20),
        training("true convolution", edge, edges, [layer([1, 1, 1, 2], flipped=True)], [0, 0], 0.03, 10),
        training("with a bias", edge, edges, [layer([1, 1, 1, 2], True)], [0.5, -0.5, 0.25], 0.01, 8),
        training("momentum", edge, edges, one, [0, 0], 0.01, 10, {"kind": "momentum", "momentum": 0.9}),
        training("adam", edge, edges, one, [0, 0], 0.1, 10, {"kind": "adam"}),
        training("adam with betas and epsilon of its own", edge, edges, one, [1, 0], 0.1, 10,
                 {"kind": "adam", "beta1": 0.8, "beta2": 0.95, "epsilon": 0.001}),
        training("adam on a gradient of nothing", blank, nothing, one, [0, 0], 0.1, 3, {"kind": "adam"}),
        training("both edges by two kernels, long", edge, edges.abs(),
                 [layer([2, 1, 1, 2], activation="relu"), layer([1, 2, 1, 1])], [0.5, -0.25, -0.5, 0.75, 0.5, 0.25],
                 0.05, 300, {"kind": "adam"}, "mean", every=50),
    ]


GEOMETRIES = [
    {},
    {"padding": 1},
    {"stride": 2},
    {"flipped": True},
    {"padding": [[1, 0], [2, 1]], "paddingMode": "reflect"},
    {"dilation": [2, 1], "padding": 1, "flipped": True},
    {"stride": [1, 2], "padding": 1, "paddingMode": "circular"},
    {"padding": 2, "paddingMode": "replicate"},
]


def product_cases():
    """Every optimiser, with and without bias, one and two layers, sum and mean, on two geometries each."""
    cases = []
    kinds = itertools.product(range(2), (False, True), (1, 2), ("sum", "mean"), ("sgd", "momentum", "adam"))
    for index, (round_, bias, depth, reduction, kind) in enumerate(kinds):
        options = GEOMETRIES[(3 * index + round_) % len(GEOMETRIES)]
        seed = 100 + 10 * index
        channels = 1 + index % 2
        if depth == 1:
            layers = [layer([channels, 1, 2, 3], bias, **options)]
        else:
            layers = [layer([2, 1, 2, 3], bias, activation="relu", **options), layer([channels, 2, 1, 1], bias)]
        x = numbers(seed, [1, 1, 5, 6], 8)
        count = sum(torch.Size(each["weightShape"]).numel() + each["weightShape"][0] * bias for each in layers)
        start = flat(numbers(seed + 1, [count], 16))
        y = numbers(seed + 2, predicted(layers, x, parts(layers, start)).shape, 8)
        optimizer = {"kind": kind, "momentum": 0.875} if kind == "momentum" else {"kind": kind}
        rate = {"sgd": 0.005, "momentum": 0.002, "adam": 0.02}[kind] * (4 if reduction == "mean" and kind != "adam" else 1)
        name = f"{index}: {kind}, {reduction}, {depth} layer{'s' * (depth > 1)}, {'a bias' if bias else 'no bias'}, {options}"
        cases.append(training(name, x, y, layers, start, rate, 6, optimizer, reduction))
    return cases


def other_cases():
    """What the page does not have, but the core does."""
    batch = [layer([2, 2, 3, 3], True, padding=1, stride=2)]
    groups = [layer([2, 1, 3], padding=1, paddingMode="reflect", groups=2)]
    deep = [layer([2, 1, 2, 2], True, padding=1, activation="relu"), layer([3, 2, 3, 2], flipped=True, activation="relu"),
            layer([1, 3, 2, 2], True, dilation=2)]
    return [
        training("padded, strided, two channels, two samples", numbers(1, [2, 2, 5, 4], 4), numbers(2, [2, 2, 3, 2], 4),
                 batch, flat(numbers(3, [38], 8)), 0.001, 5, reduction="mean"),
        training("reflected, groups, one axis", numbers(4, [1, 2, 5], 4), numbers(5, [1, 2, 5], 4),
                 groups, flat(numbers(6, [6], 8)), 0.001, 5),
        training("three layers", numbers(7, [2, 1, 5, 5], 8), numbers(8, [2, 1, 2, 3], 8),
                 deep, flat(numbers(9, [59], 16)), 0.005, 6, {"kind": "momentum", "momentum": 0.5}),
        training("three axes", numbers(10, [1, 1, 3, 3, 4], 8), numbers(11, [1, 2, 2, 2, 3], 8),
                 [layer([2, 1, 2, 2, 2], True, flipped=True)], flat(numbers(12, [18], 16)), 0.01, 5, {"kind": "adam"}),
    ]


if __name__ == "__main__":
    write("training", notes_cases() + product_cases() + other_cases())
