"""Memory that building an index has left behind goes back to the system; the C library would keep it for later."""

import ctypes


def give_back() -> None:
    """Do nothing where the C library is not glibc."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
