"""The modules of the ResNets, strided and SPD, with the tensor names of the published code (``residual_function.3.weight``)."""

from __future__ import annotations

from torch import Tensor, nn

from .modules import Context, SpaceToDepth, row


def convolution(c1: int, c2: int, kernel: int, stride: int = 1) -> nn.Conv2d:
    return nn.Conv2d(c1, c2, kernel, stride, kernel // 2, bias=False)


def joined(c1: int, c2: int, kernel: int, stride: int = 1) -> list[nn.Module]:
    """Convolution, batch norm."""
    return [convolution(c1, c2, kernel, stride), nn.BatchNorm2d(c2)]


@row("ConvReLU")
def _conv_relu(context: Context, inputs: list[int], number: int, args: list) -> tuple[nn.Module, int]:
    c2 = context.width(args[0])
    return nn.Sequential(*joined(inputs[0], c2, *args[1:]), nn.ReLU(inplace=True)), c2


class Residual(nn.Module):
    """A residual function and a shortcut, which is a 1x1 convolution (with the block's stride) where the shape changes."""

    def __init__(self, c1: int, c2: int, stride: int, residual: list[nn.Module]):
        super().__init__()
        self.residual_function = nn.Sequential(*residual)
        changes = stride != 1 or c1 != c2
        self.shortcut = nn.Sequential(*(joined(c1, c2, 1, stride) if changes else []))

    def forward(self, x: Tensor) -> Tensor:
        return nn.functional.relu(self.residual_function(x) + self.shortcut(x))


def unstrided(c1: int, c2: int, stride: int) -> tuple[list[nn.Module], int]:
    """3x3 of stride 1, space-to-depth where a stride was, batch norm, ReLU; and the channels that come out."""
    spd = [SpaceToDepth(2)] if stride == 2 else []
    out = 4 * c2 if spd else c2
    return [convolution(c1, c2, 3), *spd, nn.BatchNorm2d(out), nn.ReLU(inplace=True)], out


def basic(c1: int, c: int, stride: int) -> Residual:
    residual = [*joined(c1, c, 3, stride), nn.ReLU(inplace=True), *joined(c, c, 3)]
    return Residual(c1, c, stride, residual)


def basic_spd(c1: int, c: int, stride: int) -> Residual:
    first, packed = unstrided(c1, c, stride)
    return Residual(c1, c, stride, [*first, *joined(packed, c, 3)])


def bottleneck(c1: int, c: int, stride: int) -> Residual:
    residual = [*joined(c1, c, 1), nn.ReLU(inplace=True), *joined(c, c, 3, stride), nn.ReLU(inplace=True), *joined(c, 4 * c, 1)]
    return Residual(c1, 4 * c, stride, residual)


def bottleneck_spd(c1: int, c: int, stride: int) -> Residual:
    middle, packed = unstrided(c, c, stride)
    return Residual(c1, 4 * c, stride, [*joined(c1, c, 1), nn.ReLU(inplace=True), *middle, *joined(packed, 4 * c, 1)])


def _stage(name: str, block, expansion: int) -> None:
    """Registers the row builder of a stage: `number` blocks, the first of them with the stride."""

    @row(name)
    def build(context: Context, inputs: list[int], number: int, args: list) -> tuple[nn.Module, int]:
        c, stride = context.width(args[0]), args[1]
        blocks = [block(inputs[0], c, stride)]
        blocks += [block(expansion * c, c, 1) for _ in range(context.depth(number) - 1)]
        return nn.Sequential(*blocks), expansion * c


_stage("BasicBlock", basic, 1)
_stage("BottleNeck", bottleneck, 4)
_stage("BasicBlockSPD", basic_spd, 1)
_stage("BottleNeckSPD", bottleneck_spd, 4)


class Logits(nn.Linear):
    """A linear layer over the one cell of a pooled map."""

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.flatten(1))


@row("nn.Linear")
def _linear(context: Context, inputs: list[int], number: int, args: list) -> tuple[nn.Module, int]:
    return Logits(inputs[0], context.classes), context.classes
