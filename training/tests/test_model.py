import json
from pathlib import Path

import pytest
import torch

from strideless.model import build, read_spec, weights
from strideless.modules import C3, space_to_depth

EXPECTED = json.loads((Path(__file__).parent / "tensors.json").read_text())


@pytest.mark.parametrize("name,base", [("yolov5n", "yolov5p"), ("yolov5n-spd", "yolov5p-spd")])
def test_names_and_shapes_are_those_of_the_published_models(name, base):
    model = build({**read_spec(base), "width_multiple": 0.25, "nc": 80})
    got = [[key, *value.shape] for key, value in weights(model).items()]
    assert got == EXPECTED[name]


@pytest.mark.parametrize("name,parameters", [("yolov5n", 1_872_157), ("yolov5n-spd", 2_256_157)])
def test_parameter_counts_are_the_published_ones(name, parameters):
    spec = read_spec(name.replace("yolov5n", "yolov5p"))
    model = build({**spec, "width_multiple": 0.25, "nc": 80})
    assert sum(p.numel() for p in model.parameters()) == parameters


def test_space_to_depth_is_the_published_slicing():
    x = torch.rand(2, 3, 6, 8)
    slices = [x[..., ::2, ::2], x[..., 1::2, ::2], x[..., ::2, 1::2], x[..., 1::2, 1::2]]
    assert torch.equal(space_to_depth(x), torch.cat(slices, 1))


def test_space_to_depth_names_both_numbers():
    with pytest.raises(ValueError, match="block size 2 does not divide the height 7"):
        space_to_depth(torch.rand(1, 1, 7, 8))


def test_space_to_depth_then_3x3_is_a_6x6_of_stride_2():
    x, w = torch.rand(1, 3, 10, 12, dtype=torch.float64), torch.rand(4, 12, 3, 3, dtype=torch.float64)
    big = torch.zeros(4, 3, 6, 6, dtype=torch.float64)
    for dx in range(2):
        for dy in range(2):
            big[:, :, dy::2, dx::2] = w[:, (2 * dx + dy) * 3 : (2 * dx + dy + 1) * 3]
    ours = torch.conv2d(space_to_depth(x), w, padding=1)
    torch.testing.assert_close(ours, torch.conv2d(x, big, stride=2, padding=2))


def test_levels_have_the_strides_of_yolov5():
    for name in ("yolov5p", "yolov5p-spd"):
        model = build(name).eval()
        assert model.strides == [8, 16, 32]
        assert [tuple(y.shape) for y in model(torch.zeros(1, 3, 64, 96))] == [(1, 30, 8, 12), (1, 30, 4, 6), (1, 30, 2, 3)]


def test_unknown_module_is_named():
    with pytest.raises(ValueError, match="row 0 names the module 'Convolution'"):
        build({"nc": 1, "depth_multiple": 1, "width_multiple": 1, "backbone": [[-1, 1, "Convolution", [8]]], "head": []})


def test_depth_repeats_bottlenecks():
    model = build("yolov5p")
    assert [len(m.m) for m in model.model if isinstance(m, C3)] == [1, 2, 3, 1, 1, 1, 1, 1]
