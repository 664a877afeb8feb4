"""Plans, rows and exports, with runs that are made up or of a few steps."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import yaml
from safetensors.numpy import load_file, save_file

from strideless import train
from strideless.cost import macs
from strideless.experiments import ALLOCATOR, PROGRAMS, Plan, Run, environment, export, main, median
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


def made_up(run: Run, ap: float, validated: list[tuple[int, float]] = ()) -> None:
    """What a finished run leaves behind; `validated` are the steps and scores of its log."""
    run.folder.mkdir(parents=True)
    score = lambda step, val: {"step": step, "AP": val, "AP50": 2 * val, "APsize": {"<8": 1.0}}  # noqa: E731
    entries = [{"step": 1}, *(score(*each) for each in validated)]
    (run.folder / "log.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in entries))
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
    tried = sum(len(plan.rates_of(variant)) for variant in plan.variants)
    assert len({run.folder for run in runs}) == len(runs) == tried * len(plan.seeds) * len(plan.splits)
    for variant in plan.variants:
        build(variant)
    program = __import__(PROGRAMS[plan.program], fromlist=["parse"])
    for run in runs:
        assert program.parse(run.arguments()).seed == run.seed
    file = json.loads((path.parents[2] / "content" / "results" / "measured" / f"{plan.experiment}.json").read_text())
    named = {"plan", "split", "variant", "seed"} | ({"rate"} if isinstance(plan.rates, list) else set())
    assert set(file["key"]) <= named and file["baseline"]


def test_a_plan_names_its_faults(tmp_path):
    with pytest.raises(ValueError, match="unknown: step"):
        Plan(plan_file(tmp_path, step=3))
    with pytest.raises(ValueError, match="the program 'dream' is none of"):
        Plan(plan_file(tmp_path, program="dream"))
    with pytest.raises(ValueError, match="rates of yolov5p-spd, which it does not train"):
        Plan(plan_file(tmp_path, rates={"yolov5p-spd": 0.01}))


def test_a_list_of_rates_is_tried_with_every_variant(tmp_path):
    path = plan_file(tmp_path, variants=["yolov5p", "yolov5p-spd"], seeds=[0], rates=[0.002, 0.01], curves=True, data={"data": "shards"})
    runs = Plan(path, tmp_path / "runs").all()
    assert [run.folder.name for run in runs] == ["yolov5p-0.002-0", "yolov5p-0.01-0", "yolov5p-spd-0.002-0", "yolov5p-spd-0.01-0"]
    assert [train.parse(run.arguments()).lr for run in runs] == [0.002, 0.01, 0.002, 0.01]
    file = tmp_path / "detectors.json"
    file.write_text(serialise({**HEAD, "key": ["plan", "variant", "rate", "seed"]}))
    for run, val in zip(runs, (3.0, 4.0, 6.0, 5.0), strict=True):
        made_up(run, 1.0, [(1, 0.5), (2, val)])
    assert main([str(path), "--runs", str(tmp_path / "runs"), "--measured", str(tmp_path)]) == 0
    rows = json.loads(file.read_text())["rows"]
    assert [(row["variant"], row["rate"], row["valAP"]) for row in rows] == [
        ("yolov5p", 0.002, 3), ("yolov5p", 0.01, 4), ("yolov5p-spd", 0.002, 6), ("yolov5p-spd", 0.01, 5)
    ]  # fmt: skip
    # Curves are those of a plan that has chosen: rates that are tried leave none, and ask for no file of them.
    assert not (tmp_path / "curves.json").exists()


def test_a_rate_of_its_own_for_every_variant_and_the_curve_of_every_run(tmp_path):
    path = plan_file(tmp_path, variants=["yolov5p", "yolov5p-spd"], seeds=[0], rates={"yolov5p-spd": 0.01}, curves=True, data={"data": "shards"})
    plain, spd = Plan(path, tmp_path / "runs").all()
    assert (plain.folder.name, train.parse(plain.arguments()).lr) == ("yolov5p-0", None)
    assert (spd.folder.name, train.parse(spd.arguments()).lr) == ("yolov5p-spd-0", 0.01)
    measured(tmp_path)
    curves = tmp_path / "curves.json"
    curves.write_text(serialise({**HEAD, "key": ["plan", "variant", "step", "seed"]}))
    # An interrupted run goes back to its checkpoint and logs a step again: the later line counts.
    made_up(plain, 1.0, [(2, 9.0), (1, 2.0), (2, 3.0)])
    made_up(spd, 1.0, [(1, 4.0)])
    assert [(entry["step"], entry["AP"]) for entry in plain.validated()] == [(1, 2), (2, 3)]
    assert main([str(path), "--runs", str(tmp_path / "runs"), "--measured", str(tmp_path)]) == 0
    rows = json.loads(curves.read_text())["rows"]
    assert [(row["variant"], row["step"], row["AP"]) for row in rows] == [("yolov5p", 1, 2), ("yolov5p", 2, 3), ("yolov5p-spd", 1, 4)]
    scored = {row["variant"]: row for row in json.loads((tmp_path / "detectors.json").read_text())["rows"]}
    assert scored["yolov5p"]["valAP"] == 3 and "rate" not in scored["yolov5p"] and scored["yolov5p-spd"]["rate"] == 0.01


def test_a_run_keeps_its_memory_and_its_log_is_short(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "8")
    monkeypatch.delenv("GLIBC_TUNABLES", raising=False)
    convolution = "import os, torch; torch.nn.functional.conv2d(torch.ones(1, 3, 8, 8), torch.ones(4, 3, 3, 3)); print(os.environ['OMP_NUM_THREADS'])"
    done = subprocess.run([sys.executable, "-c", convolution], env=environment(), capture_output=True, text=True, check=True)
    # glibc complains on standard error of a tunable that it does not know, PyTorch of a processor.
    assert (done.stdout, done.stderr) == ("1\n", "")
    assert environment()["GLIBC_TUNABLES"] == ALLOCATOR
    monkeypatch.setenv("GLIBC_TUNABLES", "glibc.malloc.hugetlb=0")
    assert environment()["GLIBC_TUNABLES"] == "glibc.malloc.hugetlb=0"


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


def test_the_chosen_rates_are_the_best_of_those_tried():
    """core.yaml and lab.yaml follow from the rows of rates.yaml: for each variant, the best on the validation scenes."""
    folder = Path(__file__).resolve().parents[2]
    rows = json.loads((folder / "content" / "results" / "measured" / "rates.json").read_text())["rows"]
    for name in ("core", "lab"):
        chosen = Plan(folder / "training" / "experiments" / f"{name}.yaml").rates
        for variant, rate in chosen.items():
            tried = {row["rate"]: row["valAP"] for row in rows if row["variant"] == variant}
            if len(tried) == 3:
                assert rate == max(tried, key=tried.get), f"{name}: {variant}"
