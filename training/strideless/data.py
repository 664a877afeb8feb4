"""Generated scenes from shards, held in memory as bytes, and augmented batches of them.

A batch is a function of (seed, step) alone: a resumed run, or one spread over several processes, sees the same pictures.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from safetensors import safe_open
from torch import Tensor


@dataclass
class Scenes:
    """uint8 RGB pictures [n, h, w, 3]; objects float32 [m, 5] (class, x, y, width, height; px, top-left); offsets [n+1]."""

    images: np.ndarray
    objects: np.ndarray
    offsets: np.ndarray
    metadata: dict = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.images)

    def boxes(self, index: int) -> np.ndarray:
        return self.objects[self.offsets[index] : self.offsets[index + 1]]

    @cached_property
    def padded(self) -> np.ndarray:
        """Every picture's objects, float32 [n, t, 5]: t is the largest count, and what is not there has no size."""
        counts = np.diff(self.offsets)
        table = np.zeros((len(self), max(int(counts.max(initial=0)), 1), 5), np.float32)
        table[np.arange(table.shape[1]) < counts[:, None]] = self.objects
        return table


def _metadata(text: dict[str, str] | None) -> dict:
    """safetensors metadata are strings; those that hold JSON become what they mean."""
    values = {}
    for key, value in (text or {}).items():
        try:
            values[key] = json.loads(value)
        except ValueError:
            values[key] = value
    return values


def load_scenes(folder: str | Path, limit: int | None = None) -> Scenes:
    """Reads FOLDER/*.safetensors in name order; metadata are those of the first shard."""
    paths = sorted(Path(folder).glob("*.safetensors"))
    if not paths:
        raise FileNotFoundError(f"no shards (*.safetensors) in {folder}; write some with: npm run shards -- --out {folder}")
    images, objects, offsets, metadata, count, boxes = [], [], [np.zeros(1, np.int64)], {}, 0, 0
    for path in paths:
        with safe_open(path, "numpy") as shard:
            metadata = metadata or _metadata(shard.metadata())
            images.append(shard.get_tensor("images"))
            objects.append(shard.get_tensor("objects").reshape(-1, 5))
            offsets.append(shard.get_tensor("offsets")[1:].astype(np.int64) + boxes)
        boxes += len(objects[-1])
        count += len(images[-1])
        if limit is not None and count >= limit:
            break
    scenes = Scenes(np.concatenate(images), np.concatenate(objects), np.concatenate(offsets), metadata)
    if limit is not None and limit < len(scenes):
        end = scenes.offsets[limit]
        scenes = Scenes(scenes.images[:limit], scenes.objects[:end], scenes.offsets[: limit + 1], metadata)
    return scenes


def augment(pictures: Tensor, boxes: Tensor, draws: Tensor, jitter: float) -> tuple[Tensor, Tensor]:
    """Flips, transposes, brightness and contrast: half of the pictures each, and up to `jitter` either way.

    pictures uint8 [b, side, side, 3], boxes [b, t, 5] as `Scenes.padded`, draws float32 [b, 5] in [0, 1). Returns images
    [b, 3, side, side] float32 (channels last) and targets [b * t, 6]: image, class, centre x, centre y, width, height (px).
    """
    side = pictures.shape[1]
    flip_x, flip_y, transpose = (draws[:, :3] < 0.5).unbind(1)
    label, x, y, w, h = boxes.unbind(2)
    x, y = x + w / 2, y + h / 2

    def either(chosen: Tensor, a: Tensor, b: Tensor) -> Tensor:
        return torch.where(chosen.view(-1, *[1] * (a.ndim - 1)), a, b)

    pictures, x = either(flip_x, pictures.flip(2), pictures), either(flip_x, side - x, x)
    pictures, y = either(flip_y, pictures.flip(1), pictures), either(flip_y, side - y, y)
    pictures = either(transpose, pictures.transpose(1, 2), pictures)
    x, y, w, h = either(transpose, y, x), either(transpose, x, y), either(transpose, h, w), either(transpose, w, h)
    images = pictures.contiguous().float().div_(255)
    change = (draws[:, 3:] * 2 - 1) * jitter
    contrast, brightness = 1 + change[:, :1, None, None], change[:, 1:, None, None]
    mean = images.mean((1, 2, 3), keepdim=True)
    images = (images - mean).mul_(contrast).add_(mean + brightness).clamp_(0, 1)
    number = torch.arange(len(boxes), device=boxes.device)[:, None].expand_as(x)
    # [n, h, w, c] in memory is PyTorch's channels-last layout of [n, c, h, w]: no copy.
    return images.permute(0, 3, 1, 2), torch.stack((number, label, x, y, w, h), 2).flatten(0, 1)


class Order:
    """Which of `count` pictures the batch of a step holds: every epoch all of them once, shuffled by (seed, epoch)."""

    def __init__(self, count: int, batch: int, seed: int):
        self.count, self.batch, self.seed = count, batch, seed
        self._epoch: tuple[int, np.ndarray] = (-1, np.empty(0, np.int64))

    def _shuffled(self, epoch: int) -> np.ndarray:
        if self._epoch[0] != epoch:
            self._epoch = (epoch, np.random.default_rng([self.seed, 1, epoch]).permutation(self.count))
        return self._epoch[1]

    def __call__(self, step: int) -> np.ndarray:
        """int64 [batch]."""
        epochs, places = np.divmod(np.arange(step * self.batch, (step + 1) * self.batch), self.count)
        return np.concatenate([self._shuffled(epoch)[places[epochs == epoch]] for epoch in np.unique(epochs)])


class Batches:
    """Augmented batches of one process's share of the pictures."""

    def __init__(self, scenes: Scenes, batch: int, seed: int, rank: int = 0, world: int = 1, jitter: float = 0.15):
        if batch % world:
            raise ValueError(f"batch size {batch} cannot be shared by {world} processes")
        self.batch, self.seed, self.rank, self.world, self.jitter = batch, seed, rank, world, jitter
        self.pictures, self.boxes = torch.from_numpy(scenes.images), torch.from_numpy(scenes.padded)
        self._order = Order(len(scenes), batch, seed)

    def draw(self, step: int) -> tuple[np.ndarray, np.ndarray]:
        """Which pictures a step sees, int64 [b], and the random numbers of `augment` for them, float32 [b, 5]."""
        draws = np.random.default_rng([self.seed, 2, step]).random((self.batch, 5)).astype(np.float32)
        mine = slice(self.rank, self.batch, self.world)
        return self._order(step)[mine], draws[mine]

    def __call__(self, step: int) -> tuple[Tensor, Tensor]:
        """What `augment` makes of a step's pictures; targets [m, 6] are the objects that are there."""
        index, draws = map(torch.from_numpy, self.draw(step))
        images, targets = augment(self.pictures[index], self.boxes[index], draws, self.jitter)
        return images, targets[targets[:, 4] > 0]
