"""From an architecture file in YOLOv5's format to a PyTorch module with YOLOv5's tensor names (`model.3.cv1.conv.weight`)."""

from __future__ import annotations

from pathlib import Path

import torch
import yaml
from torch import Tensor, nn

from . import pooling, residual  # noqa: F401  (register their rows)
from .modules import REGISTRY, Context, Detect

ARCHITECTURES = Path(__file__).resolve().parents[2] / "content" / "architectures"


class Model(nn.Module):
    """Runs the rows in order, keeping the outputs that later rows read. Input NCHW float in [0, 1]."""

    def __init__(self, spec: dict):
        super().__init__()
        for key in ("nc", "depth_multiple", "width_multiple", "backbone", "head"):
            if key not in spec:
                raise ValueError(f"architecture: the key '{key}' is missing")
        context = Context(spec["depth_multiple"], spec["width_multiple"], spec["nc"], spec.get("anchors", []))
        self.spec = spec
        self.input_size: int = spec.get("input", 128)
        self.channels: int = spec.get("channels", 3)
        rows = [*spec["backbone"], *spec["head"]]
        outputs: list[int] = []
        modules: list[nn.Module] = []
        self.sources: list[list[int]] = []
        self.listed: list[bool] = []  # rows whose `from` is a list get a list of tensors, whatever its length
        for index, (source, number, name, args) in enumerate(rows):
            if name not in REGISTRY:
                raise ValueError(f"architecture: row {index} names the module '{name}'; known: {', '.join(REGISTRY)}")
            # Absolute row numbers; -1 is the picture (only for the first row).
            sources = [s if s >= 0 else index + s for s in (source if isinstance(source, list) else [source])]
            inputs = [self.channels if s < 0 else outputs[s] for s in sources]
            module, channels = REGISTRY[name](context, inputs, number, args)
            modules.append(module)
            outputs.append(channels)
            self.sources.append(sources)
            self.listed.append(isinstance(source, list))
        # Rows go by `model.N`, as in YOLOv5, or by the names that the file gives them.
        self.names: list[str] = spec.get("names", [])
        if self.names:
            for name, module in zip(self.names, modules, strict=True):
                self.add_module(name, module)
        else:
            self.model = nn.ModuleList(modules)
        for module in self.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.eps = spec.get("batch_norm_epsilon", 1e-3)
        self.kept = {s for sources in self.sources for s in sources}
        self.strides: list[int] = []
        if isinstance(modules[-1], Detect):
            self._measure_strides(modules[-1])

    @property
    def rows(self) -> list[nn.Module]:
        return [self.get_submodule(name) for name in self.names] if self.names else list(self.model)

    @property
    def detect(self) -> Detect:
        last = self.rows[-1]
        if not isinstance(last, Detect):
            raise ValueError("this architecture does not end in Detect")
        return last

    def forward(self, x: Tensor) -> Tensor | list[Tensor]:
        kept: dict[int, Tensor] = {-1: x}
        y: Tensor | list[Tensor] = x
        for index, module in enumerate(self.rows):
            inputs = [kept[s] for s in self.sources[index]]
            y = module(inputs if self.listed[index] else inputs[0])
            if index in self.kept:
                kept[index] = y
        return y

    def _measure_strides(self, detect: Detect) -> None:
        training = self.training
        self.eval()
        with torch.no_grad():
            levels = self(torch.zeros(1, self.channels, 128, 128))
        self.train(training)
        self.strides = [128 // level.shape[-1] for level in levels]
        detect.prior(self.strides, self.input_size)


def read_spec(name: str | Path) -> dict:
    """Reads the architecture of this name from `content/architectures`, or the file at the path given.

    A file with `sizes` is a family: `yolov5n-spd` is the file that calls itself `yolov5{size}-spd`, with the keys of its
    size `n`.
    """
    path = Path(name)
    if path.suffix in (".yaml", ".yml"):
        return yaml.safe_load(path.read_text())
    known: list[str] = []
    for file in sorted(ARCHITECTURES.glob("*.yaml")):
        spec = yaml.safe_load(file.read_text())
        for size, keys in spec.get("sizes", {"": {}}).items():
            own = spec.get("name", file.stem).replace("{size}", size)
            if own == str(name):
                return {**spec, **keys}
            known.append(own)
    raise FileNotFoundError(f"no architecture '{name}'; known: {', '.join(sorted(known))}")


def build(name: str | Path | dict, seed: int | None = None) -> Model:
    """Builds the model of an architecture; with a seed the initial weights are reproducible."""
    if seed is not None:
        torch.manual_seed(seed)
    return Model(name if isinstance(name, dict) else read_spec(name))


def weights(model: nn.Module) -> dict[str, Tensor]:
    """The tensors that travel: the state dict without the counters of batch norm."""
    return {k: v for k, v in model.state_dict().items() if not k.endswith("num_batches_tracked")}
