"""The modules that halve a map, or average it, without weights of their own."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from .modules import Context, row


@row("nn.MaxPool2d")
def _max_pool(context: Context, inputs: list[int], number: int, args: list) -> tuple[nn.Module, int]:
    return nn.MaxPool2d(*args), inputs[0]


@row("nn.AvgPool2d")
def _average_pool(context: Context, inputs: list[int], number: int, args: list) -> tuple[nn.Module, int]:
    # Kernel and stride alone: padded zeros count here and do not in TensorFlow.
    kernel, stride = args if len(args) > 1 else (args[0], args[0])
    return nn.AvgPool2d(kernel, stride), inputs[0]


@row("nn.AdaptiveAvgPool2d")
def _mean(context: Context, inputs: list[int], number: int, args: list) -> tuple[nn.Module, int]:
    return nn.AdaptiveAvgPool2d(*args), inputs[0]


class BlurPool(nn.Module):
    """Zhang's blur-pool: a fixed binomial low-pass (3: 1 2 1, 5: 1 4 6 4 1), then every second number. Reflected border."""

    def __init__(self, channels: int, kernel: int = 3):
        super().__init__()
        if kernel % 2 == 0:
            raise ValueError(f"BlurPool: the filter has an even side, {kernel}")
        line = torch.tensor([math.comb(kernel - 1, i) for i in range(kernel)], dtype=torch.float32) / 2 ** (kernel - 1)
        # Not in the state dict: nothing trains it, so no weights file carries it.
        self.register_buffer("filter", torch.outer(line, line).expand(channels, 1, kernel, kernel).clone(), persistent=False)
        self.channels, self.edge = channels, kernel // 2

    def forward(self, x: Tensor) -> Tensor:
        padded = nn.functional.pad(x, [self.edge] * 4, mode="reflect")
        return nn.functional.conv2d(padded, self.filter, stride=2, groups=self.channels)


@row("BlurPool")
def _blur_pool(context: Context, inputs: list[int], number: int, args: list) -> tuple[nn.Module, int]:
    return BlurPool(inputs[0], *args), inputs[0]
