"""Rows of a result file in content/results/measured: one run or one measurement each, in an order that depends on nothing else.

A file says what its rows are: `key` (the fields that tell one row from another, in the order they are sorted by) and
`fields` (what each measure means, and its unit). Commands add rows; the words are written by people.
"""

from __future__ import annotations

import fcntl
import json
import os
from pathlib import Path

MEASURED = Path(__file__).resolve().parents[2] / "content" / "results" / "measured"


def serialise(file: dict) -> str:
    """JSON with one line a row, as the commands in TypeScript write it: a run more is one line more."""
    dump = lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":"))  # noqa: E731
    words = {k: v for k, v in file.items() if k != "rows"}
    head = json.dumps(words, ensure_ascii=False, indent=2)[:-2]
    lines = ",".join(f"\n    {dump(plain(row))}" for row in file["rows"])
    return f'{head},\n  "rows": [{lines}{chr(10) + "  " if lines else ""}]\n}}\n'


def plain(value):
    """Whole floats as whole numbers: JavaScript knows no difference, so no line changes when it writes the file."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def order(row: dict, key: list[str]) -> list:
    """Numbers before words, each in their own order."""
    return [(0, v, "") if isinstance(v, (int, float)) else (1, 0, str(v)) for v in (row.get(k) for k in key)]


def record(path: Path, rows: list[dict]) -> None:
    """Adds rows to a file; a row with the same key replaces the old one. Several processes may do so at once."""
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        file = json.loads(path.read_text())
        key = file["key"]
        for row in rows:
            missing = [k for k in key if k not in row]
            if missing:
                raise ValueError(f"{path.name}: a row without {', '.join(missing)}")
        by_key = {json.dumps([row.get(k) for k in key]): row for row in [*file["rows"], *rows]}
        file["rows"] = sorted(by_key.values(), key=lambda row: order(row, key))
        part = path.with_suffix(".part")
        part.write_text(serialise(file))
        os.replace(part, path)
    path.with_suffix(".lock").unlink(missing_ok=True)
