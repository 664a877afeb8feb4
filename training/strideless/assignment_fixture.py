"""Writes tests/fixtures/assignment.json: which anchors and cells the loss asks for random objects.

    python -m strideless.assignment_fixture ../tests/fixtures/assignment.json
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

import torch

from strideless.loss import assign

_SIDE = 128
_LEVELS = {
    8: [[6, 4], [4, 6], [8, 8]],
    16: [[13, 7], [7, 13], [13, 13]],
    32: [[22, 13], [13, 22], [24, 24]],
}
# Centre x, centre y, width, height: on a corner of cells, at the border, in the middle of a cell, long and thin.
_CHOSEN = [(64, 64, 8, 8), (4, 4, 8, 8), (124, 60, 3, 20), (12, 12, 16, 16), (126.5, 127, 30, 14), (36, 20, 2, 9)]


def _answers(item: tuple[float, ...]) -> list[list[list[int]]]:
    target = torch.tensor([[0, 0, *item]], dtype=torch.float64)
    levels = []
    for stride, anchors in _LEVELS.items():
        cells = _SIDE // stride
        found = assign(target, torch.tensor(anchors, dtype=torch.float64), stride, cells, cells)
        answers = torch.stack((found.anchor, found.row, found.column), 1)[found.counts]
        levels.append(sorted(answers.tolist()))
    return levels


def main(path: str) -> None:
    draw = random.Random(5).uniform
    drawn = [tuple(round(draw(*ends), 2) for ends in [(1, 127)] * 2 + [(2, 60)] * 2) for _ in range(14)]
    rows = [{"object": item, "levels": _answers(item)} for item in _CHOSEN + drawn]
    Path(path).write_text("[\n" + ",\n".join(f"  {json.dumps(row)}" for row in rows) + "\n]\n")


if __name__ == "__main__":
    main(sys.argv[1])
