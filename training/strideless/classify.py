"""Trains one classifier on CIFAR-10 and judges it on whole and on degraded pictures; resumable.

    python -m strideless.classify --architecture resnet18-spd --width 16 --data ../shards/cifar10 --steps 3900 --out ../runs/c

Started again with the same --out it goes on from its last checkpoint. The pictures are packed by strideless.labelled.
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
from torch import nn
from tqdm import tqdm

from .cost import macs
from .evaluate import load_weights
from .export import commit, write_weights
from .labelled import Labelled, LabelledBatches, degrade, load
from .model import Model, build, read_spec
from .schedule import factor

# The widths in the files are those of the published networks: 64 channels in the first stage.
PUBLISHED_WIDTH = 64
# Test pictures, spread evenly, on which the engine is held against the card (npm run evaluate).
CHECK = 2000
# Sides of the pictures that a network is judged on, px: as they are, and degraded.
SIDES = (32, 16, 8)


def parse(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--architecture", required=True, help="a name in content/architectures, or the path of a YAML file")
    add("--data", required=True, help="folder with train.safetensors and test.safetensors")
    add("--out", type=Path, required=True, help="folder of the run: checkpoint.pt, weights and card, result.json")
    add("--width", type=int, default=PUBLISHED_WIDTH, help="channels of the first stage (a multiple of 8)")
    add("--steps", type=int, default=3900)
    add("--batch", type=int, default=128)
    add("--seed", type=int, default=0)
    add("--lr", type=float, default=0.1, help="peak learning rate of SGD")
    add("--decay", type=float, default=5e-4, help="weight decay")
    add("--warmup", type=int, default=200, help="steps")
    add("--precision", choices=("float32", "bfloat16"), default="bfloat16", help="of the forward pass")
    add("--compile", action="store_true", help="torch.compile (needs a C++ compiler)")
    add("--threads", type=int, default=1)
    add("--limit", type=int, help="only so many pictures of each split")
    add("--checkpoint-minutes", type=float, default=2.0)
    add("--stop", type=int, help="stop (with a checkpoint) after this step: for tests of resuming")
    return parser.parse_args(argv)


class Run:
    """Everything that a checkpoint must bring back."""

    def __init__(self, options: argparse.Namespace, data: Labelled):
        self.options = options
        multiple = options.width / PUBLISHED_WIDTH
        side = data.images.shape[1]
        self.spec = {**read_spec(options.architecture), "width_multiple": multiple, "nc": len(data.classes), "input": side}
        self.model: Model = build(self.spec, options.seed).to(memory_format=torch.channels_last).train()
        decayed = [p for p in self.model.parameters() if p.ndim > 1]
        others = [p for p in self.model.parameters() if p.ndim <= 1]
        groups = [{"params": decayed, "weight_decay": options.decay}, {"params": others, "weight_decay": 0.0}]
        self.optimizer = torch.optim.SGD(groups, lr=options.lr, momentum=0.9, nesterov=True)
        self.batches = LabelledBatches(data, options.batch, options.seed)
        self.network = torch.compile(self.model) if options.compile else self.model
        self.step, self.seconds = 0, 0.0

    def advance(self) -> float:
        """One step. Returns the loss."""
        rate = self.options.lr * factor(self.step, self.options.warmup, (self.options.warmup, self.options.steps))
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        images, labels = self.batches(self.step)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.options.precision == "bfloat16"):
            logits = self.network(images)
        loss = nn.functional.cross_entropy(logits.float(), labels)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        if not bool(torch.isfinite(nn.utils.clip_grad_norm_(self.model.parameters(), 5.0))):
            raise FloatingPointError(f"step {self.step}: the gradient is not finite (loss {float(loss.detach())})")
        self.optimizer.step()
        self.step += 1
        return float(loss.detach())

    @property
    def checkpoint(self) -> Path:
        return self.options.out / "checkpoint.pt"

    def save(self) -> None:
        state = {"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), "step": self.step, "seconds": self.seconds}
        part = self.checkpoint.with_suffix(".part")
        torch.save(state | {"architecture": self.options.architecture}, part)
        os.replace(part, self.checkpoint)

    def load(self) -> bool:
        if not self.checkpoint.exists():
            return False
        state = torch.load(self.checkpoint, weights_only=True)
        if state["architecture"] != self.options.architecture:
            raise ValueError(f"{self.checkpoint} is of {state['architecture']}, not of {self.options.architecture}")
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.seconds = state["step"], state["seconds"]
        return True


@torch.no_grad()
def top1(model: Model, data: Labelled, side: int, batch: int = 250) -> float:
    """Per cent of the pictures, degraded to side x side px, whose class has the largest logit."""
    model.eval()
    right = 0
    for start in range(0, len(data), batch):
        images = torch.from_numpy(data.images[start : start + batch]).float().div_(255).permute(0, 3, 1, 2)
        labels = torch.from_numpy(data.labels[start : start + batch])
        right += int((model(degrade(images, side)).argmax(1) == labels).sum())
    return round(100 * right / len(data), 2)


def train(options: argparse.Namespace, argv: list[str]) -> Run:
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    options.out.mkdir(parents=True, exist_ok=True)
    data = load(options.data, "train", options.limit)
    run = Run(options, data)
    if run.load():
        print(f"goes on from step {run.step}", flush=True)
    end = min(options.steps, options.stop or options.steps)
    progress = tqdm(total=options.steps, initial=run.step, mininterval=0.5 if sys.stderr.isatty() else 60, unit="step")
    saved, used = time.monotonic(), time.process_time()
    while run.step < end:
        progress.set_postfix_str(f"loss {run.advance():.3f}", refresh=False)
        progress.update()
        now, before, used = time.monotonic(), used, time.process_time()
        run.seconds += used - before  # of a core: a run that waits for one, or is paused, takes no longer
        if now - saved > options.checkpoint_minutes * 60:
            run.save()
            saved = now
    progress.close()
    run.save()
    if run.step == options.steps:
        finish(run, data, argv)
    return run


def finish(run: Run, data: Labelled, argv: list[str]) -> None:
    """Writes the weights and result.json. The figures are those of the rounded weights on the test pictures."""
    options = run.options
    name = Path(options.architecture).stem
    path = options.out / f"{name}.safetensors"
    digest = write_weights(run.model, name, path)
    judged = load_weights(build(run.spec), path)
    test = load(options.data, "test", options.limit)
    measures = {"top1" if side == SIDES[0] else f"top1at{side}": top1(judged, test, side) for side in SIDES}
    card = {
        "name": name,
        "architecture": name,
        "widthMultiple": run.spec["width_multiple"],
        "data": {"train": {"pictures": len(data)}, "test": {"pictures": len(test)}, "source": "CIFAR-10 (JPEG copy)"},
        "seeds": {"training": options.seed},
        "steps": run.step,
        "batch": options.batch,
        "hours": round(run.seconds / 3600, 3),
        "command": shlex.join(["python", "-m", "strideless.classify", *argv]),
        "commit": commit(),
        "classes": data.classes,
        "inputSize": run.model.input_size,
        "parameters": sum(p.numel() for p in run.model.parameters()),
        "macs": macs(run.model),
        "unit": "percent",
        "measures": measures,
        "check": {"pictures": min(CHECK, len(test)), "top1": top1(judged, test.spread(CHECK), SIDES[0])},
        "sha256": digest,
    }
    (options.out / "result.json").write_text(json.dumps(card, indent=2) + "\n")
    print(json.dumps({"name": name, **measures, "hours": card["hours"]}), flush=True)


def main() -> None:
    train(parse(), sys.argv[1:])


if __name__ == "__main__":
    main()
