"""What `python -m strideless.train` can be told."""

from __future__ import annotations

import argparse
from pathlib import Path

from .loss import Gains


def parse(argv: list[str] | None = None, description: str | None = None) -> argparse.Namespace:
    """The options of a training; contradictions among them end the program with a sentence."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--architecture", required=True, help="a name in content/architectures, or the path of a YAML file")
    add("--data", required=True, help="folder of training shards")
    add("--val", help="folder of validation shards")
    add("--test", help="folder of held-out shards, for the card of the exported weights")
    add("--out", type=Path, required=True, help="folder of the run: checkpoint.pt, log.jsonl, result.json")
    add("--init", type=Path, help="weights (safetensors) to begin from; with --steps 0 they are only judged on --test")
    add("--export", type=Path, help="folder that gets NAME.safetensors and NAME.json at the end")
    add("--steps", type=int, default=10000, help="at most, with --patience")
    add("--batch", type=int, default=32, help="pictures a step, over all processes")
    add("--seed", type=int, default=0)
    add("--optimizer", choices=("adamw", "sgd"), default="adamw")
    add("--lr", type=float, help="peak learning rate (default: 0.004 for adamw, 0.02 for sgd)")
    add("--decay", type=float, default=0.02, help="weight decay")
    add("--warmup", type=int, default=300, help="steps")
    add("--patience", type=int, help="at the peak rate until the validation AP has gained too little in so many steps")
    add("--least-gain", type=float, default=0.3, help="what is enough, in points of AP")
    add("--cooldown", type=int, default=5000, help="steps of the falling rate after that")
    add("--ema", type=float, default=0.998)
    add("--box", type=float, default=Gains.box)
    add("--objectness", type=float, default=Gains.objectness)
    add("--classes", type=float, default=Gains.classes)
    add("--precision", choices=("float32", "bfloat16"), default="bfloat16", help="of the forward pass; the loss is float32")
    add("--compile", action="store_true", help="torch.compile (needs a C++ compiler)")
    add("--threads", type=int, default=1)
    add("--evaluate-every", type=int, default=1000, help="steps")
    add("--evaluate-scenes", type=int, default=300, help="validation scenes used along the way")
    add("--checkpoint-minutes", type=float, default=2.0)
    add("--stop", type=int, help="stop (with a checkpoint) after this step: for tests of resuming")
    options = parser.parse_args(argv)
    if options.patience and not options.val:
        parser.error("--patience needs validation scenes (--val)")
    if options.patience and options.warmup + options.cooldown > options.steps:
        parser.error(f"--steps {options.steps} has no room for the warm-up and a cool-down of {options.cooldown} steps")
    return options
