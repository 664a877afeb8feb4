"""YOLOv5's loss: CIoU for boxes, binary cross-entropy for objectness (target: the IoU reached) and for classes.

An anchor answers for an object when neither side differs by a factor of 4 or more; beside the object's own cell, the
two neighbour cells nearest to its centre answer too.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits as bce


@cache
def _steps(device: torch.device, dtype: torch.dtype) -> Tensor:
    """To the own cell, then left, up, right, down as (x, y)."""
    return torch.tensor([[0, 0], [-1, 0], [0, -1], [1, 0], [0, 1]], dtype=dtype, device=device)


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
    shared = (torch.minimum(a_high, b_high) - torch.maximum(a_low, b_low)).clamp(min=0)
    # Not `prod`: its gradient counts zeros on the processor.
    overlap = shared[:, 0] * shared[:, 1]
    union = a[:, 2] * a[:, 3] + b[:, 2] * b[:, 3] - overlap + epsilon
    iou = overlap / union
    diagonal = (torch.maximum(a_high, b_high) - torch.minimum(a_low, b_low)).pow(2).sum(1) + epsilon
    distance = (a[:, :2] - b[:, :2]).pow(2).sum(1) / diagonal
    angle = torch.atan(a[:, 2] / (a[:, 3] + epsilon)) - torch.atan(b[:, 2] / (b[:, 3] + epsilon))
    aspect = 4 / math.pi**2 * angle.pow(2)
    with torch.no_grad():
        weight = aspect / (1 - iou + aspect + epsilon)
    return iou - distance - weight * aspect


class Answers(NamedTuple):
    """Candidates to answer for an object at one level, each [k]; those that do are where `counts` is true."""

    target: Tensor
    anchor: Tensor
    row: Tensor
    column: Tensor
    counts: Tensor


def assign(targets: Tensor, anchors: Tensor, stride: int, height: int, width: int, ratio: float = 4.0) -> Answers:
    """Which anchors and cells answer for which objects at one level.

    targets [m, 6] (image, class, centre x, centre y, width, height; px), anchors [a, 2] px. Every object, anchor and cell
    that could be meant is a candidate (k = 5 m a), so that no shape depends on values and a GPU can replay the step; an
    object without a size is answered for by none.
    """
    factor = targets[:, None, 4:] / anchors
    fits = torch.maximum(factor, 1 / factor).amax(2) < ratio
    centre = targets[:, 2:4] / stride
    far = torch.stack((width - centre[:, 0], height - centre[:, 1]), 1)
    near_low = (centre % 1 < 0.5) & (centre > 1)
    near_high = (far % 1 < 0.5) & (far > 1)
    own = torch.ones_like(near_low[:, :1])
    chosen = torch.cat((own, near_low, near_high), 1)
    cell = centre.floor()[:, None] + _steps(targets.device, targets.dtype)
    shape = (len(targets), len(anchors), chosen.shape[1])
    spread = lambda values, *at: values[at].expand(shape).reshape(-1)  # noqa: E731
    number = lambda count: torch.arange(count, device=targets.device)  # noqa: E731
    return Answers(
        spread(number(shape[0]), slice(None), None, None),
        spread(number(shape[1]), None, slice(None), None),
        spread(cell[:, :, 1].clamp(0, height - 1).long(), slice(None), None),
        spread(cell[:, :, 0].clamp(0, width - 1).long(), slice(None), None),
        (fits[:, :, None] & chosen[:, None]).reshape(-1),
    )


class DetectionLoss(nn.Module):
    """Called with the raw levels of Detect and targets [m, 6] in pixels; returns the loss and its three parts (unscaled)."""

    def __init__(self, anchors: Tensor, strides: list[int], classes: int, gains: Gains | None = None):
        super().__init__()
        self.register_buffer("anchors", anchors.clone())
        self.strides, self.classes, self.gains = strides, classes, gains or Gains()

    def forward(self, levels: list[Tensor], targets: Tensor) -> tuple[Tensor, Tensor]:
        gains = self.gains
        parts: list[Tensor] = []
        total = torch.zeros((), device=targets.device)
        for level, stride, anchors, balance in zip(levels, self.strides, self.anchors, gains.balance, strict=False):
            n, _, height, width = level.shape
            # One row a cell and anchor: [n * anchors * height * width, 5 + classes].
            logits = level.float().view(n, len(anchors), 5 + self.classes, height, width).permute(0, 1, 3, 4, 2).flatten(0, 3)
            at = assign(targets, anchors, stride, height, width, gains.ratio)
            counts = at.counts.float()
            mean = lambda values, counts=counts: (values * counts).sum() / counts.sum().clamp(min=1)  # noqa: E731
            objects = targets[at.target]
            place = ((objects[:, 0].long() * len(anchors) + at.anchor) * height + at.row) * width + at.column
            chosen = logits.index_select(0, place)
            corner = torch.stack((at.column, at.row), 1).float()
            xy = (chosen[:, :2].sigmoid() * 2 - 0.5 + corner) * stride
            wh = (chosen[:, 2:4].sigmoid() * 2).pow(2) * anchors[at.anchor]
            iou = complete_iou(torch.cat((xy, wh), 1), objects[:, 2:])
            box = mean(1 - iou)
            truth = torch.zeros(len(logits), device=logits.device)
            truth.scatter_reduce_(0, place, iou.detach().clamp(min=0) * counts, "amax")
            classes = torch.zeros_like(box)
            if self.classes > 1:
                one_hot = nn.functional.one_hot(objects[:, 1].long(), self.classes).float()
                classes = mean(bce(chosen[:, 5:], one_hot, reduction="none").mean(1))
            objectness = bce(logits[:, 4], truth) * balance
            total = total + gains.box * box + gains.objectness * objectness + gains.classes * classes
            parts.append(torch.stack((box, objectness, classes)).detach())
        return total, torch.stack(parts).sum(0)
