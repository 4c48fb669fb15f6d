"""The project itself: what is installed, pinned, documented and licensed."""

import importlib.util
import os
import re
import subprocess
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import typer

from assistant.cli import app
from assistant.settings import Settings, variable_names

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES: list[str] = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
SETTINGS = sorted({variable_names(field)[0] for field in Settings.model_fields})
PINNED = (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
EXTRAS: dict[str, list[str]] = PYPROJECT["project"]["optional-dependencies"]
REQUIRED = [*PYPROJECT["project"]["dependencies"], *(name for names in EXTRAS.values() for name in names)]


def _canonical(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[=<>~!@; ]", requirement, maxsplit=1)[0]).lower()


@pytest.mark.parametrize("package", PACKAGES)
def test_no_other_distribution_owns_a_package_of_ours(package: str) -> None:
    # An editable install owns no package by name; then nobody may, and the package must come from here.
    assert packages_distributions().get(package, ["plan-assistant"]) == ["plan-assistant"]
    found = importlib.util.find_spec(package)
    assert found is not None
    assert found.origin == str(ROOT / package / "__init__.py")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_subcommand(command: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"plan-assistant {command}\b", readme)


@pytest.mark.parametrize("setting", SETTINGS)
def test_the_readme_names_every_setting(setting: str) -> None:
    assert f"`{setting}`" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_names_no_setting_that_does_not_exist() -> None:
    named = set(re.findall(r"PLAN_ASSISTANT_[A-Z_]*[A-Z]", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert named == set(SETTINGS)


def test_the_commands_are_the_contracts() -> None:
    assert {"ingest", "ask", "serve", "eval", "projects"} <= set(COMMANDS)


def test_every_dependency_is_pinned_once_and_to_a_plain_version() -> None:
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9A-Za-z.]*", pin) for pin in PINNED)
    names = [_canonical(pin) for pin in PINNED]
    assert len(names) == len(set(names))
    assert {_canonical(requirement) for requirement in REQUIRED} - {"plan-assistant"} <= set(names)
    assert "torch==2.13.0" in PINNED


def test_continuous_integration_runs_what_people_run() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").rstrip().endswith("exec make test")


def test_the_licence_is_apache_and_the_plans_text_stays_the_citys() -> None:
    assert "Version 2.0, January 2004" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "鎌倉市" in (ROOT / "NOTICE").read_text(encoding="utf-8")


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git checkout")
def test_no_file_of_a_package_is_ignored_by_git_and_so_left_out_of_the_wheel() -> None:
    files = [str(f.relative_to(ROOT)) for p in PACKAGES for f in (ROOT / p).rglob("*") if f.is_file()]
    kept = [name for name in files if "__pycache__" not in name]
    ignored = subprocess.run(["git", "check-ignore", *kept], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ignored.stdout == ""
