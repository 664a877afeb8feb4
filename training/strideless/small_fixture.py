"""Writes tests/fixtures/training/WAY.safetensors: what PyTorch makes of the small networks that a reader trains.

    python -m strideless.small_fixture ../tests/fixtures/training

Each file holds weights, a batch, loss and gradients, and the weights after three steps of Adam on that batch.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from strideless.pooling import BlurPool

_WIDTH, _SIDE, _CLASSES, _BATCH, _STEPS, _RATE = 2, 8, 3, 5, 3, 0.01


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


def _network(way: str) -> list[tuple[str, nn.Module]]:
    wide = 2 * _WIDTH
    return [
        *_halving(way, "halve1", 3, _WIDTH),
        *_halving(way, "halve2", _WIDTH, wide),
        ("mix", nn.Conv2d(wide, wide, 3, 1, 1)),
        ("", nn.ReLU()),
        ("", nn.AdaptiveAvgPool2d(1)),
        ("classify", nn.Conv2d(wide, _CLASSES, 1)),
        ("", nn.Flatten()),
    ]


def _fixture(way: str) -> dict[str, Tensor]:
    torch.manual_seed(3)
    layers = _network(way)
    model = nn.Sequential(*(module for _, module in layers))
    named = {
        f"{name}.{leaf}": parameter
        for name, module in layers
        if name
        for leaf, parameter in module.named_parameters()
    }
    images = torch.rand(_BATCH, 3, _SIDE, _SIDE)
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
    for way in ("strided", "strided-6", "strided-2", "max", "average", "blur", "spd", "published"):
        metadata = {"way": way, "width": str(_WIDTH), "side": str(_SIDE), "steps": str(_STEPS), "rate": str(_RATE)}
        save_file(_fixture(way), Path(folder) / f"{way}.safetensors", metadata)


if __name__ == "__main__":
    main(sys.argv[1])
