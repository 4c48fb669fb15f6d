"""Learns the topic model anew after a change of ``examples.csv``, so that nobody has to wait for it at the start.

``python -m evals.fit_topics`` writes the file that the package ships for the bundled embedding model.
"""

from pathlib import Path

import assistant.understand
from assistant import console
from assistant.settings import Settings
from assistant.understand.topic_model import SHIPPED, ship
from assistant.wiring import open_embedder


def main(settings: Settings | None = None, folder: Path | None = None) -> None:
    """Learn and write, with a progress bar; ``folder`` is the package's data folder unless told."""
    folder = folder or Path(assistant.understand.__file__).parent / "data"
    with console.progress() as advance:
        model = ship(
            open_embedder(settings or Settings()),
            folder / SHIPPED,
            lambda done, total: advance("用例を埋め込み中", done, total),
        )
    print(f"{len(model.topics)} topics: {folder / SHIPPED}")


if __name__ == "__main__":
    main()
