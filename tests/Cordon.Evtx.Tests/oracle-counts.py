#!/usr/bin/env python3
"""Counts the records of every EVTX file below a folder with two independent readers.

usage: oracle-counts.py FOLDER > OracleCounts.tsv

Needs evtxexport (Debian: libevtx-utils) and the Evtx module (Debian: python3-evtx). A reader that fails is shown as "-".
"""
import os
import subprocess
import sys

from Evtx.Evtx import Evtx


def with_libevtx(path):
    # Old records found in slack come under their own heading, which this mode leaves out.
    try:
        run = subprocess.run(["evtxexport", "-m", "items", path], capture_output=True, timeout=120)
    except subprocess.TimeoutExpired:
        return "-"
    numbers = sum(1 for line in run.stdout.splitlines() if line.startswith(b"Event number"))
    return str(numbers) if run.returncode == 0 or numbers else "-"


def with_python(path):
    try:
        with Evtx(path) as log:
            return str(sum(1 for _ in log.records()))
    except Exception:
        return "-"


root = sys.argv[1]
print("file\tlibevtx\tpython-evtx")
for folder, folders, files in os.walk(root):
    folders.sort()
    for name in sorted(files):
        if name.lower().endswith(".evtx"):
            path = os.path.join(folder, name)
            print(os.path.relpath(path, root), with_libevtx(path), with_python(path), sep="\t", flush=True)
