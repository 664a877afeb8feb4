"""Does it matter how evenly a trained detector reads? What its halving layers keep, and what rounding and noise cost it.

    python -m strideless.evenness ../runs/core/*/*.safetensors --data ../shards/test --record
    python -m strideless.evenness ../site/public/weights/pico/*.safetensors --plan pico --data ../shards/test --record

For each detector: the condition number of every halving layer as trained (frequencies.py; none for max-pooling, which is
no linear map), and the AP that is left when weights and maps are rounded to float16 or to 8 bits, or when normal noise
is added to every halved map. How evenly its gradient hears the pixels is said by phases.py.
"""

from __future__ import annotations

import argparse
import json
import math
import shlex
import sys
from pathlib import Path

import torch
from torch import nn

from .data import Scenes, load_scenes
from .disturb import all_maps, disturbed, halvings, maps_of, noise, rounded
from .evaluate import evaluate, load_weights
from .export import commit
from .frequencies import condition, singular_values
from .model import Model, build
from .rows import MEASURED, record

# Standard deviations of the noise, as shares of that of the map.
NOISES = (0.1, 0.2, 0.4)
# Of the periodic patch on which the condition numbers are taken, positions along a side.
PATCH = 16


def conditions(model: Model) -> dict[str, float | None]:
    """The condition number of each halving by where it stands: none where it is infinite, no entry where it is not linear."""
    model.eval()
    found, depth = {}, len(model.spec["backbone"])
    backbone = sum(rows[-1] < depth for rows in halvings(model))
    for number, rows in enumerate(halvings(model)):
        chain = [model.rows[i] for i in rows]
        if any(isinstance(module, nn.MaxPool2d) for module in chain):
            continue
        # Rows that halve read one map each: its channels are those of their first convolution, before a rearrangement.
        convolution = next(m for module in chain for m in module.modules() if isinstance(m, nn.Conv2d))
        behind = len(chain) > 1 and not any(isinstance(m, nn.Conv2d) for m in chain[0].modules())
        channels = convolution.in_channels // (4 if behind else 1)
        name = f"{4 * 2**number} px" if number < backbone else f"{16 * 2 ** (number - backbone)} px, head"
        number_of = condition(singular_values(chain, channels, PATCH))
        found[name] = round(number_of, 2) if math.isfinite(number_of) else None
    return found


def kept(model: Model, scenes: Scenes) -> dict:
    """AP on the scenes, and what is left of it (per cent) under each disturbance."""
    score = lambda other: evaluate(other, scenes)["AP"]  # noqa: E731
    whole = score(model)
    left = {}
    for bits, name in ((16, "float16"), (8, "8 bits")):
        other = rounded(model, bits)
        with disturbed(other, all_maps(other), maps_of(bits)):
            left[name] = score(other)
    halved = [rows[-1] for rows in halvings(model)]
    for share in NOISES:
        with disturbed(model, halved, noise(share)):
            left[f"noise {share:.0%}"] = score(model)
    return {"AP": whole, "kept": {name: round(100 * each / whole, 2) if whole else None for name, each in left.items()}}


def measure(model: Model, scenes: Scenes) -> dict:
    """The measures of one row."""
    each = conditions(model)
    finite = [value for value in each.values() if value is not None]
    means = {"condition": round(math.exp(sum(map(math.log, finite)) / len(finite)), 3)} if len(finite) == len(each) > 0 else {}
    return {**means, **({"conditionOf": each} if each else {}), **kept(model, scenes), "scenes": len(scenes)}


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, nargs="+", help="safetensors with their card beside them")
    parser.add_argument("--plan", help="default: the folder in which the run's folder lies")
    parser.add_argument("--data", required=True, help="folder of shards")
    parser.add_argument("--count", type=int, default=200, help="scenes")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--record", action="store_true", help="write the rows into content/results/measured/evenness.json")
    options = parser.parse_args(argv)
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    scenes = load_scenes(options.data, options.count)
    # One command for each row: what was measured beside it does not matter.
    rest = ["--data", options.data, "--count", str(options.count), "--record"]
    for path in options.weights:
        card = json.loads(path.with_suffix(".json").read_text())
        plan = options.plan or path.parent.parent.name
        row = {
            "plan": plan, "variant": card["architecture"], "seed": card["seeds"]["training"],
            **measure(load_weights(build(card["architecture"]), path), scenes), "weights": card["sha256"][:12],
            "command": shlex.join(["python", "-m", "strideless.evenness", str(path), "--plan", plan, *rest]), "commit": commit(),
        }  # fmt: skip
        print(json.dumps({k: row.get(k) for k in ("variant", "seed", "condition", "AP", "kept")}), flush=True)
        if options.record:
            record(MEASURED / "evenness.json", [row])


if __name__ == "__main__":
    sys.exit(main())
