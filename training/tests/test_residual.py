"""The ResNets: tensors of the published state dicts, and the counts of the published code."""

from pathlib import Path

import pytest

from strideless.model import build, read_spec, weights

STATE_DICTS = Path(__file__).resolve().parents[2] / "tests" / "fixtures" / "state-dicts.txt"


@pytest.mark.parametrize(
    "title,name,classes",
    [
        ("resnet18-spd as coded", "resnet18-spd-as-coded", 200),
        ("resnet50-spd as coded", "resnet50-spd", 100),
        ("resnet18 baseline", "resnet18", 100),
        ("resnet50 baseline", "resnet50", 100),
        ("yolov5s-spd", "yolov5s-spd", 80),
    ],
)
def test_names_and_shapes_are_those_of_the_published_models(title, name, classes):
    section = next(s for s in STATE_DICTS.read_text().split("\n== ") if s.startswith((f"{title}:", f"{title} (")))
    expected = {line for line in section.splitlines()[1:] if line and ".anchors " not in line}
    model = build({**read_spec(name), "nc": classes})
    got = {f"{key} {'x'.join(map(str, value.shape))}" for key, value in weights(model).items()}
    assert got == expected


@pytest.mark.parametrize("name,classes,parameters", [("resnet18-spd", 200, 20_565_576), ("resnet50-imagenet", 10, 23_528_522)])
def test_parameter_counts(name, classes, parameters):
    model = build({**read_spec(name), "nc": classes})
    assert sum(p.numel() for p in model.parameters()) == parameters


def test_a_size_that_is_not_there_is_named():
    with pytest.raises(FileNotFoundError, match="no architecture 'yolov5x'; known: .*yolov5l"):
        read_spec("yolov5x")
