"""The score from which a detector's boxes are worth showing: the one that is best in F1 on validation scenes.

    python -m strideless.threshold ../site/public/weights/pico/*.safetensors --data ../shards/val

writes `shownScore` (and the F1, precision and recall there, in percent) into the card beside each weights file. A box
counts as right when it overlaps an object of its class, not yet taken by a surer box, by an IoU of 0.5. F1 is the
harmonic mean of precision and recall, 2 TP / (boxes shown + objects there).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from .data import Scenes, load_scenes
from .evaluate import Found, detect, judge, load_weights
from .model import Model, build

# Below it no box is worth showing, and there are thousands of them.
LEAST = 0.01
# Of a box that is shown and one of its class that it overlaps more than this, the surer one is shown: SHOWN in
# lib/detection/suppress.ts. A measurement is more generous.
OVERLAP = 0.45
# Thresholds are whole multiples of it: the lab's slider has no finer ones.
STEP = 0.05


def curve(truths: list[np.ndarray], found: list[Found], classes: int) -> tuple[np.ndarray, np.ndarray, int]:
    """The scores of all boxes, which of them are right (at IoU 0.5), and how many objects there are."""
    judged = judge(truths, found, classes)
    # A box's match does not depend on the threshold: surer boxes choose first, whatever is cut off below.
    all_sizes = [image for image in judged.evalImgs if image and image["aRng"] == judged.params.areaRng[0]]
    scores = np.concatenate([np.zeros(0), *(image["dtScores"] for image in all_sizes)])
    right = np.concatenate([np.zeros(0, bool), *(image["dtMatches"][0] > 0 for image in all_sizes)])
    return scores, right, sum(len(truth) for truth in truths)


def best(scores: np.ndarray, right: np.ndarray, objects: int) -> dict:
    """The threshold of the largest F1, and F1, precision and recall (percent) there; of several, the highest threshold."""
    figures = []
    for number in range(1, round(1 / STEP)):
        threshold = round(number * STEP, 6)
        shown = scores >= threshold
        boxes, hits = int(shown.sum()), int(right[shown].sum())
        f1 = 2 * hits / max(boxes + objects, 1)
        figures.append((f1, threshold, hits / boxes if boxes else 0.0, hits / max(objects, 1)))
    f1, threshold, precision, recall = max(figures)
    percent = {"F1": f1, "precision": precision, "recall": recall}
    return {"shownScore": threshold, **{name: round(100 * value, 2) for name, value in percent.items()}}


def shown(model: Model, scenes: Scenes) -> dict:
    """What a card says of the threshold: `shownScore`, F1, precision and recall on these scenes."""
    truths = [scenes.boxes(i) for i in range(len(scenes))]
    return best(*curve(truths, detect(model, scenes, score_threshold=LEAST, iou_threshold=OVERLAP), model.detect.classes))


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, nargs="+", help="safetensors with their card beside them")
    parser.add_argument("--data", required=True, help="folder of validation shards")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args(argv)
    torch.set_num_threads(options.threads)
    scenes = load_scenes(options.data)
    for path in options.weights:
        card_path = path.with_suffix(".json")
        card = json.loads(card_path.read_text())
        figures = shown(load_weights(build(card["architecture"]), path), scenes)
        card_path.write_text(json.dumps(card | figures, indent=2) + "\n")
        print(f"{path.stem}: {json.dumps(figures)}", flush=True)


if __name__ == "__main__":
    main()
