"""Extract from a TensorFlow wheel what an addon for Node needs: two libraries and the C headers.

Usage: wheel.py WHEEL FOLDER
Afterwards FOLDER/lib holds the libraries and FOLDER/include the headers.
"""

import os
import shutil
import sys
import zipfile

LIBRARIES = ("tensorflow/libtensorflow_cc.so.2", "tensorflow/libtensorflow_framework.so.2")
HEADERS = (
    "tensorflow/include/tensorflow/c/",
    "tensorflow/include/tensorflow/core/platform/ctstring",
    "tensorflow/include/tsl/platform/ctstring",
    "tensorflow/include/xla/tsl/c/",
)


def target(name):
    if name in LIBRARIES:
        return "lib/" + name.split("/")[-1]
    if name.startswith(HEADERS) and name.endswith(".h"):
        return name.removeprefix("tensorflow/")
    return None


def main(wheel, folder):
    found = set()
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            path = target(entry.filename)
            if path is None:
                continue
            found.add(entry.filename)
            path = os.path.join(folder, path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with archive.open(entry) as source, open(path, "wb") as out:
                shutil.copyfileobj(source, out, 1 << 20)
    missing = [name for name in LIBRARIES if name not in found]
    if missing:
        sys.exit("the wheel does not hold " + ", ".join(missing))


main(sys.argv[1], sys.argv[2])
