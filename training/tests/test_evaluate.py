"""AP through pycocotools, against a plain reading of the definition."""

import numpy as np
import pytest
import torch
from conftest import rectangles

from strideless.decode import decode, detections, suppress
from strideless.evaluate import average_precision, evaluate, load_weights
from strideless.export import export
from strideless.model import build


def iou(a, b):
    w = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    h = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    overlap = max(w, 0) * max(h, 0)
    return overlap / (a[2] * a[3] + b[2] * b[3] - overlap)


def plain_average_precision(truths, found, classes, low=0.0, high=np.inf):
    """COCO's AP, written for reading: greedy matching a picture, 101 recall points, mean over classes and IoUs."""
    inside = lambda box: low <= max(box[2:]) < high  # noqa: E731
    values = []
    for label in range(classes):
        for threshold in np.arange(0.5, 1.0, 0.05).round(2):
            entries, total = [], 0
            for truth, (boxes, scores, labels) in zip(truths, found, strict=True):
                # Those that do not count come last and may only take what no other object takes.
                mine = sorted((t[1:] for t in truth if t[0] == label), key=lambda t: not inside(t))
                total += sum(map(inside, mine))
                taken = set()
                order = [i for i in np.argsort(-scores, kind="mergesort") if labels[i] == label][:100]
                for i in order:
                    best, match = threshold, None
                    for j, t in enumerate(mine):
                        if j in taken or (match is not None and inside(mine[match]) and not inside(t)):
                            continue
                        if (value := iou(boxes[i], t)) >= best:
                            best, match = value, j
                    if match is not None:
                        taken.add(match)
                        if inside(mine[match]):
                            entries.append((scores[i], 1))
                    elif inside(boxes[i]):
                        entries.append((scores[i], 0))
            if not total:
                continue
            entries.sort(key=lambda e: -e[0])
            hits = np.cumsum([e[1] for e in entries])
            precision = hits / np.arange(1, len(hits) + 1) if len(hits) else np.zeros(0)
            recall = hits / total if len(hits) else np.zeros(0)
            points = [max(precision[recall >= r], default=0.0) for r in np.linspace(0, 1, 101)]
            values.append(np.mean(points))
    return 100 * np.mean(values) if values else None


def noisy(seed, pictures=12):
    random = np.random.default_rng(seed)
    truths, found = [], []
    for _ in range(pictures):
        truth = np.column_stack([random.integers(0, 3, 6), random.random((6, 2)) * 100, random.random((6, 2)) * 18 + 3])
        near = truth[random.random(6) < 0.8]
        boxes = near[:, 1:] + random.normal(0, 0.7, (len(near), 4))
        boxes = np.concatenate([boxes, np.column_stack([random.random((5, 2)) * 100, random.random((5, 2)) * 18 + 3])])
        boxes[:, 2:] = np.maximum(boxes[:, 2:], 1)
        labels = np.concatenate([near[:, 0], random.integers(0, 3, 5)]).astype(int)
        truths.append(truth)
        found.append((boxes, random.random(len(boxes)), labels))
    return truths, found


@pytest.mark.parametrize("seed", range(3))
def test_average_precision_is_the_definition(seed):
    truths, found = noisy(seed)
    got = average_precision(truths, found, 3)
    assert got["AP"] == pytest.approx(plain_average_precision(truths, found, 3), abs=1e-3)
    for name, low, high in (("<8", 0, 8), ("8-14", 8, np.nextafter(14, 15)), (">14", np.nextafter(14, 15), np.inf)):
        assert got["APsize"][name] == pytest.approx(plain_average_precision(truths, found, 3, low, high), abs=1e-3)


def test_perfect_and_empty():
    scenes = rectangles(4)
    truths = [scenes.boxes(i) for i in range(4)]
    perfect = [(t[:, 1:].astype(np.float64), np.ones(len(t)), t[:, 0].astype(int)) for t in truths]
    assert average_precision(truths, perfect, 5)["AP"] == 100
    nothing = [(np.zeros((0, 4)), np.zeros(0), np.zeros(0, int))] * 4
    assert average_precision(truths, nothing, 5)["AP50"] == 0


def test_decoding_by_hand():
    model = build("yolov5p")
    levels = [torch.zeros(1, 30, 128 // s, 128 // s) for s in model.strides]
    levels[0][0, 10:15, 2, 5] = torch.tensor([1.0, -1.0, 0.5, -0.5, 2.0])  # second anchor, row 2, column 5
    sigmoid = lambda v: 1 / (1 + np.exp(-v))  # noqa: E731
    y = decode(levels, model.detect, model.strides)[0, 16 * 16 + 2 * 16 + 5].numpy()
    anchor = model.detect.anchors[0, 1].numpy()
    expected = [
        (2 * sigmoid(1) - 0.5 + 5) * 8, (2 * sigmoid(-1) - 0.5 + 2) * 8,
        (2 * sigmoid(0.5)) ** 2 * anchor[0], (2 * sigmoid(-0.5)) ** 2 * anchor[1], sigmoid(2),
    ]  # fmt: skip
    np.testing.assert_allclose(y[:5], expected, rtol=1e-5)


def test_suppression_is_within_a_class():
    boxes = np.array([[0, 0, 10, 10], [1, 0, 10, 10], [1, 0, 10, 10], [30, 30, 5, 5.0]])
    kept = suppress(boxes, np.array([0.9, 0.8, 0.7, 0.6]), np.array([0, 0, 1, 0]), 0.6, 100)
    assert kept.tolist() == [0, 2, 3]


def test_detections_are_sorted_and_bounded():
    decoded = torch.rand(500, 10) * torch.tensor([128.0, 128, 10, 10, 1, 1, 1, 1, 1, 1])
    boxes, scores, classes = detections(decoded, most=50)
    assert len(boxes) == len(scores) == len(classes) == 50
    assert (np.diff(scores) <= 0).all()


def test_exported_weights_load_and_their_card_is_true(tmp_path):
    scenes = rectangles(4)
    card = export(build("yolov5p", 0), "yolov5p", tmp_path, {"architecture": "yolov5p"}, scenes)
    loaded = load_weights(build("yolov5p"), tmp_path / "yolov5p.safetensors")
    assert evaluate(loaded, scenes)["AP"] == card["AP"]
    with pytest.raises(ValueError, match="does not fit the architecture"):
        load_weights(build("yolov5p-spd"), tmp_path / "yolov5p.safetensors")
