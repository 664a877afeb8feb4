"""Writes a trained detector for the browser: safetensors in float16 and a JSON card that says where it comes from."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn

from .data import Scenes
from .evaluate import evaluate, load_weights
from .model import Model, build, weights
from .threshold import shown

CLASSES = ["car", "truck", "bus", "plane", "boat"]
ROOT = Path(__file__).resolve().parents[2]


def commit() -> str:
    """The hash of the commit that is checked out, or 'unknown' outside a clone."""
    try:
        return subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def write_weights(model: nn.Module, name: str, path: Path) -> str:
    """Writes the tensors that travel, in float16. Returns the file's SHA-256."""
    path.parent.mkdir(parents=True, exist_ok=True)
    tensors = {k: v.detach().to(torch.float16).contiguous() for k, v in weights(model).items()}
    for key, value in tensors.items():
        if not bool(torch.isfinite(value).all()):
            raise ValueError(f"export: the tensor '{key}' is not finite in float16")
    save_file(tensors, path, {"architecture": name})
    path.chmod(0o644)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def export(model: Model, name: str, folder: str | Path, card: dict, test: Scenes | None, val: Scenes | None = None) -> dict:
    """Writes FOLDER/NAME.safetensors and NAME.json. The rounded weights are judged: AP on `test`, the threshold on `val`."""
    folder = Path(folder)
    path = folder / f"{name}.safetensors"
    digest = write_weights(model, name, path)
    rounded = load_weights(build(model.spec), path)
    result = evaluate(rounded, test) if test is not None else {}
    threshold = shown(rounded, val) if val is not None else {}
    full = {
        "name": name,
        "classes": CLASSES[: model.detect.classes],
        "inputSize": model.input_size,
        **card,
        "parameters": sum(p.numel() for p in model.parameters()),
        "unit": "percent",
        **result,
        **threshold,
        "sha256": digest,
    }
    (folder / f"{name}.json").write_text(json.dumps(full, indent=2) + "\n")
    return full
