"""A run whose step a GPU replays: recorded once as a CUDA graph, with nothing left for the processor to decide.

A step of these small networks is a thousand kernels of a few microseconds each. Launched one by one they keep a
processor busy and a GPU idle; replayed, each run on a stream of its own, a GPU trains dozens of runs at once. For that,
what differs from step to step (pictures, random numbers, rate, decay of the average) lies in tables on the device, and
the number of the step is a tensor.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor

from .data import Batches, augment
from .train import Run

# Steps taken one by one before the recording: cuDNN chooses its algorithms, the optimizer makes its moments.
FIRST = 3


class Shared:
    """What all runs on the same scenes read: pictures and boxes on the device, and the tables of every seed."""

    def __init__(self, batches: Batches, device: torch.device):
        self.pictures, self.boxes = batches.pictures.to(device), batches.boxes.to(device)
        self.device, self.tables = device, {}

    def table(self, batches: Batches, steps: int) -> tuple[Tensor, Tensor]:
        key = (batches.batch, batches.seed, steps)
        if key not in self.tables:
            drawn = [batches.draw(step) for step in range(steps)]
            self.tables[key] = tuple(torch.from_numpy(np.stack(each)).to(self.device) for each in zip(*drawn, strict=True))
        return self.tables[key]


class Replay:
    """Takes a run's steps on its device; on a processor, which has no graphs, one by one."""

    def __init__(self, run: Run, shared: Shared):
        self.run, self.shared, self.device = run, shared, run.device
        steps = run.options.steps
        self.index, self.draws = shared.table(run.batches, steps)
        table = lambda values: torch.tensor(values, dtype=torch.float32, device=self.device)  # noqa: E731
        first = run.average.updates - run.step
        self.decays = table([run.average.decay_at(first + step + 1) for step in range(steps)])
        self.rates = table([run.rate(step) for step in range(steps)])
        self.rate = table(run.rate(run.step))
        self.step = torch.tensor([run.step], device=self.device)
        self.parts, self.finite = torch.zeros(3, device=self.device), torch.ones((), dtype=torch.bool, device=self.device)
        run.loss.to(self.device)
        self.graph: torch.cuda.CUDAGraph | None = None
        self.stream = torch.cuda.Stream(self.device) if self.device.type == "cuda" else None

    def _tick(self) -> None:
        """One step; every number of it is read on the device."""
        run, shared = self.run, self.shared
        index, draws = self.index.index_select(0, self.step)[0], self.draws.index_select(0, self.step)[0]
        pictures, boxes = shared.pictures.index_select(0, index), shared.boxes.index_select(0, index)
        self.rate.copy_(self.rates.index_select(0, self.step)[0])
        parts, norm = run.learn(*augment(pictures, boxes, draws, run.batches.jitter), self.rate)
        run.average.blend(run.model, self.decays.index_select(0, self.step)[0])
        self.parts.lerp_(parts, 0.02)
        self.finite.logical_and_(torch.isfinite(norm))
        self.step.add_(1)

    def record(self) -> None:
        """Takes the first steps one by one, then records the step. Nothing else may run on the device meanwhile."""
        if self.stream is None:
            return
        self.stream.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(self.stream):
            self._count(FIRST, self._tick)
        torch.cuda.synchronize()
        self.run.optimizer.zero_grad(set_to_none=True)
        self.graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(self.graph, stream=self.stream):
            self._tick()

    def advance(self, steps: int) -> None:
        """Sets so many steps going; on a GPU it does not wait for them."""
        if self.graph is None:
            self._count(steps, self._tick)
            return
        with torch.cuda.stream(self.stream):
            self._count(steps, self.graph.replay)

    def _count(self, steps: int, take: Callable[[], None]) -> None:
        for _ in range(steps):
            take()
        self.run.step += steps
        self.run.average.updates += steps

    def reached(self) -> Callable[[], bool]:
        """Asks whether the steps that are under way now have been taken."""
        if self.stream is None:
            return lambda: True
        event = torch.cuda.Event()
        event.record(self.stream)
        return event.query

    def check(self) -> None:
        """Waits for the steps. A gradient that was not finite in one of them ends the run."""
        if self.stream is not None:
            self.stream.synchronize()
        if not bool(self.finite):
            raise FloatingPointError(f"{self.run.options.out}: a gradient before step {self.run.step} is not finite")

    def settle(self) -> None:
        """Brings the rates up to date after the run has found from where on they fall."""
        self.rates.copy_(torch.tensor([self.run.rate(step) for step in range(len(self.rates))]))

    def average(self) -> dict[str, Tensor]:
        """The averaged weights of a run that stands still, on the processor."""
        return {name: value.to("cpu", copy=True) for name, value in self.run.average.model.state_dict().items()}
