"""What goes through the pipes between a refresh and the processes that parse: jobs one way, answers the other.

Jobs are pickled. An answer comes from where a feed may have done its worst, and a pickle can make whoever reads it do
anything: so answers are plain data (MessagePack), which are read as the values that they have to be or not at all.
"""

from __future__ import annotations

import pickle
from typing import BinaryIO, Final

from msgspec.msgpack import Decoder, Encoder

from newstui.refresh.jobs import Failure, Job, Parsed

_ENCODER: Final = Encoder()
_DECODER: Final[Decoder[Parsed | Failure]] = Decoder(Parsed | Failure)
_LENGTH: Final = 4
"""Bytes that tell how many others an answer has."""


def send_job(job: Job, pipe: BinaryIO) -> None:
    """Write a job."""
    pickle.dump(job, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def take_job(pipe: BinaryIO) -> Job:
    """Read a job; raises EOFError when there are no more."""
    job: Job = pickle.load(pipe)  # noqa: S301  from the process that started this one
    return job


def pack_answer(answer: Parsed | Failure) -> bytes:
    """Return what is to be sent; raises UnicodeEncodeError for a text with lone surrogates, which clean text has not."""
    return _ENCODER.encode(answer)


def send_answer(packed: bytes, pipe: BinaryIO) -> None:
    """Write an answer."""
    pipe.write(len(packed).to_bytes(_LENGTH, "big"))
    pipe.write(packed)
    pipe.flush()


def take_answer(pipe: BinaryIO) -> Parsed | Failure:
    """Read an answer; raises EOFError where it ends too early and msgspec's DecodeError for what is none."""
    length = int.from_bytes(_read(pipe, _LENGTH), "big")
    return _DECODER.decode(_read(pipe, length))


def _read(pipe: BinaryIO, length: int) -> bytes:
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return data
