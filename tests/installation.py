"""quizlib as people have it: built as a wheel, and installed into an environment of its own."""

from __future__ import annotations

import os
import site
import subprocess
import sys
import venv
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent


class Installation(NamedTuple):
    """An environment with the wheel; the packages that it needs are those of the tests."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    def run(
        self, *command: str | Path, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment, which sees nothing of this checkout."""
        hidden = {"PYTHONPATH", "VIRTUAL_ENV", "MYPYPATH"}
        return subprocess.run(
            [self.folder / "bin" / command[0], *command[1:]],
            cwd=cwd or self.folder,
            env={name: value for name, value in os.environ.items() if name not in hidden},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )


def install(folder: Path, *projects: Path) -> Installation:
    """An environment in `folder` with the wheels of quizlib and of further `projects`."""
    venv.create(folder, with_pip=False)
    made = Installation(folder)
    packages = made.run(
        "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"
    ).stdout
    shared = "\n".join(site.getsitepackages())
    (Path(packages.strip()) / "shared.pth").write_text(f"{shared}\n")
    add(made, ROOT, *projects)
    return made


def add(installation: Installation, *projects: Path) -> None:
    """Build the wheels of `projects`, and install them."""
    wheels: list[str] = []
    for project in projects:
        folder = installation.folder / "wheels" / project.name
        _call("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=project)
        wheels += map(str, folder.iterdir())
    _call(
        *("-m", "pip", "--disable-pip-version-check", "--python", str(installation.python)),
        *("install", "--quiet", "--no-deps", "--no-index", *wheels),
        cwd=installation.folder,
    )


def _call(*arguments: str, cwd: Path) -> None:
    subprocess.run([sys.executable, *arguments], cwd=cwd, check=True, capture_output=True)
