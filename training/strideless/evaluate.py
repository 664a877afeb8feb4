"""COCO average precision of a detector on generated scenes, by object size; pycocotools is the judge.

    python -m strideless.evaluate --weights site/public/weights/yolov5p-spd.safetensors --data shards/test

The size of an object is the longer side of its box in pixels; bins <8, 8-14 and >14.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
from pathlib import Path

import numpy as np
import torch
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval
from safetensors.torch import load_file

from .data import Scenes, load_scenes
from .decode import decode, detections
from .model import Model, build, weights

# Longer side in px -> inclusive range of its square, which is what pycocotools calls area.
SIZES = {
    "<8": (0.0, float(np.nextafter(64, 0))),
    "8-14": (64.0, 196.0),
    ">14": (float(np.nextafter(196, 1e9)), 1e10),
}


# Boxes, scores and classes found in one picture.
Found = tuple[np.ndarray, np.ndarray, np.ndarray]


def judge(truths: list[np.ndarray], found: list[Found], classes: int) -> COCOeval:
    """pycocotools' matching of what was found with what is there, by size bin ("all" first), at most 100 boxes a picture.

    truths: one [m, 5] a picture (class, x, y, width, height); found: boxes, scores, classes a picture.
    """
    annotations, results = [], []
    for image, (truth, (boxes, scores, labels)) in enumerate(zip(truths, found, strict=True), 1):
        for label, x, y, w, h in truth.astype(np.float64):
            area = max(w, h) ** 2
            annotations.append(
                {"id": len(annotations) + 1, "image_id": image, "category_id": int(label), "bbox": [x, y, w, h], "area": area, "iscrowd": 0}
            )
        for (x, y, w, h), score, label in zip(boxes, scores, labels, strict=True):
            results.append(
                {"id": len(results) + 1, "image_id": image, "category_id": int(label), "bbox": [x, y, w, h], "area": max(w, h) ** 2,
                 "score": float(score), "iscrowd": 0}
            )
    images = [{"id": i} for i in range(1, len(truths) + 1)]
    categories = [{"id": c} for c in range(classes)]
    with contextlib.redirect_stdout(io.StringIO()):
        sides = []
        for entries in (annotations, results):
            coco = COCO()
            coco.dataset = {"images": images, "annotations": entries, "categories": categories}
            coco.createIndex()
            sides.append(coco)
        judged = COCOeval(*sides, "bbox")
        judged.params.areaRng = [[0, 1e10], *map(list, SIZES.values())]
        judged.params.areaRngLbl = ["all", *SIZES]
        judged.params.maxDets = [100]
        judged.evaluate()
        judged.accumulate()
    return judged


def average_precision(truths: list[np.ndarray], found: list[Found], classes: int) -> dict:
    """AP (IoU .50:.05:.95), AP50 and AP by size bin, in percent; None where a bin has no object. Takes what `judge` does."""
    precision = judge(truths, found, classes).eval["precision"]  # [IoU, recall, class, size, maxDets]

    def mean(values: np.ndarray) -> float | None:
        values = values[values > -1]
        return round(100 * float(values.mean()), 3) if values.size else None

    return {
        "AP": mean(precision[:, :, :, 0]),
        "AP50": mean(precision[0, :, :, 0]),
        "APsize": {name: mean(precision[:, :, :, i]) for i, name in enumerate(SIZES, 1)},
    }


@torch.no_grad()
def detect(model: Model, scenes: Scenes, batch: int = 50, score_threshold: float = 0.001, iou_threshold: float = 0.6) -> list[Found]:
    """Runs the model (float32, evaluation mode) over all scenes; the thresholds are those of `detections`."""
    training = model.training
    model.eval()
    found = []
    for start in range(0, len(scenes), batch):
        pictures = torch.from_numpy(scenes.images[start : start + batch]).float().div_(255).permute(0, 3, 1, 2)
        decoded = decode(model(pictures), model.detect, model.strides)
        found += [detections(each, score_threshold, iou_threshold) for each in decoded]
    model.train(training)
    return found


def evaluate(model: Model, scenes: Scenes, batch: int = 50, score_threshold: float = 0.001) -> dict:
    """What `average_precision` says of the model on all scenes."""
    truths = [scenes.boxes(i) for i in range(len(scenes))]
    return average_precision(truths, detect(model, scenes, batch, score_threshold), model.detect.classes)


def load_weights(model: Model, path: str | Path) -> Model:
    """Loads exported weights (float16 or float32) by name; a missing or foreign tensor is an error."""
    tensors = {k: v.float() for k, v in load_file(path).items()}
    expected = weights(model)
    wrong = [k for k in expected.keys() | tensors.keys() if k not in expected or k not in tensors or tensors[k].shape != expected[k].shape]
    if wrong:
        raise ValueError(f"{path} does not fit the architecture: {len(wrong)} tensors missing, unknown or of another shape, such as {min(wrong)}")
    model.load_state_dict(tensors, strict=False)
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--architecture", help="default: the one that the card beside the weights names")
    parser.add_argument("--data", required=True, help="folder of shards")
    parser.add_argument("--limit", type=int, help="only the first scenes")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    card_path = options.weights.with_suffix(".json")
    card = json.loads(card_path.read_text()) if card_path.exists() else {}
    architecture = options.architecture or card.get("architecture") or options.weights.stem
    model = load_weights(build(architecture), options.weights)
    result = evaluate(model, load_scenes(options.data, options.limit))
    row = {"name": options.weights.stem, "data": Path(options.data).name, **result, "card": card.get("AP")}
    if options.json:
        print(json.dumps({"rows": [row]}))
    else:
        sizes = "  ".join(f"AP{name} {value}" for name, value in result["APsize"].items())
        print(f"{row['name']}  AP {result['AP']}  AP50 {result['AP50']}  {sizes}  (card: AP {row['card']})")


if __name__ == "__main__":
    main()
