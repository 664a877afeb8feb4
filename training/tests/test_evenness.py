"""Condition numbers against dense matrices, disturbances against what they promise, rows."""

import json

import numpy as np
import pytest
import torch
from torch import nn

from strideless import evenness
from strideless.disturb import all_maps, disturbed, eight_bits, halvings, maps_of, noise, rounded
from strideless.evenness import conditions, kept
from strideless.export import write_weights
from strideless.frequencies import condition, linear, singular_values
from strideless.model import build
from strideless.modules import Conv, SpaceToDepth
from strideless.pooling import BlurPool
from strideless.rows import serialise
from strideless.synthetic import fill

CHAINS = {
    "strided": lambda: [nn.Conv2d(2, 3, 3, 2, 1, bias=False)],
    "batch norm": lambda: [fill(Conv(2, 5, 3, 2))],
    "as published": lambda: [nn.Conv2d(2, 3, 3, 1, 1, bias=False), SpaceToDepth(2)],
    "as drawn": lambda: [SpaceToDepth(2), nn.Conv2d(8, 4, 3, 1, 1, bias=False)],
    "blur": lambda: [nn.Conv2d(2, 3, 3, 1, 1, bias=False), BlurPool(3)],
    "average": lambda: [nn.Conv2d(2, 3, 3, 1, 1, bias=False), nn.AvgPool2d(2, 2)],
}


def dense(chain, channels, side):
    """The whole map on a periodic patch as one matrix, an impulse a column."""
    y = torch.eye(channels * side * side, dtype=torch.float64).view(-1, channels, side, side)
    for module in chain:
        y = linear(module, y)
    return y.flatten(1).T


@pytest.mark.parametrize("name", CHAINS)
@torch.no_grad()
def test_the_frequencies_together_have_the_singular_values_of_the_whole_map(name):
    torch.manual_seed(3)
    chain = CHAINS[name]()
    whole = torch.linalg.svdvals(dense(chain, 2, 6))
    parts = singular_values(chain, 2, 6).flatten().sort(descending=True).values
    torch.testing.assert_close(parts, whole[: len(parts)], rtol=1e-9, atol=1e-9)
    # What the frequencies leave out is nothing but zeros.
    assert len(parts) == len(whole) or float(whole[len(parts)]) < 1e-9


@torch.no_grad()
def test_the_linear_part_is_the_module_but_for_border_bias_and_activation():
    module = fill(Conv(2, 3, 3, 2)).eval()
    module.act = nn.Identity()
    x = torch.rand(1, 2, 8, 8)
    straight = linear(module, x) - linear(module, torch.zeros_like(x))
    torch.testing.assert_close(straight[..., 1:, 1:], (module(x) - module(torch.zeros_like(x)))[..., 1:, 1:])
    with pytest.raises(TypeError, match="MaxPool2d is not a linear map"):
        linear(nn.MaxPool2d(2), x)
    with pytest.raises(ValueError, match="8 positions to 8"):
        singular_values([nn.Conv2d(2, 2, 3, 1, 1)], 2, 8)


def random_filters(make, side, border="periodic"):
    """The median condition number of 40 sets of four normal filters on a grey picture."""
    numbers = []
    for seed in range(40):
        torch.manual_seed(seed)
        chain = make()
        nn.init.normal_(chain[-1].weight)
        if border == "periodic":
            numbers.append(condition(singular_values(chain, 1, side)))
            continue
        y = torch.eye(side * side, dtype=torch.float64).view(-1, 1, side, side)
        for module in chain:
            y = module.double()(y)
        values = torch.linalg.svdvals(y.flatten(1))
        numbers.append(float(values[0] / values[-1]))
    return float(np.median(numbers))


@torch.no_grad()
def test_random_strided_filters_are_badly_conditioned_at_a_border_of_zeros():
    """Four filters of 3x3/2 on a grey picture can be undone in theory. What that takes depends on the border.

    On a periodic patch it is no worse than space-to-depth and a 3x3. A border of zeros makes the map one-sided: it reads
    left and up only, so undoing it is a recursion, whose errors grow with every step across the picture.
    """
    strided = lambda: [nn.Conv2d(1, 4, 3, 2, 1, bias=False)]  # noqa: E731
    copied = lambda: [SpaceToDepth(2), nn.Conv2d(4, 4, 1, bias=False)]  # noqa: E731
    drawn = lambda: [SpaceToDepth(2), nn.Conv2d(4, 4, 3, 1, 1, bias=False)]  # noqa: E731
    assert random_filters(copied, 8) == pytest.approx(12, abs=1)
    assert random_filters(copied, 8, "zeros") == pytest.approx(12, abs=1)
    assert 30 < random_filters(strided, 16) < 200 and 30 < random_filters(drawn, 16) < 200
    small, large = random_filters(strided, 8, "zeros"), random_filters(strided, 16, "zeros")
    assert small > 1e3 and large > 1e6 and large > 100 * small
    assert random_filters(drawn, 16, "zeros") < 1e4


