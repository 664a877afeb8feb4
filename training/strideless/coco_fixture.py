"""Writes tests/fixtures/average-precision.json: random and awkward detections, judged by pycocotools.

    python -m strideless.coco_fixture ../tests/fixtures/average-precision.json

lib/detection has to come to the same numbers. Sizes are the longer side of a box, as everywhere in this project, so
the areas that pycocotools bins by are overwritten with it.
"""

import contextlib
import io
import json
import sys
from pathlib import Path

import numpy as np
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

SCENES = 40
CROWDS = 20
CLASSES = 5
# Longer sides at the very edges of the bins, and just beside them.
EDGES = [7.9999, 8, 8.0001, 13.9999, 14, 14.0001]
BINS = {"all": (0, 1e9), "<8": (0, 8 - 1e-9), "8-14": (8, 14), ">14": (14 + 1e-9, 1e9)}


def draw(random):
    """Scenes of truths and of detections: moved and resized truths, some of another class, and false ones."""
    scenes = []
    for _ in range(SCENES):
        truths, detections = [], []
        for _ in range(random.integers(0, 20)):
            width, height = np.exp(random.uniform(np.log(3), np.log(26), 2))
            x, y = random.uniform(0, 128 - width), random.uniform(0, 128 - height)
            truths.append({"classIndex": int(random.integers(CLASSES)), "box": [x, y, width, height]})
        for truth in truths:
            for _ in range(random.choice([0, 1, 1, 1, 2])):
                x, y, width, height = truth["box"]
                jitter = random.choice([0.02, 0.08, 0.2])
                w, h = np.exp(random.normal(0, jitter, 2)) * (width, height)
                cx, cy = random.normal(0, jitter, 2) * (w, h) + (x + width / 2, y + height / 2)
                wrong = random.random() < 0.15
                index = int(random.integers(CLASSES)) if wrong else truth["classIndex"]
                # Scores of two decimals: many are equal, and their order matters.
                score = round(float(random.beta(2, 3 if wrong else 1.2)), 2)
                detections.append({"classIndex": index, "score": score, "box": [cx - w / 2, cy - h / 2, w, h]})
        for _ in range(random.integers(0, 12)):
            w, h = random.uniform(3, 26, 2)
            x, y = random.uniform(0, 120, 2)
            score = round(float(random.beta(1.2, 3)), 2)
            detections.append({"classIndex": int(random.integers(CLASSES)), "score": score, "box": [x, y, w, h]})
        scenes.append({"truths": rounded(truths), "detections": rounded(detections)})
    return scenes


def crowds(random):
    """Scenes in which objects of one class overlap and have sizes at the edges of the bins, and are found several times."""
    scenes = []
    for _ in range(CROWDS):
        truths, detections = [], []
        for _ in range(random.integers(1, 4)):
            index = int(random.integers(CLASSES))
            x, y = random.uniform(10, 100, 2)
            for _ in range(random.integers(2, 5)):
                long, short = random.choice(EDGES), random.uniform(4, 7)
                sides = [long, short] if random.random() < 0.5 else [short, long]
                dx, dy = random.normal(0, 1.5, 2)
                truths.append({"classIndex": index, "box": [x + dx, y + dy, *sides]})
        for truth in truths:
            for _ in range(random.integers(0, 4)):
                x, y, width, height = truth["box"]
                dx, dy = random.normal(0, 0.6, 2)
                if random.random() < 0.3:  # of another size, across an edge or not
                    width, height = random.choice(EDGES), random.uniform(4, 7)
                score = round(float(random.uniform(0.05, 0.95)), 1)
                detections.append(
                    {"classIndex": truth["classIndex"], "score": score, "box": [x + dx, y + dy, width, height]}
                )
        scenes.append({"truths": rounded(truths), "detections": rounded(detections)})
    scenes.append(many(random))
    return scenes


def many(random):
    """A scene with more than the hundred boxes of a class that count, right ones among the worst of them."""
    truths = [{"classIndex": 0, "box": [12.0 * i + 1, 12.0 * j + 1, 8, 10]} for i in range(10) for j in range(3)]
    false = [
        {"classIndex": 0, "score": round(float(random.uniform(0.3, 1)), 3), "box": [*random.uniform(40, 118, 2), 9, 9]}
        for _ in range(95)
    ]
    right = [
        {"classIndex": 0, "score": round(0.9 - 0.03 * i, 3), "box": [*truth["box"][:2], 8.5, 10]}
        for i, truth in enumerate(truths)
    ]
    return {"truths": rounded(truths), "detections": rounded(false + right)}


def rounded(items):
    return [{**item, "box": [round(float(side), 4) for side in item["box"]]} for item in items]


def judge(scenes):
    """AP (per cent) by pycocotools: over all sizes, at IoU 0.5 and 0.75, and in each size bin."""
    truths, detections = [], []
    for image, scene in enumerate(scenes, start=1):
        for item in scene["truths"]:
            truths.append({"id": len(truths) + 1, "iscrowd": 0, **annotation(image, item)})
        for item in scene["detections"]:
            detections.append({"score": item["score"], **annotation(image, item)})
    with contextlib.redirect_stdout(io.StringIO()):
        coco = COCO()
        coco.dataset = {
            "images": [{"id": i + 1} for i in range(len(scenes))],
            "categories": [{"id": i + 1} for i in range(CLASSES)],
            "annotations": truths,
        }
        coco.createIndex()
        results = coco.loadRes(detections)
        for item in results.dataset["annotations"]:
            item["area"] = max(item["bbox"][2:])
        evaluation = COCOeval(coco, results, "bbox")
        evaluation.params.areaRng = [list(limits) for limits in BINS.values()]
        evaluation.params.areaRngLbl = list(BINS)
        evaluation.params.maxDets = [100]
        evaluation.evaluate()
        evaluation.accumulate()
    precision = evaluation.eval["precision"]  # [threshold, recall, class, bin, maxDets]

    def mean(values):
        return 100 * float(values[values > -1].mean())

    return {
        "AP": mean(precision[:, :, :, 0, 0]),
        "AP50": mean(precision[0, :, :, 0, 0]),
        "AP75": mean(precision[5, :, :, 0, 0]),
        "APsize": {name: mean(precision[:, :, :, i, 0]) for i, name in enumerate(BINS) if i > 0},
    }


def annotation(image, item):
    return {
        "image_id": image,
        "category_id": item["classIndex"] + 1,
        "bbox": item["box"],
        "area": max(item["box"][2:]),
    }


def main():
    scenes = draw(np.random.default_rng(7)) + crowds(np.random.default_rng(8))
    Path(sys.argv[1]).write_text(json.dumps({"expected": judge(scenes), "scenes": scenes}) + "\n")


if __name__ == "__main__":
    main()
