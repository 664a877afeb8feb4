"""Trains one detector on generated scenes; resumable; alone or under torchrun.

    python -m strideless.train --architecture yolov5p-spd --data shards/train --val shards/val --steps 10000 --out runs/spd
    python -m strideless.train ... --steps 60000 --patience 5000 --cooldown 5000      (for as long as it gains, 60,000 at most)
    torchrun --nproc-per-node 2 -m strideless.train ...        (gloo; the batch is shared by the processes)

Started again with the same --out it goes on from the last checkpoint.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import sys
import time
from pathlib import Path

import torch
from torch import distributed, nn
from torch.nn.parallel import DistributedDataParallel
from tqdm import tqdm

from .cost import macs
from .data import Batches, Scenes, load_scenes
from .ema import Average
from .evaluate import evaluate, load_weights
from .export import CLASSES, commit, export
from .loss import DetectionLoss, Gains
from .model import Model, build, read_spec
from .options import parse
from .schedule import Plateau, factor


def optimizer(model: nn.Module, options: argparse.Namespace, replayed: bool) -> torch.optim.Optimizer:
    """Weight decay for convolution weights only, not for biases and batch norm. `replayed`: its steps go into a CUDA graph."""
    decayed = [p for p in model.parameters() if p.ndim > 1]
    others = [p for p in model.parameters() if p.ndim <= 1]
    groups = [{"params": decayed, "weight_decay": options.decay}, {"params": others, "weight_decay": 0.0}]
    if options.optimizer == "adamw":
        return torch.optim.AdamW(groups, lr=options.lr or 0.004, betas=(0.9, 0.99), fused=True, capturable=replayed)
    if replayed:
        raise ValueError("on a GPU only adamw is known: the others do not say that their steps can be recorded")
    for group in groups:  # SGD's decay is not decoupled from the rate: YOLOv5's value
        group["weight_decay"] *= 0.0005 / max(options.decay, 1e-9)
    return torch.optim.SGD(groups, lr=options.lr or 0.02, momentum=0.937, nesterov=True)


class Run:
    """Everything that a checkpoint must bring back."""

    def __init__(self, options: argparse.Namespace, data: Scenes, rank: int = 0, world: int = 1, device: str = "cpu"):
        self.options, self.rank, self.world, self.device = options, rank, world, torch.device(device)
        spec = read_spec(options.architecture)
        # As many classes as the pictures know; generated scenes have the five of the architecture files.
        spec["nc"] = len(data.metadata.get("classes", [])) or spec["nc"]
        model = build(spec, options.seed)
        if options.init:
            load_weights(model, options.init)
        self.model: Model = model.to(device, memory_format=torch.channels_last).train()
        self.average = Average(self.model, options.ema)
        self.optimizer = optimizer(self.model, options, self.device.type == "cuda")
        self.peak = self.optimizer.param_groups[0]["lr"]
        gains = Gains(box=options.box, objectness=options.objectness, classes=options.classes)
        detect = self.model.detect
        self.loss = DetectionLoss(detect.anchors, self.model.strides, detect.classes, gains)
        self.batches = Batches(data, options.batch, options.seed, rank, world)
        network: nn.Module = DistributedDataParallel(self.model) if world > 1 else self.model
        self.network = torch.compile(network) if options.compile else network
        self.step, self.seconds = 0, 0.0
        # What the seconds are of: a core, or the share of a GPU.
        self.chip = torch.cuda.get_device_name(self.device) if self.device.type == "cuda" else None
        # The steps between which the rate falls; the last one is the end of the run.
        self.fall = (options.steps - options.cooldown if options.patience else options.warmup, options.steps)
        self.plateau = Plateau(options.patience or 0, options.least_gain)

    def rate(self, step: int) -> float:
        return self.peak * factor(step, self.options.warmup, self.fall)

    def learn(self, images: torch.Tensor, targets: torch.Tensor, rate: float | torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Moves the weights by one batch. Returns the three parts of the loss (box, objectness, classes), and the gradient's norm."""
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.options.precision == "bfloat16"):
            levels = self.network(images)
        loss, parts = self.loss(levels, targets)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        norm = nn.utils.clip_grad_norm_(self.model.parameters(), 10.0)
        self.optimizer.step()
        return parts, norm

    def advance(self) -> torch.Tensor:
        """One step. Returns the three parts of the loss."""
        parts, norm = self.learn(*self.batches(self.step), self.rate(self.step))
        if not bool(torch.isfinite(norm)):
            raise FloatingPointError(f"step {self.step}: the gradient is not finite (loss parts {parts.tolist()})")
        self.average.update(self.model)
        self.step += 1
        return parts

    def judge(self, step: int, score: float | None) -> None:
        """Takes the validation AP of a step; where nothing is gained any more, the rate begins to fall."""
        stable = self.options.patience and self.step < self.fall[0]
        if stable and score is not None and self.plateau.reached(step, score):
            self.fall = (self.step, self.step + self.options.cooldown)

    @property
    def checkpoint(self) -> Path:
        return self.options.out / "checkpoint.pt"

    def save(self, ended: bool = False) -> None:
        """Writes the checkpoint; of a run that has ended, no more than what is judged and shipped."""
        if self.rank:
            return
        going = {} if ended else {"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict()["state"]}
        average = self.average.state_dict()
        if ended:
            average["model"] = {k: v.half() if v.is_floating_point() else v for k, v in average["model"].items()}
        state = {
            **going,
            "average": average,
            "step": self.step,
            "fall": list(self.fall),
            "scores": self.plateau.scores,
            "seconds": self.seconds,
            "architecture": self.options.architecture,
            "chip": self.chip,
        }
        part = self.checkpoint.with_suffix(".part")
        torch.save(state, part)
        os.replace(part, self.checkpoint)  # a run killed while it writes keeps its last checkpoint

    def load(self) -> bool:
        if not self.checkpoint.exists():
            return False
        state = torch.load(self.checkpoint, map_location=self.device, weights_only=True)
        if state["architecture"] != self.options.architecture:
            raise ValueError(f"{self.checkpoint} is of {state['architecture']}, not of {self.options.architecture}")
        self.average.load_state_dict(state["average"])
        if "model" in state:  # not of a run that has ended: it need not go on
            self.model.load_state_dict(state["model"])
            self.optimizer.load_state_dict({**self.optimizer.state_dict(), "state": state["optimizer"]})
        self.step, self.seconds = state["step"], state["seconds"]
        self.plateau.scores = state["scores"]
        if self.step > state["fall"][0]:  # until it begins, a run that goes on may be given another budget
            self.fall = tuple(state["fall"])
        self.chip = self.chip or state.get("chip")
        return True


def note(run: Run, step: int, entry: dict) -> None:
    """One line of JSON in the log of the run."""
    with (run.options.out / "log.jsonl").open("a") as log:
        log.write(json.dumps({"step": step, **entry}) + "\n")


def train(options: argparse.Namespace, argv: list[str]) -> Run:
    rank, world = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    if world > 1:
        distributed.init_process_group("gloo")
    options.out.mkdir(parents=True, exist_ok=True)
    data = load_scenes(options.data)
    val = load_scenes(options.val, options.evaluate_scenes) if options.val and rank == 0 else None
    run = Run(options, data, rank, world)
    if run.load() and rank == 0:
        print(f"goes on from step {run.step}", flush=True)
    quiet = rank > 0 or not sys.stderr.isatty()
    progress = tqdm(total=options.steps, initial=run.step, disable=rank > 0, mininterval=30 if quiet else 0.5, unit="step")
    parts, saved, used = torch.zeros(3), time.monotonic(), time.process_time()
    while run.step < min(run.fall[1], options.stop or options.steps):
        parts = parts.lerp(run.advance(), 0.02 if run.step > 1 else 1.0)
        now, before, used = time.monotonic(), used, time.process_time()
        run.seconds += used - before  # of a core: a run that waits for one, or is paused, takes no longer
        progress.update()
        progress.set_postfix_str("box {:.3f} obj {:.4f} cls {:.3f}".format(*parts.tolist()), refresh=False)
        due = run.step % options.evaluate_every == 0
        if due and rank == 0:
            result = evaluate(run.average.model, val, score_threshold=0.01) if val is not None else {}
            note(run, run.step, {"seconds": round(run.seconds), "loss": [round(p, 5) for p in parts.tolist()], **result})
            progress.write(f"step {run.step}: {json.dumps(result)}", file=sys.stdout)
            sys.stdout.flush()
            run.judge(run.step, result.get("AP"))
            progress.total = run.fall[1]
        if due and world > 1:  # the first process alone has seen the score
            fall = torch.tensor(run.fall)
            distributed.broadcast(fall, 0)
            run.fall = tuple(fall.tolist())
        if due:
            used = time.process_time()
        if now - saved > options.checkpoint_minutes * 60:
            run.save()
            saved = now
    progress.close()
    run.save()
    if rank == 0 and run.step == run.fall[1]:
        finish(run, data, argv)
    if world > 1:
        distributed.barrier()
        distributed.destroy_process_group()
    return run


def finish(run: Run, data: Scenes, argv: list[str]) -> None:
    """Writes result.json into the run's folder and, if asked, the weights and their card."""
    options = run.options
    test = load_scenes(options.test) if options.test else None
    side = data.images.shape[1]
    val = load_scenes(options.val) if options.val else None
    card = {
        "architecture": Path(options.architecture).stem,
        "classes": data.metadata.get("classes", CLASSES[: run.model.detect.classes]),
        "data": {
            "train": {"scenes": len(data), **data.metadata},
            "test": {"scenes": len(test), **test.metadata} if test is not None else None,
        },
        "seeds": {"training": options.seed},
        "steps": run.step,
        "batch": options.batch,
        "hours": round(run.seconds / 3600, 3),
        **({"chip": run.chip} if run.chip else {}),
        "command": shlex.join(["python", "-m", "strideless.train", *argv]),
        "commit": commit(),
        # Of the pictures that it was trained on: they need not have the side that the architecture names.
        "inputSize": side,
        "macs": macs(run.average.model, side),
    }
    full = export(run.average.model, card["architecture"], options.export or options.out, card, test, val)
    (options.out / "result.json").write_text(json.dumps(full, indent=2) + "\n")
    print(json.dumps({k: full.get(k) for k in ("name", "AP", "AP50", "APsize", "hours")}), flush=True)


def main() -> None:
    train(parse(description=__doc__), sys.argv[1:])


if __name__ == "__main__":
    main()