def test_every_variant_halves_six_times_behind_its_stem():
    for name in ("yolov5p", "yolov5p-spd", "yolov5p-spd-3x3", "yolov5p-spd-1x1", "yolov5p-maxpool", "yolov5p-blurpool"):
        model = build(name)
        found = halvings(model)
        assert len(found) == 6
        sizes = {}
        hooks = [row.register_forward_hook(lambda _, __, out, i=i: sizes.update({i: out})) for i, row in enumerate(model.rows)]
        model(torch.zeros(1, 3, 128, 128))
        for hook in hooks:
            hook.remove()
        assert [sizes[rows[-1]].shape[-1] for rows in found] == [32, 16, 8, 4, 8, 4]
    assert conditions(build("yolov5p-maxpool")) == {}


@torch.no_grad()
def test_a_mean_of_neighbours_loses_whole_frequencies():
    model = build("yolov5p-avgpool", 0)
    found = conditions(model)
    assert list(found) == ["4 px", "8 px", "16 px", "32 px", "16 px, head", "32 px, head"]
    assert found["4 px"] is None


def test_rounding_keeps_few_values_and_its_error_is_half_a_step():
    torch.manual_seed(0)
    x = torch.randn(2, 3, 16, 16)
    for signed, values in ((True, 255), (False, 256)):
        y = eight_bits(x, (1, 2, 3), signed)
        for before, after in zip(x, y, strict=True):
            step = before.abs().max() / 127 if signed else (before.max() - before.min()) / 255
            assert len(after.unique()) <= values and (before - after).abs().max() <= step / 2 + 1e-6
    assert torch.equal(eight_bits(torch.zeros(1, 2, 2, 2), (1, 2, 3), False), torch.zeros(1, 2, 2, 2))


def test_a_disturbance_ends_with_its_block_and_leaves_the_model_alone():
    model = fill(build("yolov5p")).eval()
    x = torch.rand(2, 3, 64, 64)
    state = {k: v.clone() for k, v in model.state_dict().items()}
    with torch.no_grad():
        plain = model(x)
        half, byte = rounded(model, 16), rounded(model, 8)
        far = lambda other: float((other[0] - plain[0]).abs().mean())  # noqa: E731
        with disturbed(half, all_maps(half), maps_of(16)):
            sixteen = far(half(x))
        with disturbed(byte, all_maps(byte), maps_of(8)):
            eight = far(byte(x))
        halved = [rows[-1] for rows in halvings(model)]
        with disturbed(model, halved, noise(0.2)):
            noisy = model(x)
        with disturbed(model, halved, noise(0.2)):
            assert torch.equal(model(x)[0], noisy[0])
        assert 0 < sixteen < eight and far(noisy) > 0
        assert torch.equal(model(x)[0], plain[0])
    assert all(torch.equal(state[k], v) for k, v in model.state_dict().items())


def test_the_command_writes_a_row(shards, scenes, tmp_path, monkeypatch):
    path = tmp_path / "core" / "yolov5p-0" / "yolov5p.safetensors"
    write_weights(build("yolov5p", 0), "yolov5p", path)
    path.with_suffix(".json").write_text(json.dumps({"architecture": "yolov5p", "seeds": {"training": 3}, "sha256": "f" * 64}))
    head = {"experiment": "evenness", "key": ["plan", "variant", "seed"], "rows": []}
    (tmp_path / "evenness.json").write_text(serialise(head))
    monkeypatch.setattr(evenness, "MEASURED", tmp_path)
    monkeypatch.setattr(evenness, "kept", lambda model, scenes: {"AP": 1.0, "kept": {"8 bits": 50.0}})
    monkeypatch.setattr(evenness, "conditions", lambda model: {"4 px": 2.0, "8 px": 8.0})
    evenness.main([str(path), "--data", str(shards), "--count", "5", "--record"])
    (row,) = json.loads((tmp_path / "evenness.json").read_text())["rows"]
    assert (row["plan"], row["variant"], row["seed"], row["condition"], row["scenes"]) == ("core", "yolov5p", 3, 4, 5)
    assert "--plan core" in row["command"]


def test_what_is_left_is_a_share_of_the_undisturbed_score(scenes, monkeypatch):
    scores = iter([20.0, 20.0, 18.0, 15.0, 10.0, 0.0])
    monkeypatch.setattr(evenness, "evaluate", lambda model, scenes: {"AP": next(scores)})
    assert kept(build("yolov5p", 0), scenes) == {
        "AP": 20, "kept": {"float16": 100, "8 bits": 90, "noise 10%": 75, "noise 20%": 50, "noise 40%": 0}
    }  # fmt: skip
