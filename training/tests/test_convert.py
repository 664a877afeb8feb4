import copy
import json
import os
import pickle
import zipfile
from collections import OrderedDict

import numpy as np
import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file

from strideless.convert import convert, main
from strideless.inert import CheckpointError, Inert, read_checkpoint
from strideless.model import build, read_spec


@pytest.fixture(scope="module")
def net():
    torch.manual_seed(0)
    net = build(read_spec("yolov5p-spd"))
    net.nc = 5
    net.names = ["car", "truck", "bus", "plane", "boat"]
    return net


def same(path, state, dtype):
    got = load_file(path)
    assert sorted(got) == sorted(state)
    for name, value in state.items():
        wanted = value.to(dtype) if value.is_floating_point() else value
        assert got[name].dtype == wanted.dtype, name
        assert torch.equal(got[name], wanted), name


def test_whole_pickled_modules_as_yolov5_saves_them(net, tmp_path):
    half = copy.deepcopy(net).half()
    checkpoint = {"epoch": -1, "best_fitness": np.array([0.5]), "model": half, "ema": None, "date": "today"}
    torch.save(checkpoint, tmp_path / "best.pt")
    assert main([str(tmp_path / "best.pt"), str(tmp_path / "best.safetensors")]) == 0
    same(tmp_path / "best.safetensors", half.state_dict(), torch.float16)
    with safe_open(tmp_path / "best.safetensors", "np") as file:
        assert json.loads(file.metadata()["names"]) == net.names


def test_the_average_of_the_weights_is_preferred(net, tmp_path):
    average = copy.deepcopy(net)
    with torch.no_grad():
        for p in average.parameters():
            p.add_(1)
    torch.save({"model": net, "ema": average}, tmp_path / "last.pt")
    convert(tmp_path / "last.pt", tmp_path / "last.safetensors")
    same(tmp_path / "last.safetensors", average.state_dict(), torch.float32)


@pytest.mark.parametrize("dtype", ["float16", "float32"])
def test_state_dicts_of_data_parallel_resnets(tmp_path, dtype):
    net = build(read_spec("resnet18-spd"))
    state = OrderedDict((f"module.{name}", value) for name, value in net.state_dict().items())
    torch.save({"net": state, "acc": 64.5}, tmp_path / "a.pth")
    convert(tmp_path / "a.pth", tmp_path / "a.safetensors", dtype)
    same(tmp_path / "a.safetensors", net.state_dict(), getattr(torch, dtype))


def test_views_bfloat16_and_shared_storages(tmp_path):
    base = torch.arange(24, dtype=torch.float32).reshape(4, 6)
    state = {"t": base.t(), "part": base[1:, ::2], "brain": base.bfloat16(), "n": torch.tensor(7), "none": torch.empty(0, 3)}
    torch.save(state, tmp_path / "a.pt")
    convert(tmp_path / "a.pt", tmp_path / "a.safetensors")
    got = load_file(tmp_path / "a.safetensors")
    for name, value in state.items():
        assert torch.equal(got[name], value.float() if value.is_floating_point() else value)


class Hostile:
    """Touches a file when it is unpickled the usual way."""

    def __init__(self, call, *arguments):
        self.call, self.arguments = call, arguments

    def __reduce__(self):
        return self.call, self.arguments


def test_a_hostile_pickle_runs_nothing(net, tmp_path):
    touched = tmp_path / "touched"
    calls = [
        Hostile(os.system, f"touch {touched}"),
        Hostile(eval, f"open({str(touched)!r}, 'w')"),
        Hostile(getattr, Hostile(__import__, "os"), "system"),
        Hostile(open, str(touched), "w"),
    ]
    torch.save({"model": net, "extra": calls, "also": {"deep": calls[0]}}, tmp_path / "bad.pt")
    convert(tmp_path / "bad.pt", tmp_path / "bad.safetensors")
    assert not touched.exists()
    same(tmp_path / "bad.safetensors", net.state_dict(), torch.float32)
    assert all(isinstance(value, Inert) for value in read_checkpoint(tmp_path / "bad.pt")["extra"])
    # The same pickle does run when it is loaded the usual way: the test means something.
    torch.load(tmp_path / "bad.pt", weights_only=False)
    assert touched.exists()


def archive(path, pickled: bytes, compression=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", compression) as file:
        file.writestr("a/data.pkl", pickled)
    return path


def test_what_is_no_checkpoint_is_refused_in_words(net, tmp_path, capsys):
    text = tmp_path / "notes.pt"
    text.write_text("hello")
    assert main([str(text), str(tmp_path / "x")]) == 1
    assert "was not converted: this is no checkpoint of PyTorch 1.6 or later" in capsys.readouterr().err
    assert main([str(tmp_path / "none.pt"), str(tmp_path / "x")]) == 1

    torch.save(net.state_dict(), tmp_path / "whole.pt")
    (tmp_path / "cut.pt").write_bytes((tmp_path / "whole.pt").read_bytes()[:-1000])
    cases = {
        tmp_path / "cut.pt": "cut short",
        archive(tmp_path / "b.pt", pickle.dumps({"a": 1})): "no model in it",
        archive(tmp_path / "c.pt", b"\x80\x02nonsense"): "damaged",
        archive(tmp_path / "d.pt", pickle.dumps({}), zipfile.ZIP_DEFLATED): "compressed",
    }
    for path, words in cases.items():
        with pytest.raises(CheckpointError, match=words):
            convert(path, tmp_path / "x")
    assert not (tmp_path / "x").exists()


def test_a_tensor_beyond_its_storage_is_refused(tmp_path):
    torch.save({"w": torch.zeros(4)}, tmp_path / "a.pt")
    with zipfile.ZipFile(tmp_path / "a.pt") as file:
        entries = {name: file.read(name) for name in file.namelist()}
    key = next(name for name in entries if name.endswith("data.pkl"))
    assert b"K\x04\x85" in entries[key]  # the size (4,)
    entries[key] = entries[key].replace(b"K\x04\x85", b"K\x7f\x85")
    with zipfile.ZipFile(tmp_path / "a.pt", "w") as file:
        for name, content in entries.items():
            file.writestr(name, content)
    with pytest.raises(CheckpointError, match="beyond its storage"):
        convert(tmp_path / "a.pt", tmp_path / "x")


def test_numbers_too_large_for_float16_are_named(tmp_path):
    torch.save({"w": torch.tensor([1e6])}, tmp_path / "a.pt")
    with pytest.raises(CheckpointError, match="tensor w .* use --dtype float32"):
        convert(tmp_path / "a.pt", tmp_path / "x", "float16")
