"""Writes the networks that `npm run bench` times as ONNX files for onnxruntime-web, with the synthetic weights.

    python -m strideless.onnx [--out .cache/bench]

NAME-SIZE.onnx: input `input`, outputs `output.0`, `output.1`, ..., NCHW float32. The exporter folds batch norm into the
convolutions. NAME-SIZE-literal.onnx: space-to-depth as the published code writes it, four strided slices and a
concatenation, where the others have a reshape, a transpose and a reshape. NAME-SIZE-webgl.onnx: an older operator set.
"""

from __future__ import annotations

import argparse
import logging
import warnings
from pathlib import Path
from unittest import mock

import torch
from torch import Tensor

from . import modules
from .model import build
from .synthetic import fill, tensor

FOLDER = Path(__file__).resolve().parents[2] / ".cache" / "bench"
# As in commands/bench/cases.ts: name, side of the picture, literal or not.
CASES = [
    ("yolov5n-spd", 320, False),
    ("yolov5n-spd", 640, False),
    ("yolov5p", 128, False),
    ("yolov5p-spd", 128, False),
    ("resnet18-spd", 32, False),
    ("yolov5p-spd", 128, True),
    ("yolov5n-spd", 320, True),
]
OPSET = 17
# Of NAME-SIZE-webgl.onnx: the newest whose upsampling onnxruntime-web's WebGL back end runs.
WEBGL_OPSET = 9


def slices(x: Tensor, block: int = 2) -> Tensor:
    """Space-to-depth by strided slices, in the published code's order."""
    return torch.cat([x[..., i % block :: block, i // block :: block] for i in range(block * block)], 1)


def write(name: str, size: int, literal: bool, folder: Path, opset: int = OPSET) -> Path:
    """Exports one network."""
    path = folder / f"{name}-{size}{'-literal' if literal else ''}{'-webgl' if opset == WEBGL_OPSET else ''}.onnx"
    rearrange = slices if literal else modules.space_to_depth
    with mock.patch.object(modules, "space_to_depth", rearrange), torch.no_grad():
        model = fill(build(name)).eval()
        x = tensor("input", (1, model.channels, size, size))
        y = model(x)
        names = [f"output.{i}" for i in range(len(y) if isinstance(y, list) else 1)]
        # The exporter that needs no more packages than PyTorch and onnx.
        torch.onnx.export(
            model, (x,), path, dynamo=False, opset_version=opset, input_names=["input"], output_names=names
        )
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=FOLDER)
    folder: Path = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    warnings.filterwarnings("ignore")
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    for name, size, literal in CASES:
        for opset in (OPSET,) if literal else (OPSET, WEBGL_OPSET):
            path = write(name, size, literal, folder, opset)
            print(f"{path} {path.stat().st_size / 1e6:.1f} MB", flush=True)


if __name__ == "__main__":
    main()
