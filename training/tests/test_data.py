import numpy as np
import pytest
import torch
from conftest import COLOURS, rectangles, write_shard

from strideless.data import Batches, load_scenes


def test_shards_are_joined(tmp_path):
    write_shard(rectangles(3, seed=1), tmp_path)
    (tmp_path / "000.safetensors").rename(tmp_path / "001.safetensors")
    write_shard(rectangles(2, seed=0), tmp_path)
    scenes = load_scenes(tmp_path)
    assert len(scenes) == 5 and scenes.metadata == {"seed": 0}
    np.testing.assert_array_equal(scenes.boxes(3), rectangles(3, seed=1).boxes(1))
    limited = load_scenes(tmp_path, 3)
    assert len(limited) == 3 and len(limited.objects) == limited.offsets[-1]


def test_no_shards_is_a_clear_error(tmp_path):
    with pytest.raises(FileNotFoundError, match="no shards"):
        load_scenes(tmp_path)


def test_boxes_follow_the_pixels_through_every_augmentation(scenes):
    batches = Batches(scenes, 8, seed=3, jitter=0)
    for step in range(4):
        images, targets = batches(step)
        pixels = (images * 255).round().permute(0, 2, 3, 1).numpy()
        for image, label, x, y, w, h in targets.numpy():
            left, top = round(x - w / 2), round(y - h / 2)
            inside = pixels[int(image), top : top + round(h), left : left + round(w)]
            assert (inside == COLOURS[int(label)]).all()


def test_batches_depend_on_seed_and_step_only(scenes):
    a, b = Batches(scenes, 4, 0), Batches(scenes, 4, 0)
    a(0)
    assert torch.equal(a(5)[0], b(5)[0]) and torch.equal(a(5)[1], b(5)[1])
    assert not torch.equal(a(5)[0], Batches(scenes, 4, 1)(5)[0])


def test_every_scene_once_an_epoch(scenes):
    seen = []
    batches = Batches(scenes, 2, 0, jitter=0)
    for step in range(4):
        seen += [image.mean().item() for image in batches(step)[0]]
    expected = [image.mean() / 255 for image in scenes.images]
    np.testing.assert_allclose(sorted(seen), sorted(expected), rtol=1e-5)


def test_processes_share_a_batch(scenes):
    whole = Batches(scenes, 4, 0)(3)[0]
    halves = [Batches(scenes, 4, 0, rank, 2)(3)[0] for rank in range(2)]
    assert torch.equal(whole[0::2], halves[0]) and torch.equal(whole[1::2], halves[1])
