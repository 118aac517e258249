"""Passwords of staff: hashed with Argon2id, checked in the same time whether the account exists or not."""

from functools import cached_property

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

SHORTEST, LONGEST = 12, 200  # characters


class Passwords:
    """The one door to pwdlib; `hasher` is its own default unless a test is in a hurry."""

    def __init__(self, hasher: Argon2Hasher | None = None) -> None:
        self._hash = PasswordHash((hasher or Argon2Hasher(),))

    @cached_property
    def _of_nobody(self) -> str:
        return self._hash.hash("the password of nobody")

    def hash(self, password: str) -> str:
        """What is kept instead of the password."""
        return self._hash.hash(password)

    def check(self, password: str, kept: str | None) -> tuple[bool, str | None]:
        """Whether it is right, and a stronger hash to keep when the parameters changed; None = no such account."""
        right, stronger = self._hash.verify_and_update(password[:LONGEST], kept or self._of_nobody)
        return (right, stronger) if kept else (False, None)


def weakness(password: str, email: str) -> str:
    """What is wrong with a new password, in French; empty when it will do."""
    if len(password) < SHORTEST:
        return f"Ce mot de passe est trop court : au moins {SHORTEST} caractères, par exemple trois mots sans rapport."
    if len(password) > LONGEST:
        return f"Ce mot de passe est trop long : {LONGEST} caractères au plus."
    if len(set(password)) < 5:
        return "Ce mot de passe se devine : employez plus de caractères différents."
    if email and email.partition("@")[0].lower() in password.lower():
        return "Ce mot de passe contient votre adresse e-mail : choisissez-en un autre."
    return ""
