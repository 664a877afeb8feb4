"""Golden values: the TypeScript generator has the same ones."""

import json

import pytest
import torch
from safetensors import safe_open

from strideless.detections_fixture import FILE, found
from strideless.fixtures import FOLDER, MODULES, WHOLE, write
from strideless.synthetic import fnv1a, tensor, uniform


def test_hash_is_fnv1a():
    assert fnv1a("") == 0x811C9DC5
    assert fnv1a("a") == 0xE40C292C
    assert fnv1a("foobar") == 0xBF9CF968


def test_uniform_values():
    # By hand: fmix32(fnv1a("input") + i * 0x9E3779B9) in plain integers.
    def fmix(x):
        x ^= x >> 16
        x = x * 0x85EBCA6B & 0xFFFFFFFF
        x ^= x >> 13
        x = x * 0xC2B2AE35 & 0xFFFFFFFF
        return x ^ x >> 16

    expected = [fmix((fnv1a("input") + i * 0x9E3779B9) & 0xFFFFFFFF) / 2**32 for i in range(1000)]
    assert uniform("input", 1000).tolist() == expected


def test_ranges_by_kind():
    names = {"model.0.bn.running_mean", "model.0.bn.bias", "model.9.m.0.bias"}
    assert tensor("model.0.conv.weight", (64, 6, 1, 1)).abs().max() <= 1
    assert 0.75 <= tensor("model.0.bn.weight", (64,)).min() and tensor("model.0.bn.weight", (64,)).max() <= 1.25
    assert 0.1 < tensor("model.0.bn.bias", (256,), names).max() <= 0.2
    assert tensor("model.9.m.0.bias", (256,), names).max() <= 0.1
    with pytest.raises(ValueError, match="no rule for the tensor 'model.0.gamma'"):
        tensor("model.0.gamma", (3,))


@pytest.mark.parametrize("name", [*MODULES, *WHOLE])
def test_committed_fixtures_are_what_this_code_computes(name, tmp_path):
    write(name, name if name in WHOLE else FOLDER / f"{name}.yaml", WHOLE.get(name, 16), tmp_path)
    with safe_open(tmp_path / f"{name}.safetensors", "pt") as ours, safe_open(FOLDER / f"{name}.safetensors", "pt") as theirs:
        assert ours.metadata() == theirs.metadata() and list(ours.keys()) == list(theirs.keys())
        for key in ours.keys():
            expected = theirs.get_tensor(key)
            # Sums of numbers in the thousands are rounded in another order on another machine.
            torch.testing.assert_close(ours.get_tensor(key), expected, atol=1e-5 * max(1, float(expected.abs().max())), rtol=0)


def test_committed_detections_are_what_this_code_finds():
    ours, theirs = found(), json.loads(FILE.read_text())["boxes"]
    assert [box[0] for box in ours] == [box[0] for box in theirs]
    torch.testing.assert_close(torch.tensor(ours), torch.tensor(theirs), atol=2e-3, rtol=0)
