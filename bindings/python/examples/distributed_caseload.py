# SPDX-License-Identifier: MIT
"""A caseload on the workers of a dask cluster (Debian: python3-distributed), here two processes of this machine.

A plan travels as its own bytes when it is pickled; a path is read where the worker is. Both give what one process gives. The library
uses all processors of a machine by itself: this is for more plans than one machine should hold."""
from __future__ import annotations

import argparse
import importlib
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any, Dict, List, Sequence, Tuple, Union

import homework
from homework import samples

Row = Dict[str, Any]
Part = List[Tuple[str, Union[homework.Plan, str]]]
METRICS = ("generated", "done", "on_time", "not_reported")


def evaluate(part: Part, as_of: str) -> List[Row]:
    """What a worker does: the rows of some plans. A string is the path of a plan's document."""
    plans: List[Tuple[str, Union[homework.Plan, Path]]] = [
        (name, Path(plan) if isinstance(plan, str) else plan) for name, plan in part]
    return homework.caseload(plans, metrics=METRICS, as_of=as_of, days=28, threads=1).to_dict()


def parts(plans: Part, count: int) -> List[Part]:
    """The plans in so many parts of about the same size."""
    return [plans[first::count] for first in range(count) if plans[first::count]]


def gather(client: Any, plans: Part, count: int, as_of: str) -> List[Row]:
    """The rows of all plans by name, from whichever worker they come."""
    futures = client.map(evaluate, parts(plans, count), as_of=as_of, pure=False)
    rows: Sequence[List[Row]] = client.gather(futures)
    return sorted((row for some in rows for row in some), key=lambda row: str(row["name"]))


def main() -> None:
    """Runs the same caseload in this process, with pickled plans, and by path."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=40, help="how many to invent, %(default)s unless given")
    parser.add_argument("--workers", type=int, default=2, help="how many processes, %(default)s unless given")
    parser.add_argument("--as-of", type=datetime.fromisoformat, default=samples.AS_OF, help="a moment with its offset")
    given = parser.parse_args()
    distributed: Any = importlib.import_module("distributed")
    plans, as_of = list(samples.caseload(given.clients, seed=1).items()), given.as_of.isoformat()
    here = sorted(evaluate(list(plans), as_of), key=lambda row: str(row["name"]))
    with tempfile.TemporaryDirectory() as folder, distributed.LocalCluster(
            n_workers=given.workers, threads_per_worker=1, processes=True, dashboard_address=None,
            local_directory=folder) as cluster, distributed.Client(cluster) as client:
        paths: Part = []
        for name, plan in plans:
            plan.save(f"{folder}/{name}.xml")
            paths.append((name, f"{folder}/{name}.xml"))
        pickled = gather(client, list(plans), 2 * given.workers, as_of)
        by_path = gather(client, paths, 2 * given.workers, as_of)
    print(f"{len(here)} plans on {given.workers} workers")
    print(f"pickled: {'equal' if pickled == here else 'different'}")
    print(f"by path: {'equal' if by_path == here else 'different'}")
    raise SystemExit(not pickled == by_path == here)


if __name__ == "__main__":
    main()
