"""Reads a PyTorch checkpoint without running anything from it.

A `.pt` file of YOLOv5 is a zip archive with a pickle of whole module objects. To load it the usual way is to import and
call whatever the pickle names. Here every name stands for an inert object that only remembers what it was given, save a
few: ordered dictionaries and sets, and tensors, which become numpy arrays.
"""

from __future__ import annotations

import pickle
import zipfile
from collections import OrderedDict
from pathlib import Path
from typing import Any

import numpy as np


class CheckpointError(Exception):
    """The file is not a checkpoint that can be read; the message says why and what to do."""


class Inert:
    """In the place of an object of any class: keeps arguments, state and items, and does nothing."""

    def __new__(cls, *arguments: Any, **_: Any) -> Inert:
        self = super().__new__(cls)
        self.__dict__["arguments"] = arguments
        return self

    def __init__(self, *_: Any, **__: Any) -> None:
        pass

    def __call__(self, *_: Any, **__: Any) -> Inert:
        return Inert()

    def __setstate__(self, state: Any) -> None:
        parts = state if isinstance(state, tuple) else (state,)
        for part in parts:
            if isinstance(part, dict):
                self.__dict__.update({key: value for key, value in part.items() if isinstance(key, str)})

    def __setitem__(self, key: Any, value: Any) -> None:
        self.__dict__.setdefault("items", []).append((key, value))

    def append(self, value: Any) -> None:
        self.__dict__.setdefault("items", []).append((None, value))

    def extend(self, values: Any) -> None:
        for value in values:
            self.append(value)

    def add(self, value: Any) -> None:
        self.append(value)

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


# PyTorch's storage classes and the numpy type of their bytes. bfloat16 has none: its bits are widened to float32.
STORAGES = {
    "DoubleStorage": np.dtype("<f8"),
    "FloatStorage": np.dtype("<f4"),
    "HalfStorage": np.dtype("<f2"),
    "BFloat16Storage": np.dtype("<u2"),
    "LongStorage": np.dtype("<i8"),
    "IntStorage": np.dtype("<i4"),
    "ShortStorage": np.dtype("<i2"),
    "CharStorage": np.dtype("i1"),
    "ByteStorage": np.dtype("u1"),
    "BoolStorage": np.dtype("?"),
}


class Storage:
    """The name of a storage class."""

    def __init__(self, name: str):
        self.name = name


def rebuild(storage: Any, offset: Any, size: Any, stride: Any, *_: Any) -> np.ndarray:
    """The view of a storage that a tensor is; in place of torch._utils._rebuild_tensor_v2."""
    if not isinstance(storage, np.ndarray):
        raise CheckpointError("a tensor of the checkpoint has no storage")
    numbers = [offset, *size, *stride]
    if not all(type(n) is int and n >= 0 for n in numbers) or len(size) != len(stride):
        raise CheckpointError("a tensor of the checkpoint has no proper shape")
    if 0 in size:
        return np.empty(size, storage.dtype)
    last = offset + sum((n - 1) * step for n, step in zip(size, stride))
    if last >= storage.size:
        raise CheckpointError("a tensor of the checkpoint reaches beyond its storage")
    steps = [step * storage.itemsize for step in stride]
    return np.lib.stride_tricks.as_strided(storage[offset:], size, steps, writeable=False)


def rebuild_parameter(data: Any, *_: Any) -> Any:
    return data


HARMLESS = {
    ("collections", "OrderedDict"): OrderedDict,
    ("builtins", "set"): set,
    ("__builtin__", "set"): set,
    ("torch", "Size"): tuple,
    ("torch._utils", "_rebuild_tensor_v2"): rebuild,
    ("torch._utils", "_rebuild_parameter"): rebuild_parameter,
}


class InertUnpickler(pickle.Unpickler):
    """Never imports: what a pickle may name is in the lists above, or inert."""

    def __init__(self, archive: zipfile.ZipFile, root: str):
        super().__init__(archive.open(f"{root}/data.pkl"), encoding="utf-8")
        self.archive = archive
        self.root = root
        self.storages: dict[str, np.ndarray] = {}

    def find_class(self, module: str, name: str) -> Any:
        if module in ("torch", "torch.storage") and name in STORAGES:
            return Storage(name)
        return HARMLESS.get((module, name)) or type("Inert", (Inert,), {"named": f"{module}.{name}"})

    def persistent_load(self, pid: Any) -> np.ndarray:
        if not (isinstance(pid, tuple) and len(pid) == 5 and pid[0] == "storage" and isinstance(pid[1], Storage)):
            raise CheckpointError("the checkpoint refers to something that is no storage of numbers")
        _, kind, key, _, count = pid
        if str(key) not in self.storages:
            self.storages[str(key)] = self.storage(kind.name, str(key), count)
        return self.storages[str(key)]

    def storage(self, kind: str, key: str, count: Any) -> np.ndarray:
        try:
            bytes_ = self.archive.read(f"{self.root}/data/{key}")
        except (KeyError, zipfile.BadZipFile) as error:
            raise CheckpointError(f"the numbers of storage {key} are missing or broken: the file is cut short") from error
        dtype = STORAGES[kind]
        if len(bytes_) != count * dtype.itemsize:
            raise CheckpointError(f"storage {key} has {len(bytes_)} bytes, not {count * dtype.itemsize}")
        values = np.frombuffer(bytes_, dtype)
        if kind == "BFloat16Storage":
            return (values.astype("<u4") << 16).view("<f4")
        return values


def read_checkpoint(path: str | Path) -> Any:
    """What `torch.load` would give, with inert objects in place of modules and numpy arrays in place of tensors.

    Raises CheckpointError when the file is none of PyTorch's zip archives (saved since PyTorch 1.6), or is damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            # PyTorch stores without compressing: a small file can't grow into a large one here.
            if any(entry.compress_type != zipfile.ZIP_STORED for entry in archive.infolist()):
                raise CheckpointError("the archive is compressed, which PyTorch does not do")
            roots = [name[: -len("/data.pkl")] for name in archive.namelist() if name.endswith("/data.pkl")]
            if len(roots) != 1:
                raise CheckpointError("the archive holds no checkpoint of PyTorch")
            if f"{roots[0]}/byteorder" in archive.namelist() and archive.read(f"{roots[0]}/byteorder") != b"little":
                raise CheckpointError("the checkpoint was saved on a big-endian machine")
            return InertUnpickler(archive, roots[0]).load()
    except zipfile.BadZipFile as error:
        raise CheckpointError(
            "this is no checkpoint of PyTorch 1.6 or later, or it is cut short; "
            "an older one has to be loaded and saved again, by somebody who trusts it"
        ) from error
    except (pickle.UnpicklingError, EOFError, AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise CheckpointError(f"the pickle in the checkpoint is damaged: {error}") from error
