"""unpack_wheel.py WHEEL FOLDER: unpacks a wheel as an installer does, and looks at every file by its record."""

from __future__ import annotations

import base64
import csv
import hashlib
import sys
import zipfile
from pathlib import Path

wheel, folder = Path(sys.argv[1]), Path(sys.argv[2])
with zipfile.ZipFile(wheel) as opened:
    opened.extractall(folder)
    names = set(opened.namelist())
(record,) = folder.glob("*.dist-info/RECORD")
recorded = set()
for path, digest, size in csv.reader(record.read_text().splitlines()):
    recorded.add(path)
    if digest:
        content = (folder / path).read_bytes()
        found = "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        assert (found, str(len(content))) == (digest, size), path
assert recorded == names, recorded ^ names
tags = next(line for line in (record.parent / "WHEEL").read_text().splitlines() if line.startswith("Tag: "))
assert wheel.stem.endswith(tags.removeprefix("Tag: ")), tags
