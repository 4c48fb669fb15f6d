"""Keeps a model that fails from being asked again and again: no user waits for what has failed before."""

import threading
import time
from collections.abc import Callable


class CircuitBreaker:
    """Opens after ``failures_allowed`` failures in a row; after ``rest_s`` seconds it lets one try through."""

    def __init__(self, failures_allowed: int, rest_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Closed: the model may be asked."""
        self._failures_allowed = failures_allowed
        self._rest_s = rest_s
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._opened_at: float | None = None

    def allows(self) -> bool:
        """Whether the model may be asked now; while it is half open, one asker at a time."""
        with self._lock:
            if self._opened_at is None:
                return True
            if self._clock() - self._opened_at < self._rest_s:
                return False
            self._opened_at = self._clock()
            return True

    def succeeded(self) -> None:
        """The model answered: close."""
        with self._lock:
            self._failures, self._opened_at = 0, None

    def failed(self) -> None:
        """The model failed: count it, and open when it is too often."""
        with self._lock:
            self._failures += 1
            if self._failures >= self._failures_allowed:
                self._opened_at = self._clock()

    @property
    def is_open(self) -> bool:
        """Whether the model is being rested."""
        with self._lock:
            return self._opened_at is not None
