"""The classifiers' training end to end, on few small pictures."""

import json

import numpy as np
import pytest
import torch
from PIL import Image

from strideless.classify import parse, train
from strideless.labelled import LabelledBatches, degrade, load, main


@pytest.fixture(scope="session")
def packed(tmp_path_factory):
    """Pictures in two classes that their brightness tells apart, as JPEG files, packed."""
    folder = tmp_path_factory.mktemp("pictures")
    random = np.random.default_rng(0)
    for split, count in (("train", 8), ("test", 4)):
        for label, grey in (("dark", 60), ("light", 190)):
            (folder / split / label).mkdir(parents=True)
            for i in range(count):
                pixels = np.clip(grey + random.normal(0, 20, (32, 32, 3)), 0, 255).astype(np.uint8)
                Image.fromarray(pixels).save(folder / split / label / f"{i:04}.jpg")
    main(["--source", str(folder), "--out", str(folder / "packed")])
    return folder / "packed"


def arguments(packed, out, *more):
    return ["--architecture", "resnet18-spd", "--width", "8", "--data", str(packed), "--out", str(out), "--batch", "8", "--steps", "6",
            "--warmup", "2", "--precision", "float32", "--lr", "0.02", *more]  # fmt: skip


def test_packed_pictures_are_the_files(packed):
    data = load(packed, "train")
    assert data.images.shape == (16, 32, 32, 3) and data.classes == ["dark", "light"]
    assert data.images[data.labels == 1].mean() > data.images[data.labels == 0].mean() + 100
    assert load(packed, "test", 4).labels.tolist() == [0, 0, 1, 1]
    with pytest.raises(FileNotFoundError, match="strideless.labelled"):
        load(packed / "nowhere", "train")


def test_batches_depend_on_seed_and_step_only(packed):
    data = load(packed, "train")
    a, b = LabelledBatches(data, 8, 0), LabelledBatches(data, 8, 0)
    a(0)
    assert torch.equal(a(3)[0], b(3)[0]) and not torch.equal(a(3)[0], a(4)[0])
    images, labels = a(1)
    assert images.shape == (8, 3, 32, 32) and ((images.mean((1, 2, 3)) > 0.5) == (labels == 1)).all()


def test_degraded_pictures_keep_block_means():
    images = torch.rand(2, 3, 32, 32)
    assert torch.equal(degrade(images, 32), images)
    small = degrade(images, 8)
    assert small.shape == images.shape and small.std() < 0.5 * images.std()
    torch.testing.assert_close(degrade(torch.full((1, 3, 32, 32), 0.3), 8), torch.full((1, 3, 32, 32), 0.3))


def test_resumed_run_is_the_uninterrupted_run_and_writes_its_result(packed, tmp_path):
    argv = arguments(packed, tmp_path / "whole")
    whole = train(parse(argv), argv)
    train(parse(arguments(packed, tmp_path / "parts", "--stop", "3")), [])
    assert not (tmp_path / "parts" / "result.json").exists()
    resumed = train(parse(arguments(packed, tmp_path / "parts")), [])
    for (name, a), b in zip(whole.model.state_dict().items(), resumed.model.state_dict().values(), strict=True):
        assert torch.equal(a, b), name
    card = json.loads((tmp_path / "whole" / "result.json").read_text())
    assert set(card["measures"]) == {"top1", "top1at16", "top1at8"} and card["classes"] == ["dark", "light"]
    assert card["check"] == {"pictures": 8, "top1": card["measures"]["top1"]}
    assert card["widthMultiple"] == 0.125 and "--width 8" in card["command"]


@pytest.mark.parametrize("depth", ["18", "50"])
def test_equal_maps_have_the_sizes_of_spd(depth):
    from strideless.model import build, read_spec

    def sizes(name):
        found = []
        model = build({**read_spec(name), "width_multiple": 0.125}).eval()
        for stage in model.rows[:-2]:
            stage.register_forward_hook(lambda m, i, o: found.append(o.shape[-1]))
        model(torch.zeros(1, 3, 32, 32))
        return found

    assert sizes(f"resnet{depth}-equal-maps") == sizes(f"resnet{depth}-spd") == [16, 16, 8, 4, 2]
