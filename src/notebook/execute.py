"""Run one notebook on the TypeScript kernel, cell by cell, and report as JSON lines on stdout.

    python execute.py NOTEBOOK --folder DIR [--timeout SECONDS] [--out FILE]

Events, one a line: {"event": "ready", "ms"}, {"event": "start", "cell"}, {"event": "cell", "cell",
"ms"}, {"event": "fail", "cell", "kind", "text"}, {"event": "done", "ms"}. Cells are numbered from 1
and every cell counts. The first failure ends the run. The notebook's file is only read; FILE gets
the notebook with its outputs.

The kernel (tslab) writes errors as stderr text and sends no error message, so any stderr text
counts as a failure. It also drops every request that arrives within 200 ms after a failed cell,
which is one more reason to stop there.
"""

import argparse
import asyncio
import json
import logging
import os
import sys
import time

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

KERNEL = "tslab"
START_SECONDS = 60


class Failure(Exception):
    """A cell did not run as it should; `kind` is error, stderr, timeout, dead or start."""

    def __init__(self, kind: str, text: str = "") -> None:
        super().__init__(text)
        self.kind = kind
        self.text = text


def report(event: str, **fields: object) -> None:
    """One JSON line, at once: the reader shows progress while we wait."""
    sys.stdout.write(json.dumps({"event": event, **fields}) + "\n")
    sys.stdout.flush()


def milliseconds(since: float) -> int:
    return round((time.monotonic() - since) * 1000)


def error_text(cell: nbformat.NotebookNode) -> str:
    """All that the cell's outputs say of an error, empty for a cell without any."""
    parts = []
    for output in cell.outputs:
        if output.output_type == "stream" and output.name == "stderr":
            parts.append(output.text)
        elif output.output_type == "error":
            parts.append(f"{output.ename}: {output.evalue}")
    return "".join(parts)


async def run_cell(client: NotebookClient, cell: nbformat.NotebookNode, index: int) -> None:
    try:
        await client.async_execute_cell(cell, index)
    except CellTimeoutError as error:
        raise Failure("timeout") from error
    except CellExecutionError as error:
        raise Failure("error", error_text(cell) or str(error)) from error
    except (DeadKernelError, RuntimeError) as error:
        raise Failure("dead", error_text(cell)) from error
    text = error_text(cell)
    if text:
        # An error that nobody awaited is printed by the kernel and the cell still counts as done.
        uncaught = text.startswith(("UncaughtException", "Unhandled"))
        raise Failure("error" if uncaught else "stderr", text)


async def run(notebook: nbformat.NotebookNode, folder: str, timeout: float) -> None:
    client = NotebookClient(
        notebook,
        kernel_name=KERNEL,
        timeout=timeout,
        startup_timeout=START_SECONDS,
        shutdown_kernel="immediate",
        record_timing=False,
        resources={"metadata": {"path": folder}},
    )
    start = time.monotonic()
    current = None
    try:
        async with client.async_setup_kernel():
            report("ready", ms=milliseconds(start))
            count = 0
            for index, cell in enumerate(notebook.cells):
                if cell.cell_type != "code" or not cell.source.strip():
                    continue
                current = index + 1
                count += 1
                report("start", cell=current)
                cell_start = time.monotonic()
                await run_cell(client, cell, index)
                # The kernel does not say its counter.
                cell.execution_count = count
                report("cell", cell=current, ms=milliseconds(cell_start))
    except NoSuchKernel as error:
        raise Failure("start", f"there is no kernel named {error.name}") from error
    except (RuntimeError, TimeoutError) as error:
        if current is None:
            raise Failure("start", str(error)) from error
        raise
    except Failure as failure:
        report("fail", cell=current, kind=failure.kind, text=failure.text)
        raise SystemExit(1) from failure


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("notebook")
    arguments.add_argument("--folder", required=True)
    arguments.add_argument("--timeout", type=float, default=60)
    arguments.add_argument("--out")
    given = arguments.parse_args()
    logging.disable(logging.CRITICAL)
    start = time.monotonic()
    notebook = nbformat.read(given.notebook, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
    try:
        asyncio.run(run(notebook, given.folder, given.timeout))
    except Failure as failure:
        report("fail", cell=None, kind=failure.kind, text=failure.text)
        raise SystemExit(1) from failure
    if given.out is not None:
        # Whole or not at all, also if the run is ended while it writes.
        part = f"{given.out}.{os.getpid()}.part"
        nbformat.write(notebook, part)
        os.replace(part, given.out)
    report("done", ms=milliseconds(start))


if __name__ == "__main__":
    main()
