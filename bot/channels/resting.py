"""Waiting that a stop cuts short."""

import asyncio


async def rest(seconds: float, stop: asyncio.Event) -> bool:
    """Wait so long, or until `stop`; gives whether it was set."""
    if seconds <= 0:
        return stop.is_set()
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return False
    return True
