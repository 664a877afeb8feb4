"""From raw logits to boxes: YOLOv5's v6 decoding and non-maximum suppression."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from .modules import Detect


def decode(levels: list[Tensor], detect: Detect, strides: list[int]) -> Tensor:
    """[n, boxes, 5 + classes]: centre x, centre y, width, height in px, then sigmoid of objectness and of the classes."""
    decoded = []
    for level, stride, anchors in zip(levels, strides, detect.anchors, strict=True):
        n, _, height, width = level.shape
        y = level.float().view(n, len(anchors), 5 + detect.classes, height, width).permute(0, 1, 3, 4, 2).sigmoid()
        rows, columns = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
        xy = (y[..., :2] * 2 - 0.5 + torch.stack((columns, rows), -1)) * stride
        wh = (y[..., 2:4] * 2).pow(2) * anchors[:, None, None]
        decoded.append(torch.cat((xy, wh, y[..., 4:]), -1).reshape(n, -1, 5 + detect.classes))
    return torch.cat(decoded, 1)


def suppress(boxes: np.ndarray, scores: np.ndarray, classes: np.ndarray, iou_threshold: float, most: int) -> np.ndarray:
    """Greedy suppression within each class. boxes [n, 4] (x, y, width, height; top-left). Returns the kept numbers, best first."""
    order = np.argsort(-scores, kind="stable")
    # Boxes of different classes are moved apart, so that they never overlap.
    low = boxes[order, :2] + classes[order, None] * 1e4
    high = low + boxes[order, 2:]
    area = boxes[order, 2:].prod(1)
    alive = np.ones(len(order), bool)
    kept: list[int] = []
    for i in range(len(order)):
        if not alive[i]:
            continue
        kept.append(int(order[i]))
        if len(kept) == most:
            break
        rest = slice(i + 1, None)
        overlap = np.clip(np.minimum(high[i], high[rest]) - np.maximum(low[i], low[rest]), 0, None).prod(1)
        alive[rest] &= overlap <= iou_threshold * (area[i] + area[rest] - overlap)
    return np.array(kept, np.int64)


def detections(
    decoded: Tensor, score_threshold: float = 0.001, iou_threshold: float = 0.6, most: int = 100, candidates: int = 1000
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Boxes [k, 4] (x, y, width, height; top-left, px), scores [k], classes [k] of one picture's decoded [boxes, 5 + classes].

    Every class of a box whose score (objectness times class) passes the threshold is a candidate.
    """
    y = decoded.numpy()
    scores = y[:, 4:5] * y[:, 5:]
    box, classes = np.nonzero(scores > score_threshold)
    score = scores[box, classes]
    if len(score) > candidates:
        best = np.argsort(-score, kind="stable")[:candidates]
        box, classes, score = box[best], classes[best], score[best]
    boxes = np.concatenate((y[box, :2] - y[box, 2:4] / 2, y[box, 2:4]), 1).astype(np.float64)
    kept = suppress(boxes, score, classes, iou_threshold, most)
    return boxes[kept], score[kept], classes[kept]
