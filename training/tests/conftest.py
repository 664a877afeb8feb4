"""Plain pictures with known boxes, so that the tests need no Node: rectangles whose colour is their class."""

from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.numpy import save_file

from strideless.data import Scenes

COLOURS = np.array([[220, 40, 40], [40, 200, 60], [50, 80, 230], [240, 220, 60], [230, 230, 240]])


@pytest.fixture(autouse=True, scope="session")
def one_thread():
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)


def rectangles(count: int, size: int = 128, seed: int = 0) -> Scenes:
    random = np.random.default_rng(seed)
    images = random.integers(70, 110, (count, size, size, 3)).astype(np.uint8)
    objects, offsets, side = [], [0], size // 32  # at most one rectangle in a cell of 32 x 32
    for image in images:
        for cell in random.choice(side * side, side, replace=False):
            label = int(random.integers(5))
            w, h = random.integers(6, 24, 2)
            x = int(cell % side * 32 + random.integers(0, 32 - w))
            y = int(cell // side * 32 + random.integers(0, 32 - h))
            image[y : y + h, x : x + w] = COLOURS[label]
            objects.append([label, x, y, w, h])
        offsets.append(len(objects))
    return Scenes(images, np.array(objects, np.float32), np.array(offsets))


def write_shard(scenes: Scenes, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {"images": scenes.images, "objects": scenes.objects, "offsets": scenes.offsets.astype(np.int32)}
    save_file(tensors, folder / "000.safetensors", {"seed": "0"})
    return folder


@pytest.fixture
def scenes() -> Scenes:
    return rectangles(8)


@pytest.fixture
def shards(tmp_path) -> Path:
    return write_shard(rectangles(12), tmp_path / "shards")
