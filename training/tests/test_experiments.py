"""Plans, rows and exports, with runs that are made up or of a few steps."""

import json
from pathlib import Path

import numpy as np
import pytest
import yaml
from safetensors.numpy import load_file, save_file

from strideless.cost import macs
from strideless.experiments import PROGRAMS, Plan, Run, export, main, median
from strideless.model import build
from strideless.rows import record, serialise

PLANS = sorted((Path(__file__).resolve().parents[1] / "experiments").glob("*.yaml"))
HEAD = {"experiment": "detectors", "key": ["plan", "variant", "seed"], "fields": {"AP": "per cent"}, "rows": []}


def plan_file(folder: Path, **changes) -> Path:
    spec = {"experiment": "detectors", "variants": ["yolov5p"], "seeds": [0, 1, 2], "steps": 2, "batch": 4, **changes}
    path = folder / "tiny.yaml"
    path.write_text(yaml.safe_dump(spec))
    return path


def measured(folder: Path) -> Path:
    path = folder / "detectors.json"
    path.write_text(serialise(HEAD))
    return path


def made_up(run: Run, ap: float) -> None:
    """What a finished run leaves behind."""
    run.folder.mkdir(parents=True)
    card = {"name": run.variant, "steps": 2, "batch": 4, "AP": ap, "AP50": 2 * ap, "APsize": {"<8": None}, "parameters": 1, "macs": 2}
    run.result.write_text(json.dumps(card | {"command": "c", "commit": "d", "hours": 0.5, "sha256": "e"}))
    (run.folder / f"{run.variant}.safetensors").write_text(f"weights of seed {run.seed}")


@pytest.mark.parametrize("name,count", [("yolov5p", 22_712_320), ("yolov5p-spd", 44_339_200), ("yolov5p-blurpool", None)])
def test_multiply_accumulates_are_those_of_the_engine(name, count):
    model = build(name)
    strided = build("yolov5p-avgpool")
    fixed = 9 * sum(c * s * s for c, s in ((16, 32), (32, 16), (64, 8), (128, 4), (32, 8), (64, 4)))
    assert macs(model) == (count or macs(strided) + fixed)


def test_rows_are_replaced_and_sorted(tmp_path):
    path = measured(tmp_path)
    row = lambda variant, seed, ap: {"plan": "p", "variant": variant, "seed": seed, "AP": ap}  # noqa: E731
    record(path, [row("b", 10, 1.0), row("b", 2, 2.5)])
    record(path, [row("a", 0, 3.0), row("b", 10, 4.0)])
    rows = json.loads(path.read_text())["rows"]
    assert [(r["variant"], r["seed"], r["AP"]) for r in rows] == [("a", 0, 3), ("b", 2, 2.5), ("b", 10, 4)]
    lines = path.read_text().splitlines()
    assert sum('"variant"' in line and line.startswith("    {") for line in lines) == 3 and '"AP":3}' in path.read_text()
    with pytest.raises(ValueError, match="a row without plan, seed"):
        record(path, [{"variant": "a"}])


@pytest.mark.parametrize("path", PLANS, ids=lambda p: p.stem)
def test_plans_of_the_repository_can_be_run(path):
    plan = Plan(path)
    runs = plan.all()
    assert len({run.folder for run in runs}) == len(runs) == len(plan.variants) * len(plan.seeds) * len(plan.splits)
    for variant in plan.variants:
        build(variant)
    program = __import__(PROGRAMS[plan.program], fromlist=["parse"])
    for run in runs:
        assert program.parse(run.arguments()).seed == run.seed
    file = json.loads((path.parents[2] / "content" / "results" / "measured" / f"{plan.experiment}.json").read_text())
    assert set(file["key"]) <= {"plan", "split", "variant", "seed"} and file["baseline"]


def test_a_plan_names_its_faults(tmp_path):
    with pytest.raises(ValueError, match="unknown: step"):
        Plan(plan_file(tmp_path, step=3))
    with pytest.raises(ValueError, match="the program 'dream' is none of"):
        Plan(plan_file(tmp_path, program="dream"))


