"""How evenly a trained detector hears the pixels: the gradient of its map at stride 8, folded by the pixels' phase.

    python -m strideless.phases --runs ../runs/pico --data ../shards/test --record

|d number / d pixel| of the last map of stride 8 in the backbone, over scenes, positions and channels, is summed by where
the pixel lies in the 8 x 8 grid of the map's cells. The ratio of the largest to the smallest of these 64 sums is 1 for a
net that hears every pixel alike.
"""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from pathlib import Path

import torch
from torch import Tensor

from .data import Scenes, load_scenes
from .evaluate import load_weights
from .export import commit
from .model import Model, build
from .rows import MEASURED, record

STRIDE = 8
# Numbers of the map that each scene's gradient is taken of.
NUMBERS = 32
# Cells that lie this far from the border: what a number there hears is all picture, but for the faintest.
INSIDE = 4


def last_row(model: Model, side: int) -> int:
    """The last row of the backbone whose output has STRIDE."""
    sizes: dict[int, int] = {}
    hooks = [
        row.register_forward_hook(lambda _, __, out, i=i: sizes.update({i: out.shape[-1]}))
        for i, row in enumerate(model.rows[: len(model.spec["backbone"])])
    ]
    with torch.no_grad():
        model(torch.zeros(1, model.channels, side, side))
    for hook in hooks:
        hook.remove()
    return max(i for i, size in sizes.items() if size == side // STRIDE)


def fold(gradient: Tensor) -> Tensor:
    """Absolute values [n, c, h, w] summed by phase: [STRIDE, STRIDE]."""
    n, c, h, w = gradient.shape
    return gradient.abs().reshape(n * c, h // STRIDE, STRIDE, w // STRIDE, STRIDE).sum((0, 1, 3))


def phases(model: Model, scenes: Scenes, seed: int = 0) -> Tensor:
    """The sums by phase [STRIDE, STRIDE] (row, column), relative to their mean. The model is in evaluation mode, float32."""
    model.eval()
    side = scenes.images.shape[1]
    chosen = model.rows[last_row(model, side)]
    draws = torch.Generator().manual_seed(seed)
    kept: list[Tensor] = []
    hook = chosen.register_forward_hook(lambda _, __, out: kept.append(out))
    total = torch.zeros(STRIDE, STRIDE)
    for image in scenes.images:
        picture = torch.from_numpy(image.copy()).float().div_(255).permute(2, 0, 1)
        x = picture.expand(NUMBERS, -1, -1, -1).clone().requires_grad_()
        kept.clear()
        model(x)
        (out,) = kept
        cells = torch.randint(INSIDE, side // STRIDE - INSIDE, (2, NUMBERS), generator=draws)
        channels = torch.randint(0, out.shape[1], (NUMBERS,), generator=draws)
        # One number of each copy: the copies do not hear each other, and signs do not cancel.
        out[torch.arange(NUMBERS), channels, cells[0], cells[1]].sum().backward()
        total += fold(x.grad)
    hook.remove()
    return total / total.mean()


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=Path, required=True, help="folder of a plan's runs")
    parser.add_argument("--data", required=True, help="folder of shards")
    parser.add_argument("--count", type=int, default=64, help="scenes")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--record", action="store_true", help="write the rows into content/results/measured/phases.json")
    options = parser.parse_args(argv)
    torch.set_num_threads(options.threads)
    scenes = load_scenes(options.data, options.count)
    rows = []
    for result in sorted(options.runs.glob("*/result.json")):
        card = json.loads(result.read_text())
        model = load_weights(build(card["architecture"]), result.parent / f"{card['architecture']}.safetensors")
        table = phases(model, scenes)
        rows.append({
            "plan": options.runs.name, "variant": card["architecture"], "seed": card["seeds"]["training"],
            "phases": round(float(table.max() / table.min()), 4), "scenes": len(scenes), "weights": card["sha256"][:12],
            "command": shlex.join(["python", "-m", "strideless.phases", *(argv or sys.argv[1:])]), "commit": commit(),
        })
        print(f"{result.parent.name}: {rows[-1]['phases']}", flush=True)
    if options.record:
        record(MEASURED / "phases.json", rows)


if __name__ == "__main__":
    main()
