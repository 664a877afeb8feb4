"""The modules that an architecture row can name.

Tensors are NCHW. Submodules carry YOLOv5's names (``conv``, ``bn``, ``cv1``, ``m``), so that a state dict of the
published models loads by name. A module becomes usable in YAML by registering a *row builder*:

    @row("Name")
    def build(context, inputs, number, args): return module, output_channels

where ``inputs`` is the list of input channels and ``context`` knows the width and depth rules.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn


@dataclass(frozen=True)
class Context:
    """What a row builder may ask: the multiples, the classes and the anchors (pixels, one row [w, h, ...] a level)."""

    depth_multiple: float
    width_multiple: float
    classes: int
    anchors: list[list[float]]

    def width(self, channels: int) -> int:
        """Published width rule: scaled, then up to a multiple of 8."""
        return math.ceil(channels * self.width_multiple / 8) * 8

    def depth(self, number: int) -> int:
        return max(round(number * self.depth_multiple), 1) if number > 1 else number


RowBuilder = Callable[[Context, list[int], int, list], tuple[nn.Module, int]]
REGISTRY: dict[str, RowBuilder] = {}


def row(name: str) -> Callable[[RowBuilder], RowBuilder]:
    """Registers a row builder under the name that YAML files use."""

    def register(builder: RowBuilder) -> RowBuilder:
        REGISTRY[name] = builder
        return builder

    return register


def repeated(number: int, make: Callable[[int], nn.Module]) -> nn.Module:
    """One module, or `number` of them in sequence as YOLOv5 names them (`model.3.0`, `model.3.1`)."""
    return make(0) if number == 1 else nn.Sequential(*(make(i) for i in range(number)))


def space_to_depth(x: Tensor, block: int = 2) -> Tensor:
    """[n, c, h, w] -> [n, block^2 c, h/block, w/block]; channel (block*dx + dy)*c + i, the published code's order."""
    n, c, h, w = x.shape
    for name, size in (("height", h), ("width", w)):
        if size % block:
            raise ValueError(f"space-to-depth: block size {block} does not divide the {name} {size}")
    # In memory the channels stay last: the other order costs the convolution behind it a copy each way (a step of
    # YOLOv5-SPD takes 0.19 s with it, 0.12 s without).
    x = x.permute(0, 2, 3, 1).reshape(n, h // block, block, w // block, block, c)
    x = x.permute(0, 1, 3, 4, 2, 5).reshape(n, h // block, w // block, block * block * c)
    return x.permute(0, 3, 1, 2)


class Conv(nn.Module):
    """Convolution without bias, batch norm, SiLU. Padding defaults to half the kernel."""

    def __init__(self, c1: int, c2: int, kernel: int = 1, stride: int = 1, padding: int | None = None):
        super().__init__()
        padding = kernel // 2 if padding is None else padding
        self.conv = nn.Conv2d(c1, c2, kernel, stride, padding, bias=False)
        self.bn = nn.BatchNorm2d(c2, eps=1e-3, momentum=0.03)
        self.act = nn.SiLU(inplace=True)

    def forward(self, x: Tensor) -> Tensor:
        return self.act(self.bn(self.conv(x)))


@row("Conv")
def _conv(context: Context, inputs: list[int], number: int, args: list) -> tuple[nn.Module, int]:
    c2 = context.width(args[0])
    make = lambda i: Conv(inputs[0] if i == 0 else c2, c2, *args[1:])  # noqa: E731
    return repeated(context.depth(number), make), c2


class Focus(nn.Module):
    """Space-to-depth by 2, then Conv: YOLOv5's stem before v6.0, and the first row of the SPD files."""

    def __init__(self, c1: int, c2: int, kernel: int = 1):
        super().__init__()
        self.conv = Conv(4 * c1, c2, kernel)

    def forward(self, x: Tensor) -> Tensor:
        return self.conv(space_to_depth(x))


@row("Focus")
def _focus(context: Context, inputs: list[int], number: int, args: list) -> tuple[nn.Module, int]:
    c2 = context.width(args[0])
    return Focus(inputs[0], c2, *args[1:]), c2


class SpaceToDepth(nn.Module):
    def __init__(self, block: int = 2):
        super().__init__()
        self.block = block

    def forward(self, x: Tensor) -> Tensor:
        return space_to_depth(x, self.block)


@row("space_to_depth")
def _space_to_depth(context: Context, inputs: list[int], number: int, args: list) -> tuple[nn.Module, int]:
    # The published argument (a dimension) is stored and never used there: the block size is always 2.
    return SpaceToDepth(2), 4 * inputs[0]


class Bottleneck(nn.Module):
    """1x1, then 3x3, added to the input where `shortcut` is set."""

    def __init__(self, channels: int, shortcut: bool):
        super().__init__()
        self.cv1 = Conv(channels, channels, 1)
        self.cv2 = Conv(channels, channels, 3)
        self.shortcut = shortcut

    def forward(self, x: Tensor) -> Tensor:
        y = self.cv2(self.cv1(x))
        return x + y if self.shortcut else y


class C3(nn.Module):
    """Two 1x1 convolutions read the input; one goes through the bottlenecks; a third 1x1 joins both."""

    def __init__(self, c1: int, c2: int, number: int = 1, shortcut: bool = True):
        super().__init__()
        hidden = c2 // 2
        self.cv1 = Conv(c1, hidden, 1)
        self.cv2 = Conv(c1, hidden, 1)
        self.cv3 = Conv(2 * hidden, c2, 1)
        self.m = nn.Sequential(*(Bottleneck(hidden, shortcut) for _ in range(number)))

    def forward(self, x: Tensor) -> Tensor:
        return self.cv3(torch.cat((self.m(self.cv1(x)), self.cv2(x)), 1))


@row("C3")
def _c3(context: Context, inputs: list[int], number: int, args: list) -> tuple[nn.Module, int]:
    c2 = context.width(args[0])
    return C3(inputs[0], c2, context.depth(number), *args[1:]), c2


class SPPF(nn.Module):
    """Three stride-1 max-pools in a row, every stage kept: pyramid pooling, quickly."""

    def __init__(self, c1: int, c2: int, kernel: int = 5):
        super().__init__()
        self.cv1 = Conv(c1, c1 // 2, 1)
        self.cv2 = Conv(c1 // 2 * 4, c2, 1)
        self.m = nn.MaxPool2d(kernel, 1, kernel // 2)

    def forward(self, x: Tensor) -> Tensor:
        stages = [self.cv1(x)]
        for _ in range(3):
            stages.append(self.m(stages[-1]))
        return self.cv2(torch.cat(stages, 1))


@row("SPPF")
def _sppf(context: Context, inputs: list[int], number: int, args: list) -> tuple[nn.Module, int]:
    c2 = context.width(args[0])
    return SPPF(inputs[0], c2, *args[1:]), c2


class Concat(nn.Module):
    def __init__(self, dimension: int = 1):
        super().__init__()
        self.dimension = dimension

    def forward(self, x: list[Tensor]) -> Tensor:
        return torch.cat(x, self.dimension)


@row("Concat")
def _concat(context: Context, inputs: list[int], number: int, args: list) -> tuple[nn.Module, int]:
    return Concat(*args), sum(inputs)


@row("nn.Upsample")
def _upsample(context: Context, inputs: list[int], number: int, args: list) -> tuple[nn.Module, int]:
    _, factor, mode = args
    return nn.Upsample(None, factor, mode), inputs[0]


class Detect(nn.Module):
    """A 1x1 convolution a level. Returns raw logits: list of [n, anchors*(5+classes), h, w], channel a*(5+nc)+k."""

    def __init__(self, classes: int, anchors: list[list[float]], inputs: list[int]):
        super().__init__()
        if len(anchors) != len(inputs):
            raise ValueError(f"Detect: {len(anchors)} rows of anchors for {len(inputs)} levels")
        self.classes = classes
        # Pixels [levels, anchors, 2]. Not in the state dict: the YAML file owns them.
        sizes = torch.tensor(anchors, dtype=torch.float32).view(len(anchors), -1, 2)
        self.register_buffer("anchors", sizes, persistent=False)
        self.m = nn.ModuleList(nn.Conv2d(c, sizes.shape[1] * (5 + classes), 1) for c in inputs)

    def forward(self, x: list[Tensor]) -> list[Tensor]:
        return [m(level) for m, level in zip(self.m, x, strict=True)]

    def prior(self, strides: list[int], input_size: int, objects: float = 8.0) -> None:
        """Starts the biases near the expected frequencies (`objects` a picture), so that training starts calm."""
        for m, stride in zip(self.m, strides, strict=True):
            bias = m.bias.detach().view(self.anchors.shape[1], -1)
            bias[:, 4] += math.log(objects / (input_size / stride) ** 2)
            bias[:, 5:] += math.log(0.6 / (self.classes - 0.99)) if self.classes > 1 else 0.0


@row("Detect")
def _detect(context: Context, inputs: list[int], number: int, args: list) -> tuple[nn.Module, int]:
    return Detect(context.classes, context.anchors, inputs), 0
