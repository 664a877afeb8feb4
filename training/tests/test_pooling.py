import pytest
import torch

from strideless.model import build, weights
from strideless.pooling import BlurPool

VARIANTS = ["-spd", "-spd-3x3", "-spd-1x1", "-maxpool", "-avgpool", "-blurpool", "-wide-macs", "-wide-parameters"]


def test_blur_pool_is_the_weighted_mean_around_every_second_number():
    x = torch.rand(1, 2, 6, 6)
    y = BlurPool(2)(x)
    around = x[0, 1, 1:4, 3:6] * torch.tensor([[1, 2, 1], [2, 4, 2], [1, 2, 1]]) / 16
    torch.testing.assert_close(y[0, 1, 1, 2], around.sum())
    # The border is reflected: row -1 is row 1.
    corner = (4 * x[0, 0, 0, 0] + 4 * x[0, 0, 0, 1] + 4 * x[0, 0, 1, 0] + 4 * x[0, 0, 1, 1]) / 16
    torch.testing.assert_close(y[0, 0, 0, 0], corner)
    assert y.shape == (1, 2, 3, 3)
    torch.testing.assert_close(BlurPool(1, 5)(torch.ones(1, 1, 8, 8)), torch.ones(1, 1, 4, 4))


def test_an_even_filter_is_refused():
    with pytest.raises(ValueError, match="even side, 4"):
        BlurPool(1, 4)


def test_pooling_has_no_tensors():
    strided = {tuple(v.shape) for v in weights(build("yolov5p")).values()}
    for pool in ("maxpool", "avgpool", "blurpool"):
        assert {tuple(v.shape) for v in weights(build(f"yolov5p-{pool}")).values()} == strided


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_takes_a_step(variant):
    model = build(f"yolov5p{variant}", 0).train()
    levels = model(torch.rand(2, 3, 64, 64))
    assert [tuple(y.shape[1:]) for y in levels] == [(30, 8, 8), (30, 4, 4), (30, 2, 2)]
    sum(y.square().mean() for y in levels).backward()
    assert all(torch.isfinite(p.grad).all() for p in model.parameters())
