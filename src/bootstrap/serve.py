"""Runs JupyterLab and stops it when standard input closes: however the parent process ended,
no server and no kernel stays behind. Arguments: those of `jupyter lab`."""

import os
import signal
import sys
import threading


def stop_when_parent_is_gone():
    # Not through sys.stdin, whose lock a waiting thread would hold when Python ends.
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    # Ctrl-C reaches the whole terminal group; only the parent answers it, by closing our input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=stop_when_parent_is_gone, daemon=True).start()

    from jupyterlab.labapp import main

    sys.exit(main())
