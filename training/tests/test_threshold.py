"""The threshold that is best in F1."""

import json

import numpy as np

from strideless.evaluate import load_weights
from strideless.export import write_weights
from strideless.model import build
from strideless.threshold import STEP, best, curve, main, shown


def picture(boxes, scores, labels):
    return np.array(boxes, float), np.array(scores), np.array(labels)


def test_a_box_is_right_once_and_for_its_class_only():
    truths = [np.array([[0, 10, 10, 8, 8], [1, 40, 40, 8, 8]], np.float32), np.zeros((0, 5), np.float32)]
    box, far = [10, 10, 8, 8], [60, 60, 8, 8]
    found = [picture([box, box, [40, 40, 8, 8]], [0.9, 0.8, 0.7], [0, 0, 0]), picture([far], [0.6], [1])]
    scores, right, objects = curve(truths, found, 2)
    assert sorted(zip(scores, right, strict=True), reverse=True) == [(0.9, True), (0.8, False), (0.7, False), (0.6, False)]
    assert objects == 2


def test_the_best_threshold_is_worked_out_by_hand():
    scores, right = np.array([0.9, 0.8, 0.52, 0.4, 0.2]), np.array([True, True, True, False, False])
    # Of four objects three are found at 0.5: precision 1, recall 3/4.
    assert best(scores, right, 4) == {"shownScore": 0.5, "F1": 85.71, "precision": 100.0, "recall": 75.0}
    # A missed object more is not worth two false alarms; one is.
    assert best(np.array([0.9, 0.3, 0.3]), np.array([True, False, True]), 2)["shownScore"] == 0.3
    nothing = best(np.zeros(0), np.zeros(0, bool), 3)
    assert (nothing["F1"], nothing["recall"]) == (0, 0)


def test_the_command_writes_it_into_the_card(shards, scenes, tmp_path):
    path = tmp_path / "yolov5p.safetensors"
    write_weights(build("yolov5p", 0), "yolov5p", path)
    path.with_suffix(".json").write_text(json.dumps({"architecture": "yolov5p", "AP": 1.5}))
    main([str(path), "--data", str(shards)])
    card = json.loads(path.with_suffix(".json").read_text())
    assert card["AP"] == 1.5 and round(card["shownScore"] / STEP, 6).is_integer() and set(card) >= {"F1", "precision", "recall"}
    assert shown(load_weights(build("yolov5p"), path), scenes)["shownScore"] > 0