def test_finished_runs_are_not_run_again_and_the_median_is_exported(tmp_path, capsys):
    path = plan_file(tmp_path)
    runs = Plan(path, tmp_path / "runs").all()
    for run, ap in zip(runs, (9.0, 4.5, 7.25), strict=True):
        made_up(run, ap)
    arguments = [str(path), "--runs", str(tmp_path / "runs"), "--measured", str(tmp_path)]
    file = measured(tmp_path)
    assert main([*arguments, "--jobs", "3"]) == 0
    assert [row["AP"] for row in json.loads(file.read_text())["rows"]] == [9, 4.5, 7.25]
    before = file.read_text()
    assert main(arguments) == 0 and file.read_text() == before
    assert main([*arguments, "--list"]) == 0 and capsys.readouterr().out.count("done") == 3
    assert median(runs).seed == 2
    assert export(runs, tmp_path / "weights") == ["yolov5p"]
    assert (tmp_path / "weights" / "yolov5p.safetensors").read_text() == "weights of seed 2"
    assert json.loads((tmp_path / "weights" / "yolov5p.json").read_text())["chosen"] == "median AP of the seeds 0, 1, 2"
    # While a seed is still to come, the finished ones decide: of two, the lower.
    runs[2].result.unlink()
    export(runs, tmp_path / "weights")
    assert (tmp_path / "weights" / "yolov5p.safetensors").read_text() == "weights of seed 1"
    assert json.loads((tmp_path / "weights" / "yolov5p.json").read_text())["chosen"] == "median AP of the seeds 0, 1"



def test_a_run_of_two_steps_ends_in_a_row(shards, tmp_path):
    path = plan_file(tmp_path, seeds=[5], data={"data": str(shards), "test": str(shards)}, options=["--precision", "float32"])
    file = measured(tmp_path)
    assert main([str(path), "--runs", str(tmp_path / "runs"), "--measured", str(tmp_path)]) == 0
    (row,) = json.loads(file.read_text())["rows"]
    assert (row["plan"], row["variant"], row["seed"], row["steps"], row["batch"]) == ("tiny", "yolov5p", 5, 2, 4)
    assert row["macs"] == 22_712_320 and row["parameters"] == 448_906 and "--seed 5" in row["command"]
    # The same weights, judged without a step.
    again = plan_file(tmp_path, seeds=[5], steps=0, init=str(tmp_path / "runs/tiny/{variant}-{seed}/{variant}.safetensors"),
                      data={"data": str(shards), "test": str(shards)}).rename(tmp_path / "judged.yaml")  # fmt: skip
    assert main([str(again), "--runs", str(tmp_path / "runs"), "--measured", str(tmp_path)]) == 0
    judged = next(r for r in json.loads(file.read_text())["rows"] if r["plan"] == "judged")
    assert judged["AP"] == row["AP"] and judged["steps"] == 0


def test_a_split_of_larger_pictures_costs_more_and_is_run_and_exported_alone(shards, tmp_path):
    tensors = load_file(shards / "000.safetensors")
    tensors["images"] = np.pad(tensors["images"], ((0, 0), (0, 32), (0, 32), (0, 0)))
    wide = tmp_path / "wide"
    wide.mkdir()
    save_file(tensors, wide / "000.safetensors", {})
    splits = [{"name": name, "data": str(folder), "test": str(folder)} for name, folder in (("wide", wide), ("other", shards))]
    path = plan_file(tmp_path, seeds=[0], splits=splits, options=["--precision", "float32"])
    file = measured(tmp_path)
    asked = [str(path), "--runs", str(tmp_path / "runs"), "--splits", "wide"]
    assert main([*asked, "--measured", str(tmp_path)]) == 0
    (row,) = json.loads(file.read_text())["rows"]
    assert row["split"] == "wide" and row["macs"] == 22_712_320 * 160**2 // 128**2
    assert main([*asked, "--variants", "yolov5p", "--export", str(tmp_path / "weights")]) == 0
    (card,) = [json.loads(card.read_text()) for card in (tmp_path / "weights").glob("*.json")]
    assert (card["name"], card["inputSize"]) == ("yolov5p-wide", 160)


def test_a_run_that_fails_is_said_and_the_others_go_on(tmp_path, capsys):
    path = plan_file(tmp_path, seeds=[0], data={"data": str(tmp_path / "nowhere")})
    measured(tmp_path)
    assert main([str(path), "--runs", str(tmp_path / "runs"), "--measured", str(tmp_path)]) == 1
    assert "yolov5p-0: failed" in capsys.readouterr().out
    assert "no shards" in (tmp_path / "runs" / "tiny" / "yolov5p-0" / "output.log").read_text()
