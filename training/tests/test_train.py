"""The training command end to end, on few pictures and few steps."""

import json
import os
import subprocess
import sys
from pathlib import Path

import torch

from strideless.schedule import factor
from strideless.train import parse, train

PACKAGE = Path(__file__).resolve().parents[1]


def arguments(shards, out, *more):
    return ["--architecture", "yolov5p", "--data", str(shards), "--out", str(out), "--batch", "4", "--steps", "6",
            "--warmup", "2", "--precision", "float32", *more]  # fmt: skip


def test_schedule():
    assert [factor(s, 100, 4) for s in range(4)] == [0.25, 0.5, 0.75, 1.0]
    assert factor(52, 100, 4) == 0.51 and abs(factor(100, 100, 4) - 0.02) < 1e-12


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
assert torch.isfinite(total).all()
import hashlib
open(f"{run.options.out}/digest.{run.rank}", "w").write(hashlib.sha256(total.numpy().tobytes()).hexdigest())
"""


def test_two_processes_end_with_the_same_finite_weights(shards, tmp_path):
    script = tmp_path / "digest.py"
    script.write_text(DIGEST)
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", str(script)]
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE)}
    command += arguments(shards, tmp_path / "run", "--steps", "3")
    subprocess.run(command, check=True, env=environment, timeout=100, capture_output=True)
    digests = {(tmp_path / "run" / f"digest.{rank}").read_text() for rank in range(2)}
    assert len(digests) == 1
