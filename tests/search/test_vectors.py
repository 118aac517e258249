import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from bot.errors import ModelUnavailable
from bot.search.vectors import open_vectors

KEYS = ["a", "b", "c"]
VECTORS = np.eye(3, dtype=np.float32)


@pytest.fixture(scope="module")
def chroma_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """URL of a real Chroma server on loopback."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("chroma")
    command = [
        str(Path(sys.executable).parent / "chroma"),
        "run",
        "--path",
        str(folder),
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        url = f"http://127.0.0.1:{port}"
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{url}/api/v2/heartbeat", timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield url
        server.terminate()


@pytest.fixture(params=["embedded", "server"])
def chroma_url(request: pytest.FixtureRequest) -> str:
    return "" if request.param == "embedded" else str(request.getfixturevalue("chroma_server"))


@pytest.mark.slow
def test_the_nearest_key_comes_first_with_its_cosine(tmp_path: Path, chroma_url: str) -> None:
    vectors = open_vectors(tmp_path, chroma_url, "one", "model", 3)
    vectors.add(KEYS, VECTORS)
    (first, cosine), *_ = open_vectors(tmp_path, chroma_url, "one", "model", 3).query(VECTORS[1], 2)
    assert (first, vectors.count()) == ("b", 3)
    assert cosine == pytest.approx(1, abs=1e-5)


@pytest.mark.slow
def test_vectors_of_another_model_are_refused(tmp_path: Path, chroma_url: str) -> None:
    open_vectors(tmp_path, chroma_url, "two", "model", 3)
    with pytest.raises(ModelUnavailable, match="publiez à nouveau"):
        open_vectors(tmp_path, chroma_url, "two", "another model", 3)


@pytest.mark.slow
def test_dropped_vectors_are_gone(tmp_path: Path, chroma_url: str) -> None:
    vectors = open_vectors(tmp_path, chroma_url, "three", "model", 3)
    vectors.add(KEYS, VECTORS)
    vectors.drop()
    assert open_vectors(tmp_path, chroma_url, "three", "model", 3).count() == 0


def test_a_server_that_is_away_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="Chroma"):
        open_vectors(tmp_path, "http://127.0.0.1:9", "one", "model", 3)
