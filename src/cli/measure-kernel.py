"""Times the kernel and weighs the server. Arguments: a folder for the kernel to run in, and how many
kernels to start. Prints one JSON object: seconds and bytes, as measured."""

import json
import os
import subprocess
import sys
import time
import urllib.request

import psutil
from jupyter_client import BlockingKernelClient
from jupyter_client.manager import KernelManager

KERNEL = "tslab"
IMPORT_CELL = 'import { perceptron, sigmoid } from "gradus";'
LATER_CELLS = [
    "const x = [-1, 2]; const w = [3, -2];",
    "perceptron(x, w, 1, sigmoid)",
    "[-6, 0, 6].map((z) => ({ z, slope: sigmoid.derivative(z) }))",
    'import { activationCurves, relu, show, tanh } from "gradus";\n'
    'show(activationCurves([sigmoid, tanh, relu], { from: -6, to: 6 }), "1.4");',
    'import { decisionLine } from "gradus";\n'
    'show(decisionLine({ w: [3, -2], w0: 1, points: [[-1, 2]] }), "1.7");',
]


def run_cell(client, code):
    """Seconds from the request to the reply."""
    begin = time.perf_counter()
    reply = client.execute_interactive(
        code, timeout=60, store_history=False, output_hook=lambda _message: None
    )
    if reply["content"]["status"] != "ok":
        raise RuntimeError(f"the cell failed: {code}")
    return time.perf_counter() - begin


def measure_kernel(folder):
    begin = time.perf_counter()
    manager = KernelManager(kernel_name=KERNEL)
    manager.start_kernel(cwd=folder)
    client = manager.blocking_client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        ready = time.perf_counter() - begin
        first = run_cell(client, "1 + 1")
        imported = run_cell(client, IMPORT_CELL)
        later = [run_cell(client, cell) for cell in LATER_CELLS]
        return {"ready": ready, "first": first, "import": imported, "later": later}
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def proportional_bytes(process):
    """Memory of a process and all it started; shared pages count once where the system tells."""
    total = 0
    for each in [process, *process.children(recursive=True)]:
        memory = each.memory_full_info()
        total += getattr(memory, "pss", None) or memory.rss
    return total


def call(base, path, body=None):
    request = urllib.request.Request(
        f"{base}{path}",
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": "token measure", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def wait_for_server(server, base):
    begin = time.perf_counter()
    while time.perf_counter() - begin < 60:
        try:
            call(base, "api/status")
            return time.perf_counter() - begin
        except OSError:
            if server.poll() is not None:
                break
            time.sleep(0.05)
    raise RuntimeError("JupyterLab did not start")


def measure_server(folder):
    port = 8700 + os.getpid() % 200
    base = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
    options = [f"--port={port}", "--ServerApp.port_retries=0", "--ip=127.0.0.1"]
    server = subprocess.Popen(
        command + options,
        env={**os.environ, "JUPYTER_TOKEN": "measure"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        started = wait_for_server(server, base)
        kernel = call(base, "api/kernels", {"name": KERNEL, "path": folder})
        runtime = os.environ["JUPYTER_RUNTIME_DIR"]
        client = BlockingKernelClient(
            connection_file=os.path.join(runtime, f"kernel-{kernel['id']}.json")
        )
        client.load_connection_file()
        client.start_channels()
        client.kernel_info(reply=True, timeout=60)
        for cell in [IMPORT_CELL, *LATER_CELLS]:
            run_cell(client, cell)
        used = proportional_bytes(psutil.Process(server.pid))
        client.stop_channels()
        return {"started": started, "bytes": used}
    finally:
        server.terminate()
        server.wait(timeout=20)


if __name__ == "__main__":
    folder, kernels = sys.argv[1], int(sys.argv[2])
    runs = [measure_kernel(folder) for _ in range(kernels)]
    print(json.dumps({"kernels": runs, "server": measure_server("notebooks")}))
