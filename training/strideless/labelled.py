"""Small pictures with one label each: CIFAR-10 as a folder of JPEG files, packed once, then held in memory as bytes.

    python -m strideless.labelled --source DIR --out ../shards/cifar10

DIR is the unpacked archive, with train/CLASS/*.jpg and test/CLASS/*.jpg. Nothing of it belongs into the repository.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from safetensors import safe_open
from safetensors.numpy import save_file
from torch import Tensor, nn

from .data import Order


@dataclass
class Labelled:
    """uint8 RGB pictures [n, h, w, 3], labels int64 [n], and the names of the classes."""

    images: np.ndarray
    labels: np.ndarray
    classes: list[str]

    def __len__(self) -> int:
        return len(self.images)

    def spread(self, count: int | None) -> Labelled:
        """So many pictures spread evenly, or all where there are no more."""
        if count is None or count >= len(self):
            return self
        chosen = np.linspace(0, len(self) - 1, count).round().astype(np.int64)
        return Labelled(self.images[chosen], self.labels[chosen], self.classes)


def read_folder(folder: Path) -> Labelled:
    """FOLDER/CLASS/*.jpg, classes and files in the order of their names."""
    classes = sorted(p.name for p in folder.iterdir() if p.is_dir()) if folder.is_dir() else []
    files = [(path, label) for label, name in enumerate(classes) for path in sorted((folder / name).glob("*.jpg"))]
    if not files:
        raise FileNotFoundError(f"no pictures (CLASS/*.jpg) in {folder}")
    images = np.stack([np.asarray(Image.open(path).convert("RGB")) for path, _ in files])
    return Labelled(images, np.array([label for _, label in files], np.int64), classes)


def load(folder: str | Path, split: str, limit: int | None = None) -> Labelled:
    """A packed split, train or test; with a limit, as many pictures spread evenly over it."""
    path = Path(folder) / f"{split}.safetensors"
    if not path.exists():
        raise FileNotFoundError(f"no {path}; pack the pictures with: python -m strideless.labelled --source DIR --out {folder}")
    with safe_open(path, "numpy") as file:
        data = Labelled(file.get_tensor("images"), file.get_tensor("labels"), json.loads(file.metadata()["classes"]))
    return data.spread(limit)


class LabelledBatches:
    """Augmented batches, each a function of (seed, step): flipped left to right, moved by up to `shift` px (the border reflected)."""

    def __init__(self, data: Labelled, batch: int, seed: int, shift: int = 4):
        self.data, self.batch, self.seed, self.shift = data, batch, seed, shift
        self._order = Order(len(data), batch, seed)

    def __call__(self, step: int) -> tuple[Tensor, Tensor]:
        """Images [b, 3, h, w] float32 in [0, 1] (channels last), labels [b]."""
        index = self._order(step)
        random = np.random.default_rng([self.seed, 2, step])
        images = self.data.images[index]
        side, shift = images.shape[1], self.shift
        padded = np.pad(images, ((0, 0), (shift, shift), (shift, shift), (0, 0)), "reflect")
        moves, flips = random.integers(0, 2 * shift + 1, (self.batch, 2)), random.random(self.batch) < 0.5
        cropped = np.stack([p[y : y + side, x : x + side] for p, (y, x) in zip(padded, moves, strict=True)])
        cropped[flips] = cropped[flips, :, ::-1]
        return torch.from_numpy(cropped).float().div_(255).permute(0, 3, 1, 2), torch.from_numpy(self.data.labels[index])


def degrade(images: Tensor, side: int) -> Tensor:
    """Pictures [n, 3, h, w] as a camera of side x side px would have them: block means, brought back to h x w bilinearly."""
    if side == images.shape[-1]:
        return images
    small = nn.functional.interpolate(images, size=(side, side), mode="area")
    return nn.functional.interpolate(small, size=images.shape[-2:], mode="bilinear", align_corners=False)


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(argv)
    options.out.mkdir(parents=True, exist_ok=True)
    for split in ("train", "test"):
        data = read_folder(options.source / split)
        tensors = {"images": data.images, "labels": data.labels}
        save_file(tensors, options.out / f"{split}.safetensors", {"classes": json.dumps(data.classes)})
        print(f"{split}: {len(data)} pictures, {len(data.classes)} classes")


if __name__ == "__main__":
    main()
