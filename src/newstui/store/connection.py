"""Connections to one SQLite file, one for each thread, and what goes wrong with them in words for people."""

from __future__ import annotations

import contextlib
import itertools
import shutil
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import apsw

from newstui.errors import N_, ReadOnlyError, StoreError
from newstui.store.schema import is_current, prepare

_SETTINGS: Final = """
    PRAGMA foreign_keys = ON;
    PRAGMA synchronous = NORMAL;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -8000;
    PRAGMA wal_autocheckpoint = 2000;
    PRAGMA journal_size_limit = 67108864;
"""

# Libraries in memory are told apart by number; threads find theirs by its name.
_NUMBERS: Final = itertools.count()

_TEMPLATES: Final[tuple[tuple[tuple[type[Exception], ...], str], ...]] = (
    (
        (apsw.BusyError, apsw.LockedError, apsw.ProtocolError),
        N_("The library is in use by another program; try again when that has ended: {path}"),
    ),
    (
        (apsw.FullError,),
        N_("There is no room left on the library’s disk; make room and try again, nothing is lost: {path}"),
    ),
    (
        (apsw.NotADBError,),
        N_("{path} is not a newstui library; move it away, or name another folder with --data-dir."),
    ),
    (
        (apsw.CorruptError,),
        N_("The library {path} is damaged ({detail}); run newstui doctor, or put back a copy of it."),
    ),
    (
        (apsw.CantOpenError, apsw.ReadOnlyError, apsw.PermissionsError, apsw.AuthError),
        N_(
            "The library cannot be opened for writing; make it and its folder writable, "
            "or name another folder with --data-dir: {path} ({detail})"
        ),
    ),
    (
        (UnicodeEncodeError, OverflowError, apsw.TooBigError),
        N_("The library {path} cannot hold such a value: {detail}."),
    ),
)
_OTHERWISE: Final = N_("The library {path} cannot be read or written ({detail}); run newstui doctor.")
_LEAST_ROOM: Final = 1 << 20
"""Bytes that a disk with room has free."""
_REFUSED: Final = (apsw.CantOpenError, apsw.ReadOnlyError, apsw.PermissionsError)
_CLOSED: Final = N_("The library {path} is closed.")


class Session:
    """One thread's connection; `lock` is held while it is in use, so that it is never closed under a statement."""

    __slots__ = ("__weakref__", "connection", "lock")

    def __init__(self, connection: apsw.Connection) -> None:
        self.connection = connection
        self.lock = threading.Lock()


