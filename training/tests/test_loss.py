import numpy as np
import torch
from conftest import rectangles

from strideless.data import Batches, Scenes
from strideless.evaluate import evaluate
from strideless.loss import DetectionLoss, Gains, assign, complete_iou
from strideless.model import build
from strideless.schedule import factor


def test_complete_iou_of_known_boxes():
    a = torch.tensor([[10.0, 10, 4, 4], [10, 10, 4, 4], [0, 0, 2, 2], [10, 10, 8, 2]])
    b = torch.tensor([[10.0, 10, 4, 4], [12, 10, 4, 4], [10, 0, 2, 2], [10, 10, 2, 8]])
    got = complete_iou(a, b)
    # Shifted by half: IoU 8/24, centres 2 apart, enclosing box 6 x 4. Apart: IoU 0, distance 100 / (144 + 4).
    torch.testing.assert_close(got[:3], torch.tensor([1.0, 8 / 24 - 4 / 52, -100 / 148]), atol=1e-5, rtol=0)
    # Crossed: IoU 4/28, same centre, aspect term v^2 / (1 - IoU + v).
    iou, v = 4 / 28, 4 / np.pi**2 * (np.arctan(4) - np.arctan(0.25)) ** 2
    assert abs(float(got[3]) - (iou - v * v / (1 - iou + v))) < 1e-5


def answers(*arguments):
    """Anchor, row and column of what answers."""
    found = assign(*arguments)
    return sorted(map(tuple, torch.stack((found.anchor, found.row, found.column), 1)[found.counts].tolist()))


def test_assignment_by_hand():
    # One object, centre (19, 12) px at stride 8: cell column 2 (fraction .375: left), row 1 (fraction .5: below).
    targets = torch.tensor([[0.0, 1, 19, 12, 8, 8]])
    anchors = torch.tensor([[8.0, 8], [2.0, 8], [31.0, 8]])
    # The second anchor is 4 times too narrow (not < 4); the third is 3.875 times too wide, and answers.
    assert answers(targets, anchors, 8, 4, 4) == [(0, 1, 1), (0, 1, 2), (2, 1, 1), (2, 1, 2)]
    targets = torch.tensor([[0.0, 1, 19, 13, 8, 8]])
    assert answers(targets, anchors[:1], 8, 4, 4) == [(0, 1, 1), (0, 1, 2), (0, 2, 2)]


def test_no_neighbours_outside_the_map():
    targets = torch.tensor([[0.0, 0, 1, 1, 4, 4], [0, 0, 31, 31, 4, 4]])
    assert answers(targets, torch.tensor([[4.0, 4]]), 8, 4, 4) == [(0, 0, 0), (0, 3, 3)]


def test_objects_without_a_size_change_nothing():
    model = build("yolov5p", 0)
    loss = DetectionLoss(model.detect.anchors, model.strides, 5)
    levels = model(torch.rand(2, 3, 64, 64))
    targets = torch.tensor([[0.0, 1, 19, 13, 8, 8], [1, 3, 40, 44, 12, 7]])
    nothing = torch.tensor([[0.0, 0, 0, 0, 0, 0], [1, 0, 64, 64, 0, 0]])
    (total, parts), (padded, padded_parts) = loss(levels, targets), loss(levels, torch.cat((targets, nothing)))
    torch.testing.assert_close(total, padded)
    torch.testing.assert_close(parts, padded_parts)
    # The mean over what answers, by hand, at the level that has one object's answers alone.
    assert parts[0] > 0 and parts[2] > 0


def test_loss_without_objects_is_finite():
    model = build("yolov5p", 0)
    loss = DetectionLoss(model.detect.anchors, model.strides, 5)
    total, parts = loss(model(torch.rand(2, 3, 64, 64)), torch.zeros(0, 6))
    total.backward()
    assert torch.isfinite(total) and parts[0] == 0 and parts[2] == 0


def test_overfits_one_batch():
    steps, scenes = 400, rectangles(6, size=64)
    model = build("yolov5p", 0).to(memory_format=torch.channels_last).train()
    loss = DetectionLoss(model.detect.anchors, model.strides, 5, Gains(box=0.5, objectness=2.0, classes=0.5))
    optimizer = torch.optim.AdamW(model.parameters(), 0.01)
    images, targets = Batches(scenes, 6, 0, jitter=0)(0)
    history = []
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = 0.01 * factor(step, steps, 20)
        total, _ = loss(model(images), targets)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        history.append(float(total.detach()))
    assert np.mean(history[-10:]) < 0.5 * np.mean(history[:10])
    # The batch itself, as augmented.
    boxes = torch.cat((targets[:, 1:2], targets[:, 2:4] - targets[:, 4:] / 2, targets[:, 4:]), 1).numpy()
    offsets = np.searchsorted(targets[:, 0].numpy(), np.arange(7))
    seen = Scenes((images.permute(0, 2, 3, 1) * 255).round().byte().numpy(), boxes, offsets)
    assert evaluate(model, seen)["AP50"] > 90
