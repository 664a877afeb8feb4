"""Writes the parity fixtures: what PyTorch computes for every module and for whole detectors, with synthetic weights.

    python -m strideless.fixtures [--out tests/fixtures/parity]

A fixture is NAME.yaml (a mini architecture; whole detectors use content/architectures) and NAME.safetensors with
`output.0` (and `.1`, `.2` for the levels of Detect), NCHW float32, metadata `architecture` and `inputShape` (JSON).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from safetensors.torch import save_file

from .model import build
from .synthetic import fill, tensor

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "fixtures" / "parity"

# Name -> input channels, rows. Anchors stand only where Detect needs them.
MODULES: dict[str, tuple[int, list[str]]] = {
    "conv-3x3": (8, ["[-1, 1, Conv, [16, 3, 1]]"]),
    "conv-3x3-stride-2": (8, ["[-1, 1, Conv, [16, 3, 2]]"]),
    "conv-6x6-stride-2": (3, ["[-1, 1, Conv, [8, 6, 2, 2]]"]),
    "conv-1x1": (8, ["[-1, 1, Conv, [16, 1, 1]]"]),
    "focus": (3, ["[-1, 1, Focus, [8, 3]]"]),
    "space-to-depth": (8, ["[-1, 1, space_to_depth, [1]]"]),
    "c3": (16, ["[-1, 2, C3, [16]]"]),
    "c3-no-shortcut": (8, ["[-1, 1, C3, [16, false]]"]),
    "sppf": (16, ["[-1, 1, SPPF, [16, 5]]"]),
    "max-pool": (8, ["[-1, 1, nn.MaxPool2d, [2, 2]]"]),
    "average-pool": (8, ["[-1, 1, nn.AvgPool2d, [2, 2]]"]),
    "blur-pool": (8, ["[-1, 1, BlurPool, [3]]"]),
    "blur-pool-5": (8, ["[-1, 1, BlurPool, [5]]"]),
    "upsample-concat": (
        8,
        [
            "[-1, 1, Conv, [8, 1, 1]]",
            "[-1, 1, Conv, [16, 3, 2]]",
            "[-1, 1, nn.Upsample, [None, 2, nearest]]",
            "[[-1, 0], 1, Concat, [1]]",
        ],
    ),
    "detect": (
        8,
        [
            "[-1, 1, Conv, [8, 3, 2]]",
            "[-1, 1, Conv, [16, 3, 2]]",
            "[[0, 1], 1, Detect, [nc, anchors]]",
        ],
    ),
}
# Name -> side of the picture.
WHOLE = {f"yolov5p{variant}": 64 for variant in ("", "-spd", "-spd-3x3", "-spd-1x1", "-maxpool", "-avgpool", "-blurpool", "-wide-macs", "-wide-parameters")}
WHOLE |= {f"yolov5{size}{wiring}": 32 for wiring in ("", "-spd", "-spd-3x3", "-spd-1x1") for size in "nsml"}
WHOLE |= {f"resnet{name}": 32 for name in ("18", "18-imagenet", "18-spd", "18-spd-as-coded", "18-equal-maps", "50", "50-imagenet", "50-spd", "50-equal-maps")}


def mini(channels: int, rows: list[str]) -> str:
    """The YAML text of a mini architecture for 16 x 16 inputs."""
    head = ["nc: 5", "depth_multiple: 1.0", "width_multiple: 1.0", f"channels: {channels}", "input: 16"]
    if any("Detect" in r for r in rows):
        head += ["anchors:", "  - [3, 3, 5, 4, 4, 6]", "  - [8, 8, 12, 10, 10, 14]"]
    else:
        head += ["anchors: []"]
    return "\n".join([*head, "backbone:", *(f"  - {r}" for r in rows), "head: []", ""])


@torch.no_grad()
def write(name: str, architecture: str | Path, size: int, folder: Path) -> float:
    """Computes one fixture; returns its largest absolute output."""
    model = fill(build(architecture)).eval()
    shape = (1, model.channels, size, size)
    y = model(tensor("input", shape))
    levels = y if isinstance(y, list) else [y]
    outputs = {f"output.{i}": level.contiguous() for i, level in enumerate(levels)}
    metadata = {"architecture": Path(architecture).stem, "inputShape": json.dumps(shape)}
    save_file(outputs, folder / f"{name}.safetensors", metadata)
    return max(float(o.abs().max()) for o in outputs.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=FOLDER)
    folder: Path = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    for name, (channels, rows) in MODULES.items():
        path = folder / f"{name}.yaml"
        path.write_text(mini(channels, rows))
        print(f"{name:20} largest output {write(name, path, 16, folder):.3f}")
    for name, size in WHOLE.items():
        print(f"{name:20} largest output {write(name, name, size, folder):.3f}")


if __name__ == "__main__":
    main()
