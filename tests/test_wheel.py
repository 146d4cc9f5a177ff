"""What is installed works without the checkout: sentences, grammar, prompts and migrations are in the wheel."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent


def pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments], check=True)


def test_the_wheel_answers_outside_the_checkout(tmp_path: Path) -> None:
    pip("wheel", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", str(tmp_path), str(CHECKOUT))
    (wheel,) = tmp_path.glob("cxbot-*.whl")
    with zipfile.ZipFile(wheel) as packed:  # what pip does with a wheel of Python alone
        packed.extractall(tmp_path / "installed")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed"), "CXBOT_HOME": str(tmp_path / "home")}
    where = "import bot.cli.app; print(bot.cli.app.__file__)"
    found = subprocess.run(
        [sys.executable, "-c", where], check=True, capture_output=True, text=True, cwd=tmp_path, env=environment
    )
    assert found.stdout.startswith(str(tmp_path))
    asked = [sys.executable, "-m", "bot.cli.app", "ask", "what can you do?", "--json"]
    answer = subprocess.run(asked, check=True, capture_output=True, text=True, cwd=tmp_path, env=environment)
    assert json.loads(answer.stdout)["intent"] == "help"
