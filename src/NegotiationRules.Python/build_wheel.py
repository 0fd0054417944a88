#!/usr/bin/env python3
"""build_wheel.py LIBRARY FOLDER: puts the package and the shared library into a wheel for this machine. Needs nothing but Python.

The tag says which glibc the library needs, which is read out of it. `pip wheel .` does the same, with the library that
NEGOTIATION_RULES_LIBRARY names.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import sys
import sysconfig
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = "negotiation_rules"
LIBRARIES = {"linux": "libnegotiation_rules.so", "darwin": "libnegotiation_rules.dylib", "win32": "negotiation_rules.dll"}
# So that the same package gives the same bytes.
TIME = (1980, 1, 1, 0, 0, 0)


def build(library: Path, folder: Path) -> Path:
    """Writes the wheel.

    :returns: Its path.
    """
    version = _field("version")
    name = f"{PACKAGE}-{version}-py3-none-{platform_tag(library)}.whl"
    info = f"{PACKAGE}-{version}.dist-info"
    files = {f"{PACKAGE}/{path.name}": path.read_bytes() for path in sorted((HERE / PACKAGE).iterdir()) if path.suffix in (".py", ".typed")}
    files[f"{PACKAGE}/py.typed"] = b""
    files[f"{PACKAGE}/{LIBRARIES[sys.platform]}"] = library.read_bytes()
    files[f"{info}/METADATA"] = _metadata(version).encode()
    files[f"{info}/WHEEL"] = f"Wheel-Version: 1.0\nGenerator: build_wheel\nRoot-Is-Purelib: false\nTag: {name[len(PACKAGE) + len(version) + 2 : -4]}\n".encode()
    record = f"{info}/RECORD"
    files[record] = "".join(f"{path},{_hash(content)},{len(content)}\n" for path, content in files.items()).encode() + f"{record},,\n".encode()
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, TIME)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            wheel.writestr(entry, content)
    return folder / name


def platform_tag(library: Path) -> str:
    """For Linux, the oldest glibc that has all that the library asks of it."""
    plain = re.sub(r"[-.]", "_", sysconfig.get_platform())
    if not plain.startswith("linux_"):
        return plain
    newest = max((int(minor) for minor in re.findall(rb"GLIBC_2\.(\d+)", library.read_bytes())), default=17)
    return f"manylinux_2_{max(newest, 17)}_{plain.removeprefix('linux_')}"


def build_wheel(wheel_directory: str, config_settings: object = None, metadata_directory: str | None = None) -> str:
    """What pip and build ask for."""
    library = os.environ.get("NEGOTIATION_RULES_LIBRARY")
    if not library:
        raise SystemExit("NEGOTIATION_RULES_LIBRARY names no shared library to put into the wheel: see README.md")
    return build(Path(library), Path(wheel_directory)).name


def _metadata(version: str) -> str:
    lines = [
        "Metadata-Version: 2.1",
        "Name: negotiation-rules",
        f"Version: {version}",
        f"Summary: {_field('description')}",
        "License: MIT",
        "Requires-Python: >=3.9",
        "Project-URL: Repository, https://github.com/negotiation-rules/negotiation-rules",
        "Classifier: Typing :: Typed",
        "Description-Content-Type: text/markdown",
    ]
    return "\n".join(lines) + "\n\n" + (HERE / "README.md").read_text(encoding="utf-8")


def _field(name: str) -> str:
    found = re.search(rf'^{name} = "(.*)"$', (HERE / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None, f"pyproject.toml has no {name}"
    return found[1]


def _hash(content: bytes) -> str:
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    print(build(Path(sys.argv[1]), Path(sys.argv[2])))
