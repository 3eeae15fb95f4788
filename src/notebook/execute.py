"""Run one notebook on the TypeScript kernel, cell by cell, and report as JSON lines on stdout.

    python execute.py NOTEBOOK --folder DIR [--timeout SECONDS] [--out FILE] [--claims JSON] [--twice]

Events, one a line: {"event": "ready", "ms"}, {"event": "start", "cell"}, {"event": "cell", "cell",
"ms"}, {"event": "claims", "cell", "text", "error"}, {"event": "fail", "cell", "kind", "text"},
{"event": "once", "ms", "megabytes"}, {"event": "differs", "cell", "first", "second"}, {"event":
"done", "ms"}. Cells are numbered from 1 and every cell counts. The first failure ends the run. The
notebook's file is only read; FILE gets the notebook with its outputs.

JSON maps numbers of markdown cells to code that evaluates their claims; it runs where the cell
stands, in a cell of its own that FILE does not get. With --twice all cells run again in the same
kernel, and their outputs are compared.

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
import psutil
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

KERNEL = "tslab"
START_SECONDS = 60
# Longer than the time in which the kernel drops requests after a failed cell.
DROPPED_SECONDS = 0.3


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
        uncaught = text.startswith(("Uncaught", "Unhandled"))
        raise Failure("error" if uncaught else "stderr", text)


def runs(cell: nbformat.NotebookNode) -> bool:
    return cell.cell_type == "code" and bool(cell.source.strip())


async def evaluate_claims(client: NotebookClient, code: str, number: int) -> None:
    """Evaluate a cell's claims beside the notebook; an error in them is reported, and the run goes on."""
    cell = nbformat.v4.new_code_cell(code)
    # In a notebook of its own, so that no index and no output of the real one moves.
    own, client.nb = client.nb, nbformat.v4.new_notebook(cells=[cell])
    try:
        await run_cell(client, cell, 0)
        report("claims", cell=number, text=printed_text(cell), error=None)
    except Failure as failure:
        if failure.kind in ("dead", "timeout"):
            raise
        report("claims", cell=number, text=printed_text(cell), error=failure.text)
        await asyncio.sleep(DROPPED_SECONDS)
    finally:
        client.nb = own


def printed_text(cell: nbformat.NotebookNode) -> str:
    streams = [output for output in cell.outputs if output.output_type == "stream"]
    return "".join(output.text for output in streams if output.name == "stdout")


def comparable(cell: nbformat.NotebookNode) -> list:
    """What a cell wrote, with texts that follow each other joined: the kernel cuts them as it likes."""
    parts = []
    for output in cell.outputs:
        if output.output_type != "stream":
            parts.append(["display", json.dumps(output.get("data", {}), sort_keys=True)])
        elif parts and parts[-1][0] == output.name:
            parts[-1][1] += output.text
        else:
            parts.append([output.name, output.text])
    return parts


def first_difference(once: list, again: list) -> tuple[str, str]:
    """The first place where two lists of outputs part, with a few words around it."""
    for (_, first), (_, second) in zip(once, again, strict=False):
        if first != second:
            same = os.path.commonprefix([first, second])
            start = max(0, len(same) - 30)
            return first[start : len(same) + 50], second[start : len(same) + 50]
    return f"{len(once)} outputs", f"{len(again)} outputs"


def peak_megabytes(client: NotebookClient) -> float | None:
    """The most memory that the kernel and its children have held; where the system does not say, now."""
    process = getattr(getattr(client.km, "provisioner", None), "process", None)
    if process is None:
        return None
    total = 0.0
    try:
        kernel = psutil.Process(process.pid)
        for one in [kernel, *kernel.children(recursive=True)]:
            total += peak_bytes(one)
    except psutil.Error:
        return None
    return round(total / 1e6, 1)


def peak_bytes(process: psutil.Process) -> float:
    try:
        with open(f"/proc/{process.pid}/status", encoding="utf8") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    memory = process.memory_info()
    return getattr(memory, "peak_wset", memory.rss)


async def run(
    notebook: nbformat.NotebookNode,
    folder: str,
    timeout: float,
    claims: dict[str, str],
    twice: bool,
) -> None:
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
            megabytes = 0.0
            for index, cell in enumerate(notebook.cells):
                current = index + 1
                if cell.cell_type == "markdown" and str(current) in claims:
                    await evaluate_claims(client, claims[str(current)], current)
                if not runs(cell):
                    continue
                count += 1
                report("start", cell=current)
                cell_start = time.monotonic()
                await run_cell(client, cell, index)
                # The kernel does not say its counter.
                cell.execution_count = count
                report("cell", cell=current, ms=milliseconds(cell_start))
                megabytes = max(megabytes, peak_megabytes(client) or 0.0)
            megabytes = max(megabytes, peak_megabytes(client) or 0.0)
            report("once", ms=milliseconds(start), megabytes=megabytes or None)
            for index, cell in enumerate(notebook.cells if twice else []):
                if not runs(cell):
                    continue
                current = index + 1
                kept, cell.outputs = cell.outputs, []
                report("start", cell=current)
                await run_cell(client, cell, index)
                once, again = comparable(nbformat.from_dict({"outputs": kept})), comparable(cell)
                if once != again:
                    first, second = first_difference(once, again)
                    report("differs", cell=current, first=first, second=second)
                cell.outputs = kept
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
    arguments.add_argument("--claims", default="{}")
    arguments.add_argument("--twice", action="store_true")
    given = arguments.parse_args()
    logging.disable(logging.CRITICAL)
    start = time.monotonic()
    notebook = nbformat.read(given.notebook, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
    try:
        claims = json.loads(given.claims)
        asyncio.run(run(notebook, given.folder, given.timeout, claims, given.twice))
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
