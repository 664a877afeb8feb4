"""Writes tests/fixtures/training/*.safetensors: what PyTorch makes of the small networks that a reader trains.

    python -m strideless.small_fixture ../tests/fixtures/training

One for each way of halving, twice in a row, and some for stacks of several ways. Each file holds weights, a batch, loss and gradients, and the weights after three steps of Adam on that batch.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from strideless.pooling import BlurPool

_WIDTH, _SIDE, _CLASSES, _BATCH, _STEPS, _RATE = 2, 8, 3, 5, 3, 0.01
_WAYS = ("strided", "strided-6", "strided-2", "max", "average", "blur", "spd", "published")
# Every way behind another one, from one halving to five.
_STACKS: dict[str, tuple[int, list[tuple[str, int]]]] = {
    "one": (8, [("blur", 3)]),
    "three": (8, [("published", 2), ("max", 3), ("strided-6", 4)]),
    "four": (16, [("average", 3), ("spd", 2), ("strided", 4), ("blur", 3)]),
    "five": (32, [("strided-2", 2), ("blur", 3), ("spd", 2), ("max", 3), ("published", 2)]),
}


class _SpaceToDepth(nn.Module):
    """Space-to-depth with block size 2, in the order of the published code."""

    def forward(self, x: Tensor) -> Tensor:
        starts = [(0, 0), (1, 0), (0, 1), (1, 1)]
        return torch.cat([x[..., dy::2, dx::2] for dy, dx in starts], 1)


def _halving(way: str, name: str, inputs: int, outputs: int) -> list[tuple[str, nn.Module]]:
    def convolution(kernel: int, stride: int = 1, padding: int = 0, source: int = inputs, part: str = ""):
        return [(name + part, nn.Conv2d(source, outputs, kernel, stride, padding)), ("", nn.ReLU())]

    full = convolution(3, padding=1)
    return {
        "strided": lambda: convolution(3, 2, 1),
        "strided-6": lambda: convolution(6, 2, 2),
        "strided-2": lambda: convolution(2, 2),
        "max": lambda: [*full, ("", nn.MaxPool2d(2, 2))],
        "average": lambda: [*full, ("", nn.AvgPool2d(2, 2))],
        "blur": lambda: [*full, ("", BlurPool(outputs))],
        "spd": lambda: [("", _SpaceToDepth()), *convolution(3, padding=1, source=4 * inputs)],
        "published": lambda: [*full, ("", _SpaceToDepth()), *convolution(1, source=4 * outputs, part=".fuse")],
    }[way]()


def _network(stages: list[tuple[str, int]]) -> list[tuple[str, nn.Module]]:
    inputs = [3, *(width for _, width in stages)]
    wide = inputs[-1]
    halvings = [_halving(way, f"halve{i + 1}", inputs[i], width) for i, (way, width) in enumerate(stages)]
    return [
        *(layer for layers in halvings for layer in layers),
        ("mix", nn.Conv2d(wide, wide, 3, 1, 1)),
        ("", nn.ReLU()),
        ("", nn.AdaptiveAvgPool2d(1)),
        ("classify", nn.Conv2d(wide, _CLASSES, 1)),
        ("", nn.Flatten()),
    ]


def _fixture(side: int, stages: list[tuple[str, int]]) -> dict[str, Tensor]:
    torch.manual_seed(3)
    layers = _network(stages)
    model = nn.Sequential(*(module for _, module in layers))
    named = {
        f"{name}.{leaf}": parameter
        for name, module in layers
        if name
        for leaf, parameter in module.named_parameters()
    }
    images = torch.rand(_BATCH, 3, side, side)
    # A flat corner: equal numbers in one block of a max-pool.
    images[:, :, :4, :4] = 0.5
    images.requires_grad_()
    labels = torch.tensor([0, 1, 2, 1, 0])
    tensors = {name: parameter.detach().clone() for name, parameter in named.items()}
    loss = nn.functional.cross_entropy(model(images), labels)
    loss.backward()
    tensors |= {f"{name}.gradient": parameter.grad.clone() for name, parameter in named.items()}
    tensors |= {
        "images": images.detach().clone(),
        "images.gradient": images.grad.clone(),
        "labels": labels.to(torch.int32),
        "loss": loss.detach().reshape(1),
    }
    optimiser = torch.optim.Adam(model.parameters(), lr=_RATE)
    for _ in range(_STEPS):
        optimiser.zero_grad()
        nn.functional.cross_entropy(model(images.detach()), labels).backward()
        optimiser.step()
    tensors |= {f"{name}.after": parameter.detach().clone() for name, parameter in named.items()}
    return {name: tensor.contiguous() for name, tensor in tensors.items()}


def main(folder: str) -> None:
    Path(folder).mkdir(parents=True, exist_ok=True)
    pairs = {way: (_SIDE, [(way, _WIDTH), (way, 2 * _WIDTH)]) for way in _WAYS}
    for name, (side, stages) in (pairs | _STACKS).items():
        metadata = {
            "stages": "_".join(f"{way}.{width}" for way, width in stages),
            "side": str(side),
            "steps": str(_STEPS),
            "rate": str(_RATE),
        }
        save_file(_fixture(side, stages), Path(folder) / f"{name}.safetensors", metadata)


if __name__ == "__main__":
    main(sys.argv[1])
