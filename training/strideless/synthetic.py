"""Weights from names alone: the same values here and in TypeScript, so that a parity fixture stores outputs only.

Element i (flat, PyTorch layout) of the tensor NAME: u = fmix32(fnv1a(NAME) + i * 0x9E3779B9) / 2^32, mapped to a
range that keeps activations tame (see `tensor`).
"""

from __future__ import annotations

import math
from collections.abc import Collection

import numpy as np
import torch
from torch import nn


def fnv1a(text: str) -> int:
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def uniform(name: str, count: int) -> np.ndarray:
    """float64 [count] in [0, 1)."""
    v = (np.uint64(fnv1a(name)) + np.arange(count, dtype=np.uint64) * np.uint64(0x9E3779B9)) & np.uint64(0xFFFFFFFF)
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        v ^= v >> np.uint64(shift)
        v = (v * np.uint64(factor)) & np.uint64(0xFFFFFFFF)
    v ^= v >> np.uint64(16)
    return v.astype(np.float64) / 2**32


def tensor(name: str, shape: tuple[int, ...], names: Collection[str] = ()) -> torch.Tensor:
    """float32 values of one tensor; `names` (all tensors of the model) tells batch norm's biases from a convolution's."""
    u = uniform(name, math.prod(shape))
    module, _, leaf = name.rpartition(".")
    if name == "input":
        values = u
    elif leaf == "weight" and len(shape) >= 2:
        values = (2 * u - 1) * math.sqrt(6 / math.prod(shape[1:]))
    elif leaf == "weight":
        values = 0.75 + 0.5 * u
    elif leaf == "running_var":
        values = 0.5 + u
    elif leaf == "running_mean" or (leaf == "bias" and f"{module}.running_mean" in names):
        values = 0.4 * u - 0.2
    elif leaf == "bias":
        values = 0.2 * u - 0.1
    else:
        raise ValueError(f"synthetic weights: no rule for the tensor '{name}'")
    return torch.from_numpy(values.astype(np.float32)).reshape(shape)


def fill(model: nn.Module) -> nn.Module:
    """Gives every weight and every batch-norm statistic of the model its synthetic value."""
    state = model.state_dict()
    for name, value in state.items():
        if not name.endswith("num_batches_tracked"):
            value.copy_(tensor(name, tuple(value.shape), state.keys()))
    return model
