"""Steps whose numbers are read from tables are the steps of an ordinary run. (Their recording needs a GPU.)"""

import pytest
import torch
from test_train import arguments, settling

from strideless.data import load_scenes
from strideless.options import parse
from strideless.replay import Replay, Shared
from strideless.train import Run, train


def tabled(options) -> Replay:
    run = Run(options, load_scenes(options.data))
    run.load()
    return Replay(run, Shared(run.batches, run.device))


def same(a: torch.nn.Module, b: torch.nn.Module) -> None:
    # Adam divides by the size of the gradient: where that is near nothing, the order of a sum can be seen.
    for (name, x), y in zip(a.state_dict().items(), b.state_dict().values(), strict=True):
        torch.testing.assert_close(x, y, atol=2e-4, rtol=1e-2, msg=lambda text, name=name: f"{name}: {text}")


def test_the_same_weights_as_step_by_step(shards, tmp_path):
    options = parse(arguments(shards, tmp_path / "run"))
    options.out.mkdir()
    replay, run = tabled(options), Run(options, load_scenes(options.data))
    replay.advance(4)
    for _ in range(4):
        run.advance()
    replay.check()
    assert replay.run.step == run.step == 4 and replay.run.average.updates == run.average.updates
    same(run.model, replay.run.model)
    same(run.average.model, replay.run.average.model)


def test_either_goes_on_from_the_checkpoint_of_the_other(shards, tmp_path):
    whole = train(parse(arguments(shards, tmp_path / "whole")), [])
    train(parse(arguments(shards, tmp_path / "parts", "--stop", "2")), [])
    replay = tabled(parse(arguments(shards, tmp_path / "parts")))
    replay.advance(2)
    replay.run.save()
    resumed = train(parse(arguments(shards, tmp_path / "parts")), [])
    assert resumed.step == 6
    same(whole.average.model, resumed.average.model)


def test_what_has_ended_is_judged_from_the_weights_that_are_shipped(shards, tmp_path):
    options = parse(arguments(shards, tmp_path / "run"))
    options.out.mkdir()
    replay = tabled(options)
    replay.advance(6)
    replay.run.save(ended=True)
    ended = train(options, [])
    assert (options.out / "result.json").exists() and ended.step == 6
    for value, shipped in zip(replay.average().values(), ended.average.model.state_dict().values(), strict=True):
        assert torch.equal(value.half().float() if value.is_floating_point() else value, shipped)


def test_the_rates_follow_where_the_fall_begins(shards, tmp_path):
    options = parse(settling(shards, tmp_path / "run"))
    options.out.mkdir()
    replay = tabled(options)
    replay.advance(5)
    replay.run.judge(4, 1.0)
    replay.run.judge(8, 1.0)
    replay.settle()
    assert replay.run.fall == (5, 9)
    peak = replay.run.peak
    torch.testing.assert_close(replay.rates[[4, 5, 7, 9]] / peak, torch.tensor([1.0, 1.0, 0.51, 0.02]))


def test_a_gradient_that_is_not_finite_ends_the_run(shards, tmp_path):
    options = parse(arguments(shards, tmp_path / "run"))
    options.out.mkdir()
    replay = tabled(options)
    next(replay.run.model.parameters()).data.fill_(float("nan"))
    replay.advance(1)
    with pytest.raises(FloatingPointError, match="before step 1 is not finite"):
        replay.check()
