"""The training command end to end, on few pictures and few steps."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from strideless.schedule import Plateau, factor
from strideless.train import parse, train

PACKAGE = Path(__file__).resolve().parents[1]


def arguments(shards, out, *more):
    return ["--architecture", "yolov5p", "--data", str(shards), "--out", str(out), "--batch", "4", "--steps", "6",
            "--warmup", "2", "--precision", "float32", *more]  # fmt: skip


def test_schedule():
    assert [factor(s, 4, (4, 100)) for s in range(4)] == [0.25, 0.5, 0.75, 1.0]
    assert factor(52, 4, (4, 100)) == 0.51 and abs(factor(100, 4, (4, 100)) - 0.02) < 1e-12
    # At the peak until the fall begins.
    assert [factor(s, 4, (60, 80)) for s in (3, 4, 59, 60, 70)] == [1, 1, 1, 1, 0.51]


def test_a_plateau_is_a_best_score_that_rose_too_little_for_long_enough():
    scores = [1.0, 2.0, 2.1, 2.2, 2.25]
    plateau = Plateau(patience=3, least=0.3)
    assert [plateau.reached(step, score) for step, score in enumerate(scores, 1)] == [False, False, False, False, True]
    # Risen by just enough within the patience, or long ago.
    assert not Plateau(3, 0.3, [(1, 1.0), (2, 2.0)]).reached(5, 2.3)
    assert Plateau(3, 0.3, [(1, 9.0), (2, 2.0)]).reached(5, 8.0)


def settling(shards, out, *more):
    """Twenty steps at most; a gain of 100 points in four steps never comes, so that the rate falls from the sixth on."""
    return arguments(shards, out, "--val", str(shards), "--steps", "20", "--patience", "4", "--least-gain", "101",
                     "--cooldown", "4", "--evaluate-every", "2", *more)  # fmt: skip


def test_a_run_ends_a_cooldown_after_it_has_settled(shards, tmp_path):
    run = train(parse(settling(shards, tmp_path / "run")), [])
    assert (run.fall, run.step) == ((6, 10), 10)
    card = json.loads((tmp_path / "run" / "result.json").read_text())
    assert card["steps"] == 10 and 0 < card["shownScore"] < 1
    # One that always gains goes on to the last step, and falls before it.
    run = train(parse(settling(shards, tmp_path / "gains", "--least-gain", "-101", "--steps", "12")), [])
    assert (run.fall, run.step) == ((8, 12), 12)


def test_a_settling_run_is_resumed_before_and_in_its_fall(shards, tmp_path):
    whole = train(parse(settling(shards, tmp_path / "whole")), [])
    for stop in ("5", "8"):
        stopped = train(parse(settling(shards, tmp_path / "parts", "--stop", stop)), [])
        assert stopped.step == int(stop) and not (tmp_path / "parts" / "result.json").exists()
    resumed = train(parse(settling(shards, tmp_path / "parts")), [])
    assert (resumed.fall, resumed.step) == (whole.fall, 10)
    for (name, a), b in zip(whole.model.state_dict().items(), resumed.model.state_dict().values(), strict=True):
        assert torch.equal(a, b), name


@pytest.mark.parametrize("more,fault", [(["--patience", "5"], "needs validation scenes"),
                                        (["--patience", "5", "--val", "x", "--cooldown", "5"], "no room for")])  # fmt: skip
def test_options_that_contradict_each_other_are_named(shards, tmp_path, capsys, more, fault):
    with pytest.raises(SystemExit):
        parse(arguments(shards, tmp_path, *more))
    assert fault in capsys.readouterr().err


def test_resumed_run_is_the_uninterrupted_run(shards, tmp_path):
    whole = train(parse(arguments(shards, tmp_path / "whole")), [])
    train(parse(arguments(shards, tmp_path / "parts", "--stop", "3")), [])
    resumed = train(parse(arguments(shards, tmp_path / "parts")), [])
    assert resumed.step == 6
    for (name, a), b in zip(whole.model.state_dict().items(), resumed.model.state_dict().values(), strict=True):
        assert torch.equal(a, b), name
    for a, b in zip(whole.average.model.state_dict().values(), resumed.average.model.state_dict().values(), strict=True):
        assert torch.equal(a, b)


def test_command_writes_weights_and_card(shards, tmp_path):
    argv = arguments(shards, tmp_path / "run", "--val", str(shards), "--test", str(shards), "--evaluate-every", "3",
                     "--export", str(tmp_path / "weights"))  # fmt: skip
    train(parse(argv), argv)
    card = json.loads((tmp_path / "weights" / "yolov5p.json").read_text())
    assert card["steps"] == 6 and card["architecture"] == "yolov5p" and len(card["sha256"]) == 64
    assert "--batch 4" in card["command"] and set(card["APsize"]) == {"<8", "8-14", ">14"}
    assert [json.loads(line)["step"] for line in (tmp_path / "run" / "log.jsonl").read_text().splitlines()] == [3, 6]


DIGEST = """
import sys, torch
from strideless.train import parse, train
run = train(parse(sys.argv[1:]), [])
total = torch.cat([p.detach().flatten() for p in run.model.parameters()])
assert torch.isfinite(total).all() and run.step == 3
import hashlib
open(f"{run.options.out}/digest.{run.rank}", "w").write(hashlib.sha256(total.numpy().tobytes()).hexdigest())
"""


def test_two_processes_end_with_the_same_finite_weights(shards, tmp_path):
    script = tmp_path / "digest.py"
    script.write_text(DIGEST)
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", str(script)]
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE)}
    # Both end at the step that the first one, which alone judges, has found.
    command += settling(shards, tmp_path / "run", "--patience", "1", "--cooldown", "1", "--evaluate-every", "1")
    subprocess.run(command, check=True, env=environment, timeout=300, capture_output=True)
    digests = {(tmp_path / "run" / f"digest.{rank}").read_text() for rank in range(2)}
    assert len(digests) == 1
