"""Real pictures into shards: tiny archives of the same form, and the archives themselves where they are at hand."""

import json
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from strideless.data import load_scenes
from strideless.real import cut, kit_ais, main, starts

# The unpacked archive, for the one test that reads it.
KIT_AIS = os.environ.get("KIT_AIS")


def test_tiles_cover_the_picture():
    for length, tile in ((588, 128), (143, 128), (128, 128), (256, 128)):
        begins = starts(length, tile)
        covered = np.zeros(length, bool)
        for begin in begins:
            assert 0 <= begin <= length - tile
            covered[begin : begin + tile] = True
        assert covered.all() and len(begins) == -(-length // tile)


def test_boxes_are_cut_at_the_edge_and_dropped_when_mostly_outside():
    boxes = np.array([[0, 10, 10, 8, 4], [1, -3, 20, 10, 4], [2, 124, 50, 10, 4], [0, 200, 10, 8, 4]], np.float32)
    assert cut(boxes, 0, 0, 128).tolist() == [[0, 10, 10, 8, 4], [1, 0, 20, 7, 4]]


def vehicles(folder: Path) -> Path:
    folder.mkdir()
    for name, size in (("MOS74", (684, 547)), ("MOS155", (1764, 430))):
        picture = np.full((size[1], size[0], 3), 90, np.uint8)
        picture[150:180, 300:330] = (250, 30, 30)
        Image.fromarray(picture).save(folder / f"{name}.png")
        line = f"{(300 + 15) / size[0]} {(150 + 15) / size[1]} {30 / size[0]} {30 / size[1]}"
        (folder / f"{name}.txt").write_text(f"0 {line}\n4 {line}\n")
    return folder


def test_vehicles_are_split_by_scene_and_lie_where_the_boxes_say(tmp_path):
    main(["kit-ais", "--source", str(vehicles(tmp_path / "kit")), "--out", str(tmp_path / "shards")])
    for scene, count in (("mos74", 4), ("mos155", 10)):
        scenes = load_scenes(tmp_path / "shards" / scene)
        assert scenes.images.shape == (count, 128, 128, 3) and scenes.metadata["classes"][0] == "car"
        assert len(scenes.objects) > 0 and (scenes.objects[:, 0] == 0).all()
        for i in range(len(scenes)):
            for _, x, y, w, h in scenes.boxes(i):
                centre = scenes.images[i, int(y + h / 2), int(x + w / 2)]
                assert centre[0] > 200 and centre[1] < 60 and abs(w - 10) < 0.1


def test_blood_cells_keep_their_classes(tmp_path):
    folder = tmp_path / "BCCD"
    for part in ("JPEGImages", "Annotations", "ImageSets/Main"):
        (folder / part).mkdir(parents=True)
    Image.new("RGB", (640, 480), (200, 180, 190)).save(folder / "JPEGImages" / "a.jpg")
    box = "<object><name>{}</name><bndbox><xmin>{}</xmin><ymin>40</ymin><xmax>{}</xmax><ymax>80</ymax></bndbox></object>"
    (folder / "Annotations" / "a.xml").write_text(f"<annotation>{box.format('Platelets', 100, 140)}{box.format('RBC', 8, 8)}</annotation>")
    for split in ("train", "val"):
        (folder / "ImageSets" / "Main" / f"{split}.txt").write_text("a\n")
    main(["bccd", "--source", str(tmp_path), "--out", str(tmp_path / "shards")])
    scenes = load_scenes(tmp_path / "shards" / "train")
    assert scenes.images.shape == (1, 160, 160, 3) and scenes.metadata["classes"] == ["RBC", "WBC", "Platelets"]
    assert scenes.objects.tolist() == [[2, 25, 10, 10, 10]]


def test_no_pictures_is_a_clear_error(tmp_path):
    with pytest.raises(FileNotFoundError, match="no pictures of kit-ais"):
        main(["kit-ais", "--source", str(tmp_path), "--out", str(tmp_path / "out")])


@pytest.mark.skipif(not KIT_AIS, reason="KIT_AIS does not name the folder of the unpacked archive")
def test_the_archive_itself():
    scenes = kit_ais(Path(KIT_AIS))
    assert {name: len(samples) for name, samples in scenes.items()} == {"mos155": 250, "mos74": 80}
    assert json.dumps(sorted({int(box[0]) for _, boxes in scenes["mos74"] for box in boxes})) == "[0]"
