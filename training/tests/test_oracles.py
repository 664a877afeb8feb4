"""The kinds of faults on pictures made by hand, and what mending them gives."""

import numpy as np
import pytest

from strideless.oracles import KINDS, faults, measure, mended

CAR, BUS = 0, 1
# Two cars and a bus, far apart.
TRUTH = np.array([[CAR, 0, 0, 10, 10], [CAR, 40, 0, 10, 10], [BUS, 80, 0, 10, 10]], np.float32)


def found(*boxes):
    """(x, y, width, height, score, class) each."""
    table = np.array(boxes, np.float64).reshape(-1, 6)
    return table[:, :4], table[:, 4], table[:, 5].astype(int)


RIGHT = [(0, 0, 10, 10, 0.9, CAR), (40, 0, 10, 10, 0.8, CAR), (80, 0, 10, 10, 0.7, BUS)]

CASES = {
    "class": (80, 0, 10, 10, 0.95, CAR),
    "box": (84, 4, 10, 10, 0.95, BUS),
    "both": (84, 4, 10, 10, 0.95, CAR),
    "background": (120, 90, 10, 10, 0.95, CAR),
}


@pytest.mark.parametrize("kind", CASES)
def test_a_fault_has_its_kind_and_its_oracle_mends_it(kind):
    others = RIGHT[:2] if kind in ("class", "box") else RIGHT
    boxes = found(*others, CASES[kind])
    assert faults(TRUTH, boxes)[0] == ["right"] * len(others) + [kind]
    result = measure([TRUTH], [boxes], 2)
    assert result["AP50"] < 100
    assert result["AP50"] + result["gain"][kind] == pytest.approx(100)
    assert all(result["gain"][other] <= 0 for other in KINDS if other != kind)


def test_the_surer_of_two_boxes_has_the_object_and_the_other_is_a_duplicate():
    boxes = found((1, 0, 10, 10, 0.5, CAR), (0, 0, 10, 10, 0.9, CAR))
    kinds, about, missed = faults(TRUTH, boxes)
    assert kinds == ["duplicate", "right"]
    assert list(about) == [0, 0]
    assert list(missed) == [False, True, True]
    assert len(mended(TRUTH, boxes, "duplicate")[1][0]) == 1


def test_an_object_without_any_box_is_missed_and_then_no_longer_asked_for():
    boxes = found(*RIGHT[:2])
    assert list(faults(TRUTH, boxes)[2]) == [False, False, True]
    result = measure([TRUTH], [boxes], 2)
    # The bus is a class of its own, of which nothing is found.
    assert result["AP50"] == pytest.approx(50)
    assert result["gain"]["missed"] == pytest.approx(50)


def test_of_two_mended_boxes_one_is_right_and_the_other_gone():
    boxes = found((80, 0, 10, 10, 0.9, CAR), (80, 1, 10, 10, 0.8, CAR))
    _, (kept, _, labels) = mended(TRUTH, boxes, "class")
    assert kept.tolist() == [[80, 0, 10, 10]]
    assert labels.tolist() == [BUS]


def test_a_picture_without_objects_or_boxes():
    nothing = np.zeros((0, 5), np.float32)
    assert faults(nothing, found((0, 0, 5, 5, 0.5, CAR)))[0] == ["background"]
    assert list(faults(TRUTH, found())[2]) == [True] * 3
