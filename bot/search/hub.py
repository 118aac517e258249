"""The one door to sentence-transformers: a model from a folder, from the local cache, or from the hub."""

import os
from pathlib import Path
from typing import Any

from bot.errors import ModelUnavailable


def load_model(kind: str, model: str, setting: str) -> Any:
    """Load a `SentenceTransformer` or `CrossEncoder`; raises ModelUnavailable naming the setting.

    The hub is looked on last, without its 70 s of retries.
    """
    os.environ.setdefault("HF_HUB_DOWNLOAD_TIMEOUT", "10")  # noqa: TID251 - how the hub's library is told
    os.environ.setdefault("HF_HUB_ETAG_TIMEOUT", "5")  # noqa: TID251
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")  # noqa: TID251
    import sentence_transformers

    load = getattr(sentence_transformers, kind)
    try:
        return load(model, device="cpu", local_files_only=True)
    except Exception as missing:  # many kinds: not cached, not a model, broken files
        if Path(model).exists():
            raise ModelUnavailable(
                f"Le dossier « {model} » ne contient pas de modèle sentence-transformers : corrigez {setting}."
            ) from missing
    try:
        _reach_hub()
        return load(model, device="cpu")
    except Exception as error:  # the hub's library raises many kinds as well
        raise ModelUnavailable(
            f"Le modèle « {model} » n'est pas sur cette machine et le réseau ne permet pas de le télécharger : "
            f"corrigez {setting}, donnez un dossier, ou laissez vide pour vous en passer."
        ) from error


def _reach_hub() -> None:
    """Fail at once when there is no network, instead of after every retry of the hub's library."""
    import socket

    socket.create_connection(("huggingface.co", 443), timeout=3).close()
