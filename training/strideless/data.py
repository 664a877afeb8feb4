"""Generated scenes from shards, held in memory as bytes, and augmented batches of them.

A batch is a function of (seed, step) alone: a resumed run, or one spread over several processes, sees the same pictures.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
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


class Batches:
    """Augmented batches: flips, transposes, brightness and contrast."""

    def __init__(self, scenes: Scenes, batch: int, seed: int, rank: int = 0, world: int = 1, jitter: float = 0.15):
        if batch % world:
            raise ValueError(f"batch size {batch} cannot be shared by {world} processes")
        self.scenes, self.batch, self.seed, self.rank, self.world, self.jitter = scenes, batch, seed, rank, world, jitter
        self._epoch: tuple[int, np.ndarray] = (-1, np.empty(0, np.int64))

    def _order(self, epoch: int) -> np.ndarray:
        if self._epoch[0] != epoch:
            self._epoch = (epoch, np.random.default_rng([self.seed, 1, epoch]).permutation(len(self.scenes)))
        return self._epoch[1]

    def __call__(self, step: int) -> tuple[Tensor, Tensor]:
        """Images [b, 3, h, w] float32 (channels last) and targets [m, 6]: image, class, centre x, centre y, width, height (px)."""
        positions = range(step * self.batch, (step + 1) * self.batch)
        draws = np.random.default_rng([self.seed, 2, step]).random((self.batch, 5))
        pictures, targets = [], []
        for slot in range(self.rank, self.batch, self.world):
            epoch, position = divmod(positions[slot], len(self.scenes))
            index = self._order(epoch)[position]
            flip_x, flip_y, transpose = draws[slot, :3] < 0.5
            picture, boxes = self.scenes.images[index], self.scenes.boxes(index)
            height, width = picture.shape[:2]
            x = boxes[:, 1] + boxes[:, 3] / 2
            y = boxes[:, 2] + boxes[:, 4] / 2
            w, h = boxes[:, 3], boxes[:, 4]
            if flip_x:
                picture, x = picture[:, ::-1], width - x
            if flip_y:
                picture, y = picture[::-1], height - y
            if transpose:
                picture, x, y, w, h = picture.swapaxes(0, 1), y, x, h, w
            pictures.append(picture)
            image = np.full(len(boxes), len(pictures) - 1)
            targets.append(np.stack([image, boxes[:, 0], x, y, w, h], 1).astype(np.float32))
        images = torch.from_numpy(np.stack(pictures)).float().div_(255)
        change = torch.from_numpy(draws[self.rank :: self.world, 3:].astype(np.float32) * 2 - 1).mul_(self.jitter)
        contrast, brightness = 1 + change[:, :1, None, None], change[:, 1:, None, None]
        mean = images.mean((1, 2, 3), keepdim=True)
        images = (images - mean).mul_(contrast).add_(mean + brightness).clamp_(0, 1)
        # [n, h, w, c] in memory is PyTorch's channels-last layout of [n, c, h, w]: no copy.
        return images.permute(0, 3, 1, 2), torch.from_numpy(np.concatenate(targets))
