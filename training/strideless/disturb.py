"""Puts up with less: a detector whose weights and maps are rounded, or whose halved maps are noisy.

Everything happens on a copy, or in hooks that are taken off again.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn

from .model import Model
from .modules import Conv, Detect, SpaceToDepth
from .pooling import BlurPool

Disturbance = Callable[[Tensor], Tensor]
POOLS = (SpaceToDepth, BlurPool, nn.AvgPool2d, nn.MaxPool2d)


def halvings(model: Model) -> list[list[int]]:
    """The numbers of the rows that halve a map together, stem left out.

    A convolution of stride 2 stands alone. What halves without weights belongs to the convolution before it (as the
    published code wires space-to-depth, and every pool), or where there is none, to the one behind it.
    """
    rows, found = model.rows, []
    for i, module in enumerate(rows[1:], 1):
        if isinstance(module, Conv) and module.conv.stride == (2, 2):
            found.append([i])
        elif isinstance(module, POOLS):
            found.append([i - 1, i] if isinstance(rows[i - 1], Conv) else [i, i + 1])
    return found


def eight_bits(x: Tensor, dimensions: tuple[int, ...], signed: bool) -> Tensor:
    """Rounded to 256 evenly spaced values between the extremes over the dimensions; `signed` ones lie evenly about 0."""
    if signed:
        step = x.abs().amax(dimensions, keepdim=True) / 127
        return (x / step.clamp_min(1e-12)).round() * step
    low, high = x.amin(dimensions, keepdim=True), x.amax(dimensions, keepdim=True)
    step = (high - low) / 255
    return ((x - low) / step.clamp_min(1e-12)).round() * step + low


def rounded(model: Model, bits: int) -> Model:
    """A copy whose weights are float16, or whose convolutions have 8 bits, each output channel with a step of its own."""
    other = copy.deepcopy(model)
    for module in other.modules():
        if bits == 8 and isinstance(module, nn.Conv2d):
            module.weight.data = eight_bits(module.weight.data, (1, 2, 3), signed=True)
    return other.half().float() if bits == 16 else other


def maps_of(bits: int) -> Disturbance:
    """Rounds a map [n, c, h, w]; 8 bits span what occurs in each picture."""
    return (lambda x: x.half().float()) if bits == 16 else (lambda x: eight_bits(x, (1, 2, 3), signed=False))


def noise(share: float, seed: int = 0) -> Disturbance:
    """Adds normal noise of `share` of the standard deviation that each picture's map has."""
    draws = torch.Generator().manual_seed(seed)
    return lambda x: x + share * x.std((1, 2, 3), keepdim=True) * torch.randn(x.shape, generator=draws)


@contextmanager
def disturbed(model: Model, rows: list[int], change: Disturbance) -> Iterator[None]:
    """While it lasts, the outputs of these rows go through `change`."""
    hooks = [model.rows[i].register_forward_hook(lambda _, __, out: change(out)) for i in rows]
    try:
        yield
    finally:
        for hook in hooks:
            hook.remove()


def all_maps(model: Model) -> list[int]:
    return [i for i, module in enumerate(model.rows) if not isinstance(module, Detect)]
