"""Memory that building an index has left behind goes back to the system; the C library would keep it for later."""

import ctypes
import ctypes.util


def give_back() -> None:
    """Do nothing where the C library is not glibc."""
    name = ctypes.util.find_library("c")
    trim = getattr(ctypes.CDLL(name), "malloc_trim", None) if name else None
    if trim is not None:
        trim(0)
