import numpy as np
import torch

from strideless.data import Scenes
from strideless.model import build
from strideless.phases import STRIDE, fold, last_row, phases


def noise(count: int = 4) -> Scenes:
    images = np.random.default_rng(0).integers(0, 256, (count, 128, 128, 3), dtype=np.uint8)
    return Scenes(images, np.zeros((0, 5), np.float32), np.zeros(count + 1, np.int64))


def test_folding_sums_by_where_a_pixel_lies_in_its_cell():
    gradient = torch.zeros(1, 1, 16, 16)
    gradient[0, 0, 3, 5], gradient[0, 0, 11, 13], gradient[0, 0, 8, 0] = -1, 2, 4
    table = fold(gradient)
    assert (table[3, 5], table[0, 0], table.sum()) == (3, 4, 7)


def test_the_map_is_the_last_of_its_stride_in_the_backbone():
    assert last_row(build("yolov5p"), 128) == 4  # the C3 after the third halving
    assert last_row(build("yolov5p-spd-3x3"), 128) == 6


def test_a_stride_hears_some_phases_more():
    """With all kernels equal, a 3x3 of stride 2 reads odd phases up to four times as often; a 2x2 reads all alike."""
    ratios = {}
    for name in ("yolov5p", "yolov5p-spd-1x1"):
        model = build(name, 0)
        with torch.no_grad():
            for module in model.modules():
                if isinstance(module, torch.nn.Conv2d) and module.kernel_size != (6, 6):
                    module.weight.fill_(1 / module.weight[0].numel())
        table = phases(model, noise(8))
        assert table.shape == (STRIDE, STRIDE)
        torch.testing.assert_close(table.mean(), torch.tensor(1.0))
        ratios[name] = float(table.max() / table.min())
    assert ratios["yolov5p"] > 1.5 * ratios["yolov5p-spd-1x1"]
