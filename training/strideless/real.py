"""Turns real pictures of small objects into shards that strideless.train reads. Outside the repository, or in shards/.

    python -m strideless.real kit-ais --source DIR --out ../shards/kit-ais
    python -m strideless.real bccd    --source DIR --out ../shards/bccd

DIR is the unpacked archive: KIT AIS with MOS*.png and MOS*.txt (YOLO boxes), or the folder BCCD/ with JPEGImages/,
Annotations/ (Pascal VOC) and ImageSets/Main/. KIT AIS is split by scene, since neighbouring frames show the same street.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
from PIL import Image
from safetensors.numpy import save_file

from .export import CLASSES

KIT_SCALE, KIT_TILE = 3, 128
# The file's classes -> those of the generated scenes; a cyclist is none of them, a minibus counts as a bus.
KIT_CLASSES = {0: "car", 1: "truck", 2: "bus", 3: "bus"}
BCCD_CLASSES = ["RBC", "WBC", "Platelets"]
BCCD_SCALE, BCCD_SIDE = 4, 160
# Least visible share of an object that a tile's edge cuts; below it, it is left out.
VISIBLE = 0.5

# A picture uint8 [h, w, 3] and its boxes [m, 5]: class, x, y, width, height (px, top-left).
Sample = tuple[np.ndarray, np.ndarray]


def scaled(path: Path, factor: int) -> np.ndarray:
    """The picture, `factor` times smaller, each pixel the mean of what it covers."""
    picture = Image.open(path).convert("RGB")
    size = (round(picture.width / factor), round(picture.height / factor))
    return np.asarray(picture.resize(size, Image.Resampling.BOX))


def starts(length: int, tile: int) -> list[int]:
    """Where tiles begin that cover `length` px, overlapping evenly where they have to."""
    count = -(-length // tile)
    return [round(i * (length - tile) / max(count - 1, 1)) for i in range(count)]


def cut(boxes: np.ndarray, left: int, top: int, side: int) -> np.ndarray:
    """The boxes seen from a tile, clipped to it; those of which less than half is left are dropped."""
    low = np.clip(boxes[:, 1:3] - (left, top), 0, side)
    high = np.clip(boxes[:, 1:3] + boxes[:, 3:5] - (left, top), 0, side)
    share = (high - low).prod(1) / boxes[:, 3:5].prod(1)
    return np.concatenate((boxes[:, :1], low, high - low), 1)[share >= VISIBLE]


def tiles(picture: np.ndarray, boxes: np.ndarray, side: int) -> Iterator[Sample]:
    height, width = picture.shape[:2]
    for top in starts(height, side):
        for left in starts(width, side):
            yield picture[top : top + side, left : left + side], cut(boxes, left, top, side)


def yolo_boxes(path: Path, width: int, height: int) -> np.ndarray:
    """Lines `class cx cy w h` (relative) as [m, 5] in px, with the classes of the generated scenes."""
    rows = []
    for line in path.read_text().splitlines():
        label, cx, cy, w, h = map(float, line.split())
        if (name := KIT_CLASSES.get(int(label))) is not None:
            rows.append([CLASSES.index(name), (cx - w / 2) * width, (cy - h / 2) * height, w * width, h * height])
    return np.array(rows, np.float32).reshape(-1, 5)


def kit_ais(source: Path) -> dict[str, list[Sample]]:
    """Tiles of 128 x 128 px by scene: mos155 (frames 155 to 179) and mos74 (frames 74 to 93)."""
    scenes: dict[str, list[Sample]] = {"mos155": [], "mos74": []}
    for path in sorted(source.glob("MOS*.png"), key=lambda p: int(p.stem[3:])):
        picture = scaled(path, KIT_SCALE)
        boxes = yolo_boxes(path.with_suffix(".txt"), picture.shape[1], picture.shape[0])
        scenes["mos155" if int(re.sub(r"\D", "", path.stem)) >= 155 else "mos74"] += tiles(picture, boxes, KIT_TILE)
    return scenes


def voc_boxes(path: Path, scale: int) -> np.ndarray:
    rows = []
    for item in ElementTree.parse(path).iter("object"):
        low_x, low_y, high_x, high_y = (float(item.findtext(f"bndbox/{k}")) / scale for k in ("xmin", "ymin", "xmax", "ymax"))
        if high_x > low_x and high_y > low_y:
            rows.append([BCCD_CLASSES.index(item.findtext("name")), low_x, low_y, high_x - low_x, high_y - low_y])
    return np.array(rows, np.float32).reshape(-1, 5)


def bccd(source: Path) -> dict[str, list[Sample]]:
    """Pictures of 160 x 120 px on squares of 160 (the mean grey below), by the data set's own lists."""
    folder = source / "BCCD" if (source / "BCCD").is_dir() else source
    splits = {}
    for split in ("train", "val"):
        samples = []
        for name in (folder / "ImageSets" / "Main" / f"{split}.txt").read_text().split():
            picture = scaled(folder / "JPEGImages" / f"{name}.jpg", BCCD_SCALE)
            square = np.empty((BCCD_SIDE, BCCD_SIDE, 3), np.uint8)
            square[:] = picture.mean((0, 1)).round()
            square[: picture.shape[0]] = picture
            samples.append((square, voc_boxes(folder / "Annotations" / f"{name}.xml", BCCD_SCALE)))
        splits[split] = samples
    return splits


def write(samples: list[Sample], folder: Path, metadata: dict) -> None:
    """One shard, as the scenes' command writes them."""
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {
        "images": np.stack([picture for picture, _ in samples]),
        "objects": np.concatenate([boxes for _, boxes in samples]).astype(np.float32),
        "offsets": np.cumsum([0, *(len(boxes) for _, boxes in samples)]).astype(np.int32),
    }
    save_file(tensors, folder / "000.safetensors", {k: v if isinstance(v, str) else json.dumps(v) for k, v in metadata.items()})


# Name -> reader, classes, what the card says of it.
SETS = {
    "kit-ais": (kit_ais, CLASSES, "KIT AIS Data Set (CC-BY 3.0), scaled down by 3, tiles of 128 px"),
    "bccd": (bccd, BCCD_CLASSES, "BCCD blood cells (MIT), scaled to 160 x 120 px"),
}


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", choices=SETS)
    parser.add_argument("--source", type=Path, required=True, help="the unpacked archive")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(argv)
    read, classes, source = SETS[options.set]
    for split, samples in read(options.source).items():
        if not samples:
            raise FileNotFoundError(f"no pictures of {options.set} ({split}) in {options.source}")
        write(samples, options.out / split, {"source": source, "split": split, "classes": classes})
        sides = np.concatenate([boxes[:, 3:].max(1) for _, boxes in samples if len(boxes)])
        middle = f"median longer side {np.median(sides):.1f} px"
        print(f"{options.set} {split}: {len(samples)} pictures, {len(sides)} objects, {middle}")


if __name__ == "__main__":
    main()
