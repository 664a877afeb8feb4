"""Several runs at once leave what each alone would. (On a processor; a GPU replays the same steps from a recording.)"""

import json
from concurrent.futures import Executor, Future

import torch
import yaml

from strideless.experiments import Plan, main
from strideless.options import parse
from strideless.together import crowd, train


def plan(shards, tmp_path, name, **more):
    spec = {"experiment": "detectors", "data": {"data": str(shards), "val": str(shards), "test": str(shards)},
            "variants": ["yolov5p", "yolov5p-maxpool"], "seeds": [0], "steps": 6, "batch": 4, "curves": True,
            "options": ["--warmup", 2, "--precision", "float32", "--evaluate-every", 3], **more}  # fmt: skip
    path = tmp_path / f"{name}.yaml"
    path.write_text(yaml.safe_dump(spec))
    return Plan(path, tmp_path / "runs"), path


class AtOnce(Executor):
    """Scores are there before the next step, so that what follows from them can be foretold."""

    def submit(self, call, *arguments):
        future = Future()
        future.set_result(call(*arguments))
        return future


def together(*plans, **limits):
    entries = crowd(list(plans), "cpu", AtOnce())
    train(entries, **limits)
    return entries


def logged(run):
    return [json.loads(line) for line in (run.folder / "log.jsonl").read_text().splitlines()]


def test_every_run_of_every_plan_leaves_a_log_and_what_is_shipped(shards, tmp_path):
    fixed, path = plan(shards, tmp_path, "fixed")
    settling, _ = plan(shards, tmp_path, "settling", variants=["yolov5p"], steps=20, options=[
        "--warmup", 2, "--precision", "float32", "--patience", 4, "--least-gain", 101, "--cooldown", 4, "--evaluate-every", 2])  # fmt: skip
    entries = together(fixed, settling)
    # The score of step 6, after which the rate falls for four steps, comes when two more are under way.
    assert [(entry.run.step, entry.run.fall) for entry in entries[1:]] == [(6, (2, 6)), (12, (8, 12))]
    assert all(entry.run.seconds > 0 for entry in entries)
    assert [entry["step"] for entry in logged(fixed.all()[1])] == [3, 6]
    assert [entry["step"] for entry in logged(settling.all()[0])] == [2, 4, 6, 8, 10, 12]
    assert set(torch.load(fixed.all()[0].folder / "checkpoint.pt")) == {
        "average", "step", "seconds", "fall", "scores", "architecture", "chip"}  # fmt: skip
    # The ordinary command judges them; it has nothing left to train.
    measured = tmp_path / "measured"
    measured.mkdir()
    for name in ("detectors", "curves"):
        key = ["plan", "variant", "seed"] + ["step"] * (name == "curves")
        (measured / f"{name}.json").write_text(json.dumps({"key": key, "rows": []}))
    assert main([str(path), "--runs", str(tmp_path / "runs"), "--measured", str(measured)]) == 0
    rows = json.loads((measured / "detectors.json").read_text())["rows"]
    assert [row["variant"] for row in rows] == ["yolov5p", "yolov5p-maxpool"] and all(row["steps"] == 6 for row in rows)
    assert crowd([fixed], "cpu", None) == []


def test_what_was_not_over_in_time_goes_on_later(shards, tmp_path):
    fixed, _ = plan(shards, tmp_path, "fixed", variants=["yolov5p"])
    (early,) = together(fixed, until=0.0)
    assert early.run.step == 0 and "optimizer" in torch.load(fixed.all()[0].folder / "checkpoint.pt")
    (late,) = together(fixed)
    assert late.over and parse(fixed.all()[0].arguments()).steps == late.run.step
