"""What holds a detector's AP50 back: how much of it would be gained if faults of one kind were mended, and no others.

    python -m strideless.oracles ../site/public/weights/yolov5p*.safetensors --data ../shards/test --record

The kinds are those of Bolya et al., TIDE (2020), with their bounds: a box is in place from an IoU of 0.5 with an object,
and belongs to none below 0.1. Each oracle mends one kind in what the detector found:

- class: in place, of another class -> gets the object's class
- box: of the right class, IoU 0.1 to 0.5 -> gets the object's box
- both: IoU 0.1 to 0.5, of another class -> is taken away
- duplicate: in place and of the right class, but a surer box has the object -> is taken away
- background: IoU below 0.1 with every object -> is taken away
- missed: an object for which no box of the first two kinds, and no right one, is there -> is no longer asked for

The gains do not add up: a fault that is mended makes room for another to count.
"""

from __future__ import annotations

import argparse
import json
import shlex
from pathlib import Path

import numpy as np
import torch

from .data import load_scenes
from .evaluate import Found, average_precision, detect, load_weights
from .export import commit
from .model import build
from .rows import MEASURED, record

IN_PLACE, NEAR = 0.5, 0.1
KINDS = ("class", "box", "both", "duplicate", "background")


def overlaps(boxes: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """IoU of [n, 4] and [m, 4] boxes (x, y, width, height; top-left): [n, m]."""
    low = np.maximum(boxes[:, None, :2], truth[None, :, :2])
    high = np.minimum(boxes[:, None, :2] + boxes[:, None, 2:], truth[None, :, :2] + truth[None, :, 2:])
    common = np.clip(high - low, 0, None).prod(2)
    return common / (boxes[:, 2:].prod(1)[:, None] + truth[:, 2:].prod(1)[None] - common)


def faults(truth: np.ndarray, found: Found) -> tuple[list[str], np.ndarray, np.ndarray]:
    """One picture: the kind of each box ("right" or one of KINDS), the object it is about (-1: none), and which are missed.

    truth: [m, 5] (class, x, y, width, height). The surest box chooses first, as in the measurement.
    """
    boxes, scores, labels = found
    objects = truth[:, 0].astype(int)
    iou = overlaps(boxes, truth[:, 1:].astype(np.float64)) if len(truth) else np.zeros((len(boxes), 0))
    taken = np.full(len(truth), False)
    kinds, about = ["background"] * len(boxes), np.full(len(boxes), -1)
    for i in np.argsort(-scores, kind="stable"):
        same = objects == labels[i]
        fits = np.where(same & ~taken, iou[i], 0.0)
        if fits.size and fits.max() >= IN_PLACE:
            kinds[i], about[i] = "right", int(fits.argmax())
            taken[about[i]] = True
    for i in range(len(boxes)):
        if kinds[i] == "right" or not len(truth):
            continue
        same = objects == labels[i]
        of_class, of_others = np.where(same, iou[i], 0.0), np.where(same, 0.0, iou[i])
        if NEAR <= of_class.max() < IN_PLACE:
            kinds[i], about[i] = "box", int(of_class.argmax())
        elif of_others.max() >= IN_PLACE:
            kinds[i], about[i] = "class", int(of_others.argmax())
        elif of_class.max() >= IN_PLACE:
            kinds[i], about[i] = "duplicate", int(of_class.argmax())
        elif iou[i].max() >= NEAR:
            kinds[i] = "both"
    explained = {int(about[i]) for i in range(len(boxes)) if kinds[i] in ("right", "class", "box")}
    missed = np.array([m not in explained for m in range(len(truth))], bool)
    return kinds, about, missed


def mended(truth: np.ndarray, found: Found, kind: str) -> tuple[np.ndarray, Found]:
    """The objects and the boxes of a picture without the faults of one kind."""
    boxes, scores, labels = (part.copy() for part in found)
    kinds, about, missed = faults(truth, found)
    if kind == "missed":
        return truth[~missed], (boxes, scores, labels)
    keep = np.ones(len(boxes), bool)
    right = {int(about[i]) for i in range(len(boxes)) if kinds[i] == "right"}
    for i in np.argsort(-scores, kind="stable"):
        if kinds[i] != kind:
            continue
        # A mended box is right if its object has none yet; one too many is no fault of this kind.
        if kind in ("class", "box") and int(about[i]) not in right:
            right.add(int(about[i]))
            if kind == "class":
                labels[i] = int(truth[about[i], 0])
            else:
                boxes[i] = truth[about[i], 1:]
        else:
            keep[i] = False
    return truth, (boxes[keep], scores[keep], labels[keep])


def measure(truths: list[np.ndarray], found: list[Found], classes: int) -> dict:
    """AP50 in percent, and the points that each oracle adds to it."""

    def ap50(kind: str | None = None) -> float:
        pairs = [mended(t, f, kind) if kind else (t, f) for t, f in zip(truths, found, strict=True)]
        return average_precision([t for t, _ in pairs], [f for _, f in pairs], classes)["AP50"]

    whole = ap50()
    return {"AP50": whole, "gain": {kind: round(ap50(kind) - whole, 3) for kind in (*KINDS, "missed")}}


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, nargs="+", help="safetensors with their card beside them")
    parser.add_argument("--data", required=True, help="folder of shards")
    parser.add_argument("--plan", default="lab", help="name of the experiment that the weights come from")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--record", action="store_true", help="add the rows to content/results/measured/oracles.json")
    options = parser.parse_args(argv)
    torch.set_num_threads(options.threads)
    scenes = load_scenes(options.data)
    truths = [scenes.boxes(i) for i in range(len(scenes))]
    rows = []
    for path in options.weights:
        card = json.loads(path.with_suffix(".json").read_text())
        model = load_weights(build(card["architecture"]), path)
        found = detect(model, scenes)
        row = {
            "plan": options.plan, "variant": card["architecture"], "seed": card["seeds"]["training"],
            **measure(truths, found, model.detect.classes), "scenes": len(scenes), "weights": card["sha256"][:12],
            "command": shlex.join(["python", "-m", "strideless.oracles", str(path), "--plan", options.plan, "--data", options.data, "--record"]),
            "commit": commit(),
        }
        rows.append(row)
        print(json.dumps(row), flush=True)
    if options.record:
        record(MEASURED / "oracles.json", rows)


if __name__ == "__main__":
    main()
