"""YOLOv5's loss: CIoU for boxes, binary cross-entropy for objectness (target: the IoU reached) and for classes.

An anchor answers for an object when neither side differs by a factor of 4 or more; beside the object's own cell, the
two neighbour cells nearest to its centre answer too.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits as bce

# Own cell, then left, up, right, down as (x, y).
_STEPS = torch.tensor([[0.0, 0.0], [-1.0, 0.0], [0.0, -1.0], [1.0, 0.0], [0.0, 1.0]])


@dataclass(frozen=True)
class Gains:
    box: float = 1.0
    objectness: float = 1.0
    classes: float = 0.6
    balance: tuple[float, ...] = (4.0, 1.0, 0.4)  # per level, finest first
    ratio: float = 4.0


def complete_iou(a: Tensor, b: Tensor, epsilon: float = 1e-7) -> Tensor:
    """CIoU of boxes [n, 4] given as centre x, centre y, width, height: IoU less distance and aspect penalties. [n]."""
    a_low, a_high = a[:, :2] - a[:, 2:] / 2, a[:, :2] + a[:, 2:] / 2
    b_low, b_high = b[:, :2] - b[:, 2:] / 2, b[:, :2] + b[:, 2:] / 2
    overlap = (torch.minimum(a_high, b_high) - torch.maximum(a_low, b_low)).clamp(min=0).prod(1)
    union = a[:, 2:].prod(1) + b[:, 2:].prod(1) - overlap + epsilon
    iou = overlap / union
    diagonal = (torch.maximum(a_high, b_high) - torch.minimum(a_low, b_low)).pow(2).sum(1) + epsilon
    distance = (a[:, :2] - b[:, :2]).pow(2).sum(1) / diagonal
    angle = torch.atan(a[:, 2] / (a[:, 3] + epsilon)) - torch.atan(b[:, 2] / (b[:, 3] + epsilon))
    aspect = 4 / math.pi**2 * angle.pow(2)
    with torch.no_grad():
        weight = aspect / (1 - iou + aspect + epsilon)
    return iou - distance - weight * aspect


def assign(targets: Tensor, anchors: Tensor, stride: int, height: int, width: int, ratio: float = 4.0):
    """Which anchors and cells answer for which objects at one level.

    targets [m, 6] (image, class, centre x, centre y, width, height; px), anchors [a, 2] px. Returns
    (target number, anchor, row, column), each int64 [k].
    """
    factor = targets[None, :, 4:] / anchors[:, None]
    fits = torch.maximum(factor, 1 / factor).amax(2) < ratio
    anchor, target = fits.nonzero(as_tuple=True)
    centre = targets[target, 2:4] / stride
    size = torch.tensor([width, height], dtype=centre.dtype)
    fraction = centre % 1
    near_low = (fraction < 0.5) & (centre > 1)
    near_high = ((size - centre) % 1 < 0.5) & (size - centre > 1)
    own = torch.ones(len(target), 1, dtype=torch.bool)
    chosen = torch.cat((own, near_low, near_high), 1)
    entry, step = chosen.nonzero(as_tuple=True)
    cell = centre.floor()[entry] + _STEPS[step]
    column = cell[:, 0].clamp(0, width - 1).long()
    row = cell[:, 1].clamp(0, height - 1).long()
    return target[entry], anchor[entry], row, column


class DetectionLoss(nn.Module):
    """Called with the raw levels of Detect and targets [m, 6] in pixels; returns the loss and its three parts (unscaled)."""

    def __init__(self, anchors: Tensor, strides: list[int], classes: int, gains: Gains | None = None):
        super().__init__()
        self.register_buffer("anchors", anchors.clone())
        self.strides, self.classes, self.gains = strides, classes, gains or Gains()

    def forward(self, levels: list[Tensor], targets: Tensor) -> tuple[Tensor, Tensor]:
        gains = self.gains
        parts = torch.zeros(3)
        total = torch.zeros(())
        for level, stride, anchors, balance in zip(levels, self.strides, self.anchors, gains.balance, strict=False):
            n, _, height, width = level.shape
            logits = level.float().view(n, len(anchors), 5 + self.classes, height, width)
            truth = torch.zeros(n, len(anchors), height, width)
            target, anchor, row, column = assign(targets, anchors, stride, height, width, gains.ratio)
            box, classes = torch.zeros(()), torch.zeros(())
            if len(target):
                objects = targets[target]
                image = objects[:, 0].long()
                chosen = logits[image, anchor, :, row, column]
                corner = torch.stack((column, row), 1).float()
                xy = (chosen[:, :2].sigmoid() * 2 - 0.5 + corner) * stride
                wh = (chosen[:, 2:4].sigmoid() * 2).pow(2) * anchors[anchor]
                iou = complete_iou(torch.cat((xy, wh), 1), objects[:, 2:])
                box = (1 - iou).mean()
                place = ((image * len(anchors) + anchor) * height + row) * width + column
                truth.view(-1).scatter_reduce_(0, place, iou.detach().clamp(min=0), "amax")
                if self.classes > 1:
                    one_hot = nn.functional.one_hot(objects[:, 1].long(), self.classes).float()
                    classes = bce(chosen[:, 5:], one_hot)
            objectness = bce(logits[:, :, 4], truth) * balance
            total = total + gains.box * box + gains.objectness * objectness + gains.classes * classes
            parts += torch.stack((box.detach(), objectness.detach(), classes.detach()))
        return total, parts