class Connections:
    """Every thread's connection to one file; `path` None is a library in memory that all threads share."""

    def __init__(self, path: Path | None, patience: float) -> None:
        self.path = path
        self._patience = patience
        self._name = f"file:/newstui-{next(_NUMBERS)}?vfs=memdb" if path is None else str(path)
        self._own = threading.local()
        self._sessions: weakref.WeakSet[Session] = weakref.WeakSet()
        self._guard = threading.Lock()
        # Threads of one process queue here: SQLite itself would let them poll for the file.
        self._writing = threading.Lock()
        self.written = 0
        """Counts the beginnings and the ends of write transactions."""
        self._closed = False
        with self._told():
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
            # Kept, since a library in memory lives as long as a connection to it is open.
            self._first = self._open()
            self.read_only = self._first.connection.readonly("main")
            """Whether it can be read alone: what begins to write is told so by a ReadOnlyError."""
            if not is_current(self._first.connection, path):
                prepare(self._first.connection, path)
        self._own.session = self._first

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Let all that this thread reads and writes meanwhile be one write transaction.

        What fails in between is taken back alone, unless its error is let through.
        """
        self._check_writable()
        with self._writing, self._transaction("BEGIN IMMEDIATE") as connection:
            self._own.together = connection
            try:
                yield
            finally:
                self._own.together = None

    @contextlib.contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        """A connection in a transaction that sees one state of the library and never waits for a writer."""
        together: apsw.Connection | None = getattr(self._own, "together", None)
        if together is not None:
            yield together
            return
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[apsw.Connection]:
        """A connection in the only write transaction: all of it is stored at the end, or nothing."""
        together: apsw.Connection | None = getattr(self._own, "together", None)
        if together is not None:
            with together:  # a savepoint
                yield together
            return
        self._check_writable()
        with self._writing:
            self.written += 1
            try:
                with self._transaction("BEGIN IMMEDIATE") as connection:
                    yield connection
            finally:
                self.written += 1

    @contextlib.contextmanager
    def alone(self) -> Iterator[apsw.Connection]:
        """A connection without a transaction, for what starts its own or stands no other."""
        with self._told(), self._session() as connection:
            yield connection

    def close(self) -> None:
        """Close all connections, each when its thread's statement has ended; a second time does nothing."""
        with self._guard:
            if self._closed:
                return
            self._closed = True
            sessions = list(self._sessions)
        for session in sessions:
            with session.lock:
                session.connection.close()

    @contextlib.contextmanager
    def _transaction(self, begin: str) -> Iterator[apsw.Connection]:
        with self._told(), self._session() as connection:
            connection.execute(begin)
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # Some failures (a full disk) have ended the transaction already.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def _session(self) -> Iterator[apsw.Connection]:
        session: Session | None = getattr(self._own, "session", None)
        if session is None:
            session = self._open()
            self._own.session = session
        with session.lock:
            if self._closed:
                raise StoreError(_CLOSED, path=self.shown)
            yield session.connection

    def _check_writable(self) -> None:
        if self.read_only:
            raise ReadOnlyError(self.shown)

    def _open(self) -> Session:
        with self._guard:
            if self._closed:
                raise StoreError(_CLOSED, path=self.shown)
            session = Session(self._connect_to_file(self.path) if self.path is not None else self._connect(self._name))
            self._sessions.add(session)
            return session

    def _connect_to_file(self, path: Path) -> apsw.Connection:
        """Connect for writing, else for reading; where not even a log can be made beside the file, as if nobody wrote."""
        try:
            return self._connect(str(path))
        except _REFUSED:
            if not path.is_file():
                raise
        uri = path.absolute().as_uri()
        with contextlib.suppress(*_REFUSED):
            return self._connect(f"{uri}?mode=ro")
        return self._connect(f"{uri}?immutable=1")

    def _connect(self, name: str) -> apsw.Connection:
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
        connection = apsw.Connection(name, flags | (apsw.SQLITE_OPEN_URI if name != str(self.path) else 0))
        try:
            connection.set_busy_timeout(int(self._patience * 1000))
            connection.execute(_SETTINGS)
            connection.pragma("schema_version")  # the first look into the file
        except apsw.Error:
            connection.close()
            raise
        return connection

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Tell failures in words that name the file and the mend."""
        try:
            yield
        except OSError as error:
            raise _tell(apsw.CantOpenError(str(error.strerror)), self.shown) from error
        except (apsw.Error, UnicodeEncodeError, OverflowError) as error:
            raise _tell(error, self.shown) from error

    @property
    def shown(self) -> str:
        """The file, as messages name it."""
        return "(in memory)" if self.path is None else str(self.path)


def _tell(error: Exception, path: str) -> StoreError:
    # A full disk is an error of input or output, too, where it is the shared memory that has no room.
    full = isinstance(error, apsw.IOError) and _is_full(Path(path).parent)
    for kinds, template in _TEMPLATES:
        if isinstance(error, kinds) or (full and apsw.FullError in kinds):
            return StoreError(template, path=path, detail=str(error))
    return StoreError(_OTHERWISE, path=path, detail=str(error))


def _is_full(folder: Path) -> bool:
    """Whether a folder's disk has hardly any room."""
    try:
        return shutil.disk_usage(folder).free < _LEAST_ROOM
    except OSError:
        return False
