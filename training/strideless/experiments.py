"""Runs a plan: every variant with every seed, one after the other or several at once; what is done is not done again.

    python -m strideless.experiments experiments/pico.yaml [--jobs 2] [--list]
    python -m strideless.experiments experiments/pico.yaml --export ../site/public/weights/pico

A plan (training/experiments/*.yaml) names its variants, seeds, splits of the data and options. `rates` are the peak
learning rates: a list trains each variant with each, a mapping gives every variant its own. A run's folder is
runs/PLAN/SPLIT-VARIANT-RATE-SEED (SPLIT- only where the plan has splits, RATE- only for a list of rates); it is finished
when its result.json is there, and an interrupted one goes on from its checkpoint. Each finished run puts its rows into
content/results/measured, and the validation scores along the way, where the plan has `curves`, into curves.json. With
--export, the run of the median seed of each variant (by the plan's measure) becomes shipped weights and their card.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import yaml

from .cost import macs
from .model import build
from .rows import MEASURED, record

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = {"train": "strideless.train", "classify": "strideless.classify"}
KEYS = {"program", "experiment", "variants", "seeds", "splits", "steps", "batch", "options", "measure", "init", "data", "rates", "curves"}
# A step allocates and frees some hundred megabytes. Kept by the process, in huge pages, they cost no page faults: a step
# takes a fifth less. (glibc; elsewhere the variable says nothing.)
ALLOCATOR = "glibc.malloc.hugetlb=1:glibc.malloc.mmap_max=0:glibc.malloc.trim_threshold=8000000000:glibc.malloc.top_pad=268435456"


@dataclass(frozen=True)
class Run:
    """One training of a plan."""

    plan: Plan
    variant: str
    seed: int
    split: dict
    rate: float | None = None

    @property
    def folder(self) -> Path:
        rate = str(self.rate) if isinstance(self.plan.rates, list) else None
        parts = [self.split.get("name"), self.variant, rate, str(self.seed)]
        return self.plan.runs / "-".join(p for p in parts if p)

    @property
    def result(self) -> Path:
        return self.folder / "result.json"

    def arguments(self) -> list[str]:
        """What the program is called with; the same words stand in the row as its command."""
        plan, fields = self.plan, {"variant": self.variant, "seed": self.seed}
        out = ["--architecture", self.variant, "--out", plan.shown(self.folder), "--seed", str(self.seed)]
        out += ["--steps", str(plan.steps), "--batch", str(plan.batch)]
        for name, folder in self.split.items():
            if name != "name":
                out += [f"--{name}", plan.shown(ROOT / folder)]
        if plan.init:
            out += ["--init", plan.shown(ROOT / plan.init.format(**fields))]
        if self.rate is not None:
            out += ["--lr", str(self.rate)]
        return [*out, *map(str, plan.options)]

    def rows(self) -> list[dict]:
        """The rows of the finished run: its card's figures, under the plan's names."""
        card = json.loads(self.result.read_text())
        row = {"plan": self.plan.name, **({"split": self.split["name"]} if "name" in self.split else {})}
        row |= {"variant": self.variant, "seed": self.seed, "steps": card["steps"], "batch": card["batch"]}
        if self.rate is not None:
            row["rate"] = self.rate
        scored = self.validated()
        if self.plan.curves and scored:
            row["valAP"] = scored[-1]["AP"]
        measures = card["measures"] if "measures" in card else {k: card.get(k) for k in ("AP", "AP50", "APsize")}
        cost = {"parameters": card["parameters"], "macs": card.get("macs") or macs(build(self.variant))}
        row |= measures | cost | {k: card[k] for k in ("command", "commit", "hours", "chip") if k in card}
        return [row]

    def validated(self) -> list[dict]:
        """The log's scores on validation scenes, by step; what an interrupted run logged twice counts once."""
        log = self.folder / "log.jsonl"
        entries = [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
        return [entry for _, entry in sorted({entry["step"]: entry for entry in entries if "AP" in entry}.items())]

    def curve(self) -> list[dict]:
        """One row for each time that the run was scored along the way."""
        row = {"plan": self.plan.name, "variant": self.variant, "seed": self.seed}
        return [row | {"step": entry["step"]} | {k: entry[k] for k in ("AP", "AP50", "APsize")} for entry in self.validated()]


class Plan:
    """A plan file, checked."""

    def __init__(self, path: Path, runs: Path | None = None):
        spec = yaml.safe_load(path.read_text())
        unknown, missing = spec.keys() - KEYS, {"experiment", "variants", "seeds", "steps"} - spec.keys()
        if unknown or missing:
            faults = [f"unknown: {', '.join(sorted(unknown))}"] * bool(unknown) + [f"missing: {', '.join(sorted(missing))}"] * bool(missing)
            raise ValueError(f"{path}: {'; '.join(faults)}")
        self.name, self.experiment = path.stem, spec["experiment"]
        self.program: str = spec.get("program", "train")
        if self.program not in PROGRAMS:
            raise ValueError(f"{path}: the program '{self.program}' is none of {', '.join(PROGRAMS)}")
        self.variants: list[str] = spec["variants"]
        self.seeds: list[int] = spec["seeds"]
        self.splits: list[dict] = spec.get("splits") or [spec.get("data", {})]
        self.steps: int = spec["steps"]
        self.batch: int = spec.get("batch", 32)
        self.options: list = spec.get("options", [])
        self.measure: str = spec.get("measure", "AP")
        self.init: str | None = spec.get("init")
        self.rates: list[float] | dict[str, float] = spec.get("rates", {})
        strangers = [] if isinstance(self.rates, list) else sorted(self.rates.keys() - set(self.variants))
        if strangers:
            raise ValueError(f"{path}: rates of {', '.join(strangers)}, which it does not train")
        self.curves: bool = spec.get("curves", False)
        self.runs = (runs or ROOT / "runs") / self.name

    @staticmethod
    def shown(path: Path) -> str:
        """A path as a command in training/ writes it."""
        return os.path.relpath(path, ROOT / "training") if path.is_relative_to(ROOT) else str(path)

    def all(self) -> list[Run]:
        """Seed by seed: when a plan is stopped early, each variant has as many runs."""
        return [Run(self, v, s, split, rate) for s in self.seeds for split in self.splits for v in self.variants for rate in self.rates_of(v)]

    def rates_of(self, variant: str) -> list[float] | list[None]:
        """The peak learning rates that a variant is trained with; None is the program's own."""
        return self.rates if isinstance(self.rates, list) else [self.rates.get(variant)]


def environment() -> dict[str, str]:
    """What a run's process is started with. The caller's own settings of the allocator and the log win."""
    # NNPACK, where it does not know the processor, says so at every convolution: 40 MB of log an hour.
    return {"GLIBC_TUNABLES": ALLOCATOR, "TORCH_CPP_LOG_LEVEL": "ERROR", **os.environ, "OMP_NUM_THREADS": "1"}


def perform(run: Run, measured: Path) -> bool:
    """Trains where that is still to be done, and writes the rows. False when the program failed; its log says why."""
    if not run.result.exists():
        run.folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", PROGRAMS[run.plan.program], *run.arguments()]
        with (run.folder / "output.log").open("a") as log:
            done = subprocess.run(command, cwd=ROOT / "training", env=environment(), stdout=log, stderr=log, check=False)
        if done.returncode or not run.result.exists():
            print(f"{run.folder.name}: failed ({done.returncode}); see {run.folder / 'output.log'}", flush=True)
            return False
    rows = run.rows()
    record(measured / f"{run.plan.experiment}.json", rows)
    if run.plan.curves and not isinstance(run.plan.rates, list):
        record(measured / "curves.json", run.curve())
    print(f"{run.folder.name}: {run.plan.measure} {rows[0].get(run.plan.measure)}, {rows[0]['hours']} h", flush=True)
    return True


def median(runs: list[Run]) -> Run:
    """The run with the median of the plan's measure; of an even number, the lower of the two in the middle."""
    scored = sorted(runs, key=lambda run: (run.rows()[0][run.plan.measure], run.seed))
    return scored[(len(scored) - 1) // 2]


def export(wanted: list[Run], folder: Path) -> list[str]:
    """Copies the weights and card of every variant's (and split's) median run among the finished ones. Returns what it wrote."""
    written = []
    groups: dict[str, list[Run]] = {}
    for run in wanted:
        groups.setdefault("-".join(p for p in (run.variant, run.split.get("name")) if p), []).append(run)
    for name, seeds in groups.items():
        runs = [run for run in seeds if run.result.exists()]
        if not runs:
            print(f"{name}: no seed is finished; left out", flush=True)
            continue
        chosen = median(runs)
        variant, measure = chosen.variant, chosen.plan.measure
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(chosen.folder / f"{variant}.safetensors", folder / f"{name}.safetensors")
        card = json.loads(chosen.result.read_text())
        card |= {"name": name, "chosen": f"median {measure} of the seeds {', '.join(str(run.seed) for run in runs)}"}
        (folder / f"{name}.json").write_text(json.dumps(card, indent=2) + "\n")
        written.append(name)
        print(f"{name}: seed {chosen.seed}, {measure} {chosen.rows()[0][measure]}", flush=True)
    return written


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plan", type=Path)
    parser.add_argument("--jobs", type=int, default=1, help="runs at once, one thread each")
    parser.add_argument("--variants", nargs="*", help="only these")
    parser.add_argument("--seeds", nargs="*", type=int, help="only these")
    parser.add_argument("--splits", nargs="*", help="only these, of a plan that has some")
    parser.add_argument("--list", action="store_true", help="say what is done and what is not, and stop")
    parser.add_argument("--export", type=Path, help="write the median seed's weights and cards into this folder, and stop")
    parser.add_argument("--runs", type=Path, help="folder of all runs (default: runs/)")
    parser.add_argument("--measured", type=Path, default=MEASURED, help="folder of the result files")
    options = parser.parse_args(argv)
    plan = Plan(options.plan, options.runs)
    splits = options.splits or [split.get("name") for split in plan.splits]
    variants, seeds = options.variants or plan.variants, options.seeds or plan.seeds
    wanted = [r for r in plan.all() if r.variant in variants and r.seed in seeds and r.split.get("name") in splits]
    if options.export:
        return 0 if export(wanted, options.export) else 1
    if options.list:
        for run in wanted:
            state = "done" if run.result.exists() else "begun" if (run.folder / "checkpoint.pt").exists() else "to do"
            print(f"{state:6} {run.folder.name}")
        return 0
    with ThreadPoolExecutor(options.jobs) as pool:
        good = list(pool.map(lambda run: perform(run, options.measured), wanted))
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
