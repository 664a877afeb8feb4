"""Trains what is to do of one or more plans at once on one GPU.

    python -m strideless.together experiments/lab.yaml experiments/core.yaml --minutes 9
    python -m strideless.experiments experiments/lab.yaml            (then judges what has ended, and writes the rows)

Every run is a CUDA graph on a stream of its own (`replay.py`); an H100 took 700 steps a second of twenty runs together,
180 of one alone. Validation scores are computed meanwhile by as many processes as there are other cores, from copies of the averaged
weights. Each run leaves the folder that `strideless.train` would: a log, and a checkpoint, from which either goes on.
"""

from __future__ import annotations

import argparse
import math
import os
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import torch
from torch import Tensor

from .data import Scenes, load_scenes
from .evaluate import evaluate
from .experiments import Plan
from .model import build
from .options import parse
from .replay import Replay, Shared
from .train import Run, note

# Steps set going at a time, and how often so before the first of them must be done.
CHUNK, AHEAD = 25, 2

load = cache(load_scenes)


def validate(spec: dict, weights: dict[str, Tensor], folder: str, scenes: int) -> dict:
    """What a run's log says of its averaged weights; in a process of its own."""
    torch.set_num_threads(1)
    model = build(spec)
    model.load_state_dict(weights)
    return evaluate(model, load(folder, scenes), score_threshold=0.01)


@dataclass
class Entry:
    """One run in the crowd: what of it is under way, and which of its scores are being computed."""

    replay: Replay
    judge: Executor
    ahead: deque[Callable[[], bool]] = field(default_factory=deque)
    due: bool = False
    scores: list[tuple[int, dict, Future]] = field(default_factory=list)
    since: float = 0.0

    @property
    def run(self) -> Run:
        return self.replay.run

    @property
    def over(self) -> bool:
        return self.run.step >= self.run.fall[1] and not self.due

    def feed(self) -> bool:
        """Sets the next steps going, if there is room for them; waits for none. True where it did."""
        while self.ahead and self.ahead[0]():
            self.ahead.popleft()
        if self.due and not self.ahead:
            self._score()
            self.due = False
        every, end = self.run.options.evaluate_every, self.run.fall[1]
        if self.due or self.run.step >= end or len(self.ahead) >= AHEAD:
            return False
        left = min(every - self.run.step % every, end - self.run.step)
        self.replay.advance(min(CHUNK, left))
        self.ahead.append(self.replay.reached())
        self.due = self.run.step % every == 0
        return True

    def _score(self) -> None:
        run, options = self.run, self.run.options
        self.replay.check()
        loss = [round(p, 5) for p in self.replay.parts.tolist()]
        future = self.judge.submit(validate, run.model.spec, self.replay.average(), options.val, options.evaluate_scenes)
        self.scores.append((run.step, {"seconds": round(run.seconds), "loss": loss}, future))

    def collect(self, wait: bool = False) -> None:
        """Writes down the scores that have come, in the order of their steps."""
        while self.scores and (wait or self.scores[0][2].done()):
            step, entry, future = self.scores.pop(0)
            result, fall = future.result(), self.run.fall
            note(self.run, step, {**entry, **result})
            print(f"{self.run.options.out.name} {step}: AP {result['AP']}, AP50 {result['AP50']}", flush=True)
            self.run.judge(step, result["AP"])
            if self.run.fall != fall:
                self.replay.settle()

    def share(self, runs: int) -> None:
        """Adds the time since the last call to the run's, as one of so many that had the GPU."""
        now = time.monotonic()
        self.run.seconds += (now - self.since) / runs if self.since else 0.0
        self.since = now


def crowd(plans: list[Plan], device: str, judge: Executor) -> list[Entry]:
    """The unfinished runs of the plans, each with its step recorded."""
    shared: dict[str, Shared] = {}
    entries = []
    for plan in plans:
        for wanted in plan.all():
            if wanted.result.exists():
                continue
            options = parse(wanted.arguments())
            options.out.mkdir(parents=True, exist_ok=True)
            data: Scenes = load(options.data)
            run = Run(options, data, device=device)
            run.load()
            if run.step >= run.fall[1]:
                continue
            if options.data not in shared:
                shared[options.data] = Shared(run.batches, run.device)
            replay = Replay(run, shared[options.data])
            replay.record()
            entries.append(Entry(replay, judge))
    return entries


def train(entries: list[Entry], until: float = math.inf) -> None:
    """Goes on with all runs until each is over or the time (of the monotonic clock) has come, and saves them."""
    open_ = list(entries)
    while open_ and time.monotonic() < until:
        fed = [entry.feed() for entry in open_]
        for entry in entries:
            entry.collect()
        for entry in open_:
            entry.share(len(open_))
            if entry.over:
                entry.replay.check()
                entry.run.save(ended=True)
        open_ = [entry for entry in open_ if not entry.over]
        if not any(fed):
            time.sleep(0.001)
    for entry in open_:
        entry.replay.check()
        entry.run.save()
    for entry in entries:
        entry.collect(wait=True)


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plans", type=Path, nargs="+")
    parser.add_argument("--minutes", type=float, default=math.inf, help="then every run is saved, and goes on another time")
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--runs", type=Path, help="folder of all runs (default: runs/)")
    options = parser.parse_args(argv)
    began = time.monotonic()
    torch.backends.cudnn.benchmark = True
    judges = max((os.cpu_count() or 2) - 1, 1)
    with ProcessPoolExecutor(judges, mp_context=get_context("spawn")) as judge:
        entries = crowd([Plan(plan, options.runs) for plan in options.plans], options.device, judge)
        print(f"{len(entries)} runs, ready after {time.monotonic() - began:.0f} s", flush=True)
        train(entries, began + options.minutes * 60)
    for entry in entries:
        run = entry.run
        print(f"{run.options.out.name}: {run.step} steps, {'over' if entry.over else 'to go on'}, {run.seconds:.0f} s", flush=True)


if __name__ == "__main__":
    main()
