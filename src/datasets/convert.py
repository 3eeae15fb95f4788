"""Writes the tables in data/ from two wheels: convert.py scikit_learn-*.whl palmerpenguins-*.whl

The wheels are only read, nothing of them runs. README.md says where each table comes from.
"""

import csv
import gzip
import io
import sys
import zipfile
from pathlib import Path

TARGET = Path(__file__).parent / "data"

IRIS = ["sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)", "species"]
DIABETES = [
    "age", "sex", "body mass index", "blood pressure", "total cholesterol", "LDL", "HDL",
    "cholesterol/HDL", "log triglycerides", "blood sugar", "progression",
]
PENGUINS = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
DIGITS = [f"pixel {row} {column}" for row in range(8) for column in range(8)] + ["digit"]


def short(number: str) -> str:
    """The same number with no digits that say nothing: 1.51e+02 becomes 151."""
    return repr(float(number)).removesuffix(".0")


def write(name: str, header: list[str], rows: list[list[str]]) -> None:
    lines = [",".join(header)] + [",".join(short(entry) for entry in row) for row in rows]
    (TARGET / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def rows(wheel: str, name: str, separator: str = ",") -> list[list[str]]:
    with zipfile.ZipFile(wheel) as archive:
        data = archive.read(name)
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode()
    return list(csv.reader(io.StringIO(text), delimiter=separator))


def main(scikit_learn: str, palmerpenguins: str) -> None:
    folder = "sklearn/datasets/data/"
    write("iris.csv", IRIS, rows(scikit_learn, folder + "iris.csv")[1:])
    write("digits.csv", DIGITS, rows(scikit_learn, folder + "digits.csv.gz"))

    inputs = rows(scikit_learn, folder + "diabetes_data_raw.csv.gz", " ")
    targets = rows(scikit_learn, folder + "diabetes_target.csv.gz")
    write("diabetes.csv", DIABETES, [x + y for x, y in zip(inputs, targets, strict=True)])

    header, *penguins = rows(palmerpenguins, "palmerpenguins/data/penguins.csv")
    chosen = [[bird[header.index(column)] for column in PENGUINS] for bird in penguins]
    names = [column.replace("_mm", " (mm)").replace("_g", " (g)").replace("_", " ") for column in PENGUINS]
    write("penguins.csv", names, [bird for bird in chosen if "" not in bird and "NA" not in bird])


if __name__ == "__main__":
    main(*sys.argv[1:])
