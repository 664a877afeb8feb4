"""Turns a checkpoint into safetensors without running anything from it.

    python -m strideless.convert best.pt best.safetensors [--dtype float16|float32]

Takes the `.pt` files of YOLOv5 and of the published YOLOv5-SPD code (whole pickled modules), and state dicts (`.pt`, `.pth`),
those of the ResNets among them. Tensor names stay; a `module.` in front of all of them, which DataParallel leaves, goes.
Class names that the checkpoint knows stand in the file's metadata, as `names`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import save_file

from .inert import CheckpointError, Inert, read_checkpoint

# Where a checkpoint keeps its model: the average of the weights first, as YOLOv5 itself prefers it.
KEYS = ("ema", "model", "state_dict", "model_state_dict", "net")


def tensors_of(checkpoint: Any) -> tuple[dict[str, np.ndarray], list[str] | None]:
    """The tensors by name, and the class names where the checkpoint has them.

    Raises CheckpointError when there is no model in it.
    """
    if isinstance(checkpoint, Inert):
        return dict(module_tensors(checkpoint)), class_names(checkpoint)
    if isinstance(checkpoint, dict):
        found = {key: value for key, value in checkpoint.items() if isinstance(value, np.ndarray)}
        if found:
            return without_prefix(found), None
        for key in KEYS:
            if isinstance(checkpoint.get(key), (dict, Inert)):
                return tensors_of(checkpoint[key])
    raise CheckpointError(f"there is no model in it: neither tensors nor one of the keys {', '.join(KEYS)}")


def module_tensors(module: Inert, prefix: str = "") -> Iterator[tuple[str, np.ndarray]]:
    """What `module.state_dict()` would list, in its order."""
    state = vars(module)
    passing = state.get("_non_persistent_buffers_set") or ()
    for key, value in {**part(state, "_parameters"), **part(state, "_buffers")}.items():
        if isinstance(value, np.ndarray) and key not in passing:
            yield prefix + key, value
    for key, child in part(state, "_modules").items():
        if isinstance(child, Inert):
            yield from module_tensors(child, f"{prefix}{key}.")


def part(state: dict[str, Any], name: str) -> dict[str, Any]:
    value = state.get(name)
    return value if isinstance(value, dict) else {}


def class_names(module: Inert) -> list[str] | None:
    names = vars(module).get("names")
    if isinstance(names, dict):
        names = list(names.values())
    right = isinstance(names, list) and len(names) == vars(module).get("nc") and all(isinstance(n, str) for n in names)
    return names if right else None


def without_prefix(tensors: dict[str, np.ndarray], prefix: str = "module.") -> dict[str, np.ndarray]:
    if not all(name.startswith(prefix) for name in tensors):
        return tensors
    return {name[len(prefix) :]: value for name, value in tensors.items()}


def as_type(name: str, values: np.ndarray, dtype: str | None) -> np.ndarray:
    """Real numbers in the type asked for (None: half stays half, the rest becomes single); whole numbers as they are."""
    if values.dtype.kind != "f":
        return np.array(values, order="C")
    wanted = np.dtype(dtype or ("float16" if values.dtype == np.float16 else "float32"))
    with np.errstate(over="ignore"):
        out = np.array(values, wanted, order="C")
    if np.isfinite(values).all() and not np.isfinite(out).all():
        raise CheckpointError(f"the tensor {name} holds numbers that float16 can't; use --dtype float32")
    return out


def convert(source: str | Path, target: str | Path, dtype: str | None = None) -> dict[str, np.ndarray]:
    """Writes the model in `source` to `target`; gives what was written. Raises CheckpointError or OSError."""
    tensors, names = tensors_of(read_checkpoint(source))
    if not tensors:
        raise CheckpointError("its model has no tensors")
    out = {name: as_type(name, values, dtype) for name, values in tensors.items()}
    save_file(out, target, {"names": json.dumps(names)} if names else None)
    return out


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m strideless.convert", description=__doc__.split("\n")[0])
    parser.add_argument("source", help="a .pt or .pth file")
    parser.add_argument("target", help="the .safetensors file to write")
    parser.add_argument("--dtype", choices=["float16", "float32"], help="default: half stays half, the rest becomes float32")
    options = parser.parse_args(arguments)
    try:
        written = convert(options.source, options.target, options.dtype)
    except (CheckpointError, OSError) as error:
        print(f"{options.source} was not converted: {error}.", file=sys.stderr)
        return 1
    count = sum(values.size for values in written.values() if values.dtype.kind == "f")
    print(f"{options.target}: {len(written)} tensors, {count:,} numbers, {Path(options.target).stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
