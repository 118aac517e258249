import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest

from bot.errors import ModelUnavailable
from bot.search.embedding import Vector
from bot.search.vectors import BATCH, Vectors, drop_vectors, open_vectors


def _vectors(home: Path, url: str = "", release: str = "r1", model: str = "m", dimension: int = 3) -> Vectors:
    return open_vectors(home, url, release, model, dimension)


def _axes() -> Vector:
    return np.eye(3, dtype=np.float32)


def test_the_nearest_keys_come_first_with_their_cosine(tmp_path: Path) -> None:
    with closing(_vectors(tmp_path)) as vectors:
        vectors.add(["x", "y", "z"], _axes())
        found = vectors.query(np.array([0.8, 0.6, 0], np.float32), 2)
    assert [key for key, _ in found] == ["x", "y"]
    np.testing.assert_allclose([cosine for _, cosine in found], [0.8, 0.6], atol=1e-5)


def test_vectors_stay_when_they_are_opened_again(tmp_path: Path) -> None:
    with closing(_vectors(tmp_path)) as vectors:
        vectors.add(["x", "y", "z"], _axes())
    with closing(_vectors(tmp_path)) as vectors:
        assert vectors.count() == 3
        assert vectors.query(_axes()[2], 1)[0][0] == "z"


def test_each_release_has_vectors_of_its_own(tmp_path: Path) -> None:
    with closing(_vectors(tmp_path, release="r1")) as one, closing(_vectors(tmp_path, release="r2")) as two:
        one.add(["x"], _axes()[:1])
        assert (one.count(), two.count()) == (1, 0)
    assert (tmp_path / "releases" / "r1" / "chroma").is_dir()


def test_more_than_one_batch_is_stored(tmp_path: Path) -> None:
    many = np.random.default_rng(1).normal(size=(BATCH + 1, 3)).astype(np.float32)
    with closing(_vectors(tmp_path)) as vectors:
        vectors.add([str(number) for number in range(len(many))], many)
        assert vectors.count() == BATCH + 1


def test_an_empty_release_finds_nothing(tmp_path: Path) -> None:
    with closing(_vectors(tmp_path)) as vectors:
        vectors.add([], np.zeros((0, 3), np.float32))
        assert vectors.query(_axes()[0], 5) == []


def test_zeros_are_stored_and_asked_without_harm(tmp_path: Path) -> None:
    with closing(_vectors(tmp_path)) as vectors:
        vectors.add(["empty", "x"], np.array([[0, 0, 0], [1, 0, 0]], np.float32))
        assert vectors.query(_axes()[0], 1)[0][0] == "x"
        assert all(np.isfinite(cosine) for _, cosine in vectors.query(np.zeros(3, np.float32), 2))


@pytest.mark.parametrize(("model", "dimension"), [("other", 3), ("m", 4)])
def test_vectors_of_another_model_are_refused(tmp_path: Path, model: str, dimension: int) -> None:
    with closing(_vectors(tmp_path)), pytest.raises(ModelUnavailable, match="publiez à nouveau"):
        _vectors(tmp_path, model=model, dimension=dimension)


def test_dropped_vectors_are_gone(tmp_path: Path) -> None:
    with closing(_vectors(tmp_path)) as vectors:
        vectors.add(["x"], _axes()[:1])
        vectors.drop()
        with pytest.raises(ModelUnavailable, match="relais-r1"):
            vectors.query(_axes()[0], 1)
    with closing(_vectors(tmp_path)) as again:
        assert again.count() == 0


def test_a_server_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="RELAIS_CHROMA_URL"):
        _vectors(tmp_path, f"http://127.0.0.1:{_free_port()}")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """URL and process of a Chroma server on this machine."""
    port = _free_port()
    command = [str(Path(sys.executable).with_name("chroma")), "run", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--path", str(tmp_path_factory.mktemp("chroma"))],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "ANONYMIZED_TELEMETRY": "False"},
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.send_signal(signal.SIGCONT)
        process.terminate()
        process.wait(20)


def _wait_for(url: str) -> None:
    for _ in range(300):
        try:
            if httpx.get(f"{url}/api/v2/heartbeat", timeout=1).is_success:
                return
        except httpx.HTTPError:
            time.sleep(0.2)
    pytest.fail("the Chroma server did not start")


@pytest.mark.slow
def test_a_server_keeps_one_collection_for_each_release(
    tmp_path: Path, server: tuple[str, subprocess.Popen[bytes]]
) -> None:
    url, _ = server
    with closing(_vectors(tmp_path, url, "r1")) as one, closing(_vectors(tmp_path, url, "r2")) as two:
        one.add(["x", "y", "z"], _axes())
        assert (one.count(), two.count()) == (3, 0)
        ((key, cosine),) = one.query(_axes()[1], 1)
        assert (key, round(cosine, 4)) == ("y", 1)
    assert not (tmp_path / "releases").exists()


@pytest.mark.slow
def test_old_vectors_leave_the_server_whatever_model_made_them(
    tmp_path: Path, server: tuple[str, subprocess.Popen[bytes]]
) -> None:
    url, _ = server
    with closing(_vectors(tmp_path, url, "old", "m")) as vectors:
        vectors.add(["x"], _axes()[:1])
    drop_vectors(tmp_path, url, "old")
    drop_vectors(tmp_path, url, "never-made")
    with closing(_vectors(tmp_path, url, "old", "another")) as vectors:
        assert vectors.count() == 0


@pytest.mark.slow
def test_a_server_that_hangs_is_given_up_and_answers_again_when_it_recovers(
    tmp_path: Path, server: tuple[str, subprocess.Popen[bytes]]
) -> None:
    url, process = server
    with closing(_vectors(tmp_path, url, "hung")) as vectors:
        vectors.add(["x"], _axes()[:1])
        process.send_signal(signal.SIGSTOP)
        os.waitpid(process.pid, os.WUNTRACED)  # until all its threads have stopped
        try:
            with pytest.raises(ModelUnavailable, match="vérifiez Chroma"):
                vectors.query(_axes()[0], 1)
        finally:
            process.send_signal(signal.SIGCONT)
        assert vectors.query(_axes()[0], 1)[0][0] == "x"


class _Broken:
    """A collection whose every call fails in Chroma's own way."""

    name = "relais-r1"

    def __getattr__(self, call: str) -> Any:
        raise RuntimeError(call)


def test_every_failure_of_chroma_is_one_of_ours() -> None:
    vectors = Vectors(_Broken(), _Broken())
    for call in (
        lambda: vectors.add(["x"], _axes()[:1]),
        lambda: vectors.query(_axes()[0], 1),
        vectors.count,
        vectors.drop,
    ):
        with pytest.raises(ModelUnavailable):
            call()
