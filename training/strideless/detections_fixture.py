"""Writes tests/fixtures/detections.json: what PyTorch finds with synthetic weights in a picture of 8-bit noise.

    python -m strideless.detections_fixture

The browser test feeds the same weights and the same picture to the page "Your weights" as files. A box is
[class, score, left, top, width, height], px, cut off at the picture's edges, best first.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch

from .decode import decode, detections
from .model import build
from .synthetic import fill, tensor

FILE = Path(__file__).resolve().parents[2] / "tests" / "fixtures" / "detections.json"
ARCHITECTURE = "yolov5n-spd"
SIZE = 96
SCORE_THRESHOLD = 0.35
IOU_THRESHOLD = 0.45


@torch.no_grad()
def found() -> list[list[float]]:
    model = fill(build(ARCHITECTURE)).eval()
    picture = (tensor("input", (1, 3, SIZE, SIZE)) * 256).floor().clamp(max=255) / 255
    decoded = decode(model(picture), model.detect, model.strides)[0]
    # As YOLOv5's detect.py: a box carries its best class only.
    classes = decoded[:, 5:]
    classes[classes < classes.max(1, keepdim=True).values] = 0
    boxes, scores, labels = detections(decoded, SCORE_THRESHOLD, IOU_THRESHOLD)
    corners = np.clip(np.concatenate((boxes[:, :2], boxes[:, :2] + boxes[:, 2:]), 1), 0, SIZE)
    rows = zip(labels, scores, corners, strict=True)
    return [[int(k), *(round(float(v), 4) for v in (s, x, y, right - x, bottom - y))] for k, s, (x, y, right, bottom) in rows]


def main() -> None:
    boxes = found()
    head = {
        "command": "python -m strideless.detections_fixture",
        "architecture": ARCHITECTURE,
        "size": SIZE,
        "scoreThreshold": SCORE_THRESHOLD,
        "iouThreshold": IOU_THRESHOLD,
    }
    lines = ",\n".join(f"    {json.dumps(box)}" for box in boxes)
    FILE.write_text(f'{json.dumps(head, indent=2)[:-2]},\n  "boxes": [\n{lines}\n  ]\n}}\n')
    print(f"{FILE}: {len(boxes)} boxes")


if __name__ == "__main__":
    main()
