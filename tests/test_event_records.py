"""Event files are read as they were written, whatever has become of them on the way."""

from __future__ import annotations

import math
import random
import struct
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from event_records import NAMES, Values, frame, make_values, read_events, records_of, values_in, write_events
from hypothesis import given
from hypothesis import strategies as st
from patience import within

from engine.loading import load_tensorflow
from engine.runs.checksums import crc32c, masked, unmasked
from engine.runs.framing import LONGEST_RECORD
from engine.runs.layouts import Rows
from engine.runs.records import PIECE, End, EventFile, Restart
from engine.runs.wire import Garbled, Place, fields, read_message

COUNT = 12


@pytest.fixture(scope="module")
def values() -> Values:
    return make_values(COUNT, first=1, names=("loss", "weights/x", "bias"))


@pytest.fixture(scope="module")
def written(values: Values, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A version, a start, and steps that are all laid out alike."""
    return write_events(tmp_path_factory.mktemp("written"), values).read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "events.out.tfevents.1.test"


# Checksums


def test_the_checksum_is_the_one_of_the_standard() -> None:
    """RFC 3720, B.4, and what everyone checks theirs by."""
    assert crc32c(np.frombuffer(b"123456789", np.uint8)) == 0xE3069283
    assert crc32c(np.zeros(32, np.uint8)) == 0x8A9136AA
    assert crc32c(np.full(32, 0xFF, np.uint8)) == 0x62A8AB43
    assert crc32c(np.arange(32, dtype=np.uint8)) == 0x46DD794E
    assert crc32c(np.zeros(0, np.uint8)) == 0


@given(st.binary(max_size=700))
def test_the_checksum_of_any_bytes(data: bytes) -> None:
    value = 0xFFFFFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0x82F63B78 if value & 1 else 0)
    assert crc32c(np.frombuffer(data, np.uint8)) == value ^ 0xFFFFFFFF
    assert unmasked(np.array([masked(value)], np.uint32))[0] == value


# What is whole


def test_what_was_written_is_read(values: Values, written: bytes, path: Path) -> None:
    path.write_bytes(written)
    reading = read_events(path)
    assert reading.values == values
    assert reading.file.damaged == 0
    assert reading.file.position == reading.file.size == len(written)
    assert Restart(0) in reading.blocks


def test_long_runs_are_read_as_tensorboard_reads_them(tmp_path: Path) -> None:
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator  # type: ignore[import-untyped]

    odd = {7: {"loss": math.inf}, 8: {"loss": -0.0, "extra": 1e-45}, 9: {"loss": math.nan}, 20_000: {"bias": 2.0}}
    values = make_values(30_000) | odd  # steps of one, two and three bytes
    path = write_events(tmp_path, values)
    found = read_events(path)
    events = EventAccumulator(str(path), {"scalars": 0})
    events.Reload()
    for name in (*NAMES, "extra"):
        expected = events.Scalars(name)
        ours = {step: scalars[name] for step, scalars in found.values.items() if name in scalars}
        assert [event.step for event in expected] == list(ours)
        np.testing.assert_array_equal([event.value for event in expected], list(ours.values()))
    times = np.concatenate([block.wall_times for block in found.blocks if isinstance(block, Rows)])
    assert [event.wall_time for event in events.Scalars("loss")] == np.delete(times, 20_000).tolist()
    assert len(found.blocks) < 200  # most of it was read many at a time


def test_scalars_of_tensorflow_2_are_tensors(tmp_path: Path) -> None:
    load_tensorflow()
    import tensorflow as tf

    writer = tf.summary.create_file_writer(str(tmp_path))
    with writer.as_default():
        for step in range(100):
            tf.summary.scalar("loss", 1 / (step + 1), step=step)
            tf.summary.scalar("accuracy", tf.constant(step, tf.float32), step=step)
            tf.summary.histogram("weights", tf.range(5.0), step=step)
            tf.summary.scalar("steps", tf.constant(0.5, tf.float64), step=step)
    writer.close()
    (path,) = tmp_path.iterdir()
    found = read_events(path).values
    assert {step: scalars["loss"] for step, scalars in found.items()} == pytest.approx(
        {step: 1 / (step + 1) for step in range(100)}
    )
    assert [scalars["accuracy"] for scalars in found.values()] == list(range(100))


def test_records_of_several_layouts_in_turns_are_read_in_short_pieces(tmp_path: Path) -> None:
    values = {step: {("loss", "accuracy", "learning_rate")[step % 3]: step / 64} for step in range(1, 3_000)}
    path = write_events(tmp_path, values)
    file = EventFile(path)
    pieces = []
    while file.has_more:
        pieces.append(file.read())
    assert values_in([block for blocks in pieces for block in blocks]) == values
    assert max(map(len, pieces)) < 300


# What is torn


def test_a_file_is_read_as_it_grows(values: Values, written: bytes, path: Path) -> None:
    path.write_bytes(b"")
    reading = read_events(path)
    chances = random.Random(1)
    done = 0
    while done < len(written):
        size = chances.choice((1, 3, 11, 12, 13, 60, 200, 500))
        with path.open("ab") as file:
            file.write(written[done : done + size])
        done += size
        before = len(reading.values)
        reading.go_on()
        assert len(reading.values) >= before
    assert reading.values == values
    assert reading.file.damaged == 0


def test_a_file_may_end_anywhere(values: Values, written: bytes, path: Path) -> None:
    starts = np.cumsum([0, *map(len, records_of(written))])
    for length in range(0, len(written), 3):
        path.write_bytes(written[:length])
        reading = read_events(path)
        whole = max(0, int(np.searchsorted(starts, length, "right")) - 3)
        assert reading.values == dict(list(values.items())[:whole])
        path.write_bytes(written)
        reading.go_on()
        assert reading.values == values
        assert reading.file.damaged == 0


def test_a_tail_that_a_share_shows_as_zeros_is_waited_for(values: Values, written: bytes, path: Path) -> None:
    path.write_bytes(written[:600] + bytes(len(written) - 600))
    reading = read_events(path)
    assert 0 < len(reading.values) < COUNT
    path.write_bytes(written)
    reading.go_on()
    assert reading.values == values
    assert reading.file.damaged == 0


def test_a_file_that_seems_shorter_for_a_moment(values: Values, written: bytes, path: Path) -> None:
    path.write_bytes(written[:700])
    reading = read_events(path)
    for data in (written[:300], b"", written):
        path.write_bytes(data)
        reading.go_on()
    assert reading.values == values


def test_a_file_that_cannot_be_read_for_a_moment(values: Values, written: bytes, path: Path) -> None:
    path.write_bytes(written[:700])
    reading = read_events(path)
    path.unlink()
    with pytest.raises(OSError, match="No such file"):
        reading.go_on()
    path.write_bytes(written)
    reading.go_on()
    assert reading.values == values


# What is damaged


def test_a_damaged_byte_costs_its_record_and_no_other(values: Values, written: bytes, path: Path) -> None:
    starts = np.cumsum([0, *map(len, records_of(written))])
    chances = random.Random(2)
    for at in range(len(written)):
        damaged = bytearray(written)
        damaged[at] ^= 1 << chances.randrange(8)
        path.write_bytes(damaged)
        reading = read_events(path)
        hit = int(np.searchsorted(starts, at, "right")) - 2  # the step; the first two records are of none
        assert reading.values == {step: scalars for step, scalars in values.items() if step != hit}, at
        assert reading.file.damaged == (hit != COUNT), at  # the last one may be about to be written


@pytest.mark.parametrize("size", [1, 12, 16, 5_000, PIECE - 1, PIECE, 2 * PIECE + 5])
@pytest.mark.parametrize("is_zero", [True, False])
def test_garbage_in_between_is_passed_over(
    values: Values, written: bytes, path: Path, size: int, is_zero: bool
) -> None:
    records = records_of(written)
    garbage = bytes(size) if is_zero else random.Random(size).randbytes(size)
    path.write_bytes(b"".join([*records[:5], garbage, *records[5:]]))
    reading = read_events(path)
    assert reading.values == values
    assert reading.file.damaged == 1


@pytest.mark.parametrize("length", [2**63, 2**64 - 1, 2**31, LONGEST_RECORD + 1, LONGEST_RECORD, 600, 1, 0])
def test_a_forged_length_costs_its_record(values: Values, written: bytes, path: Path, length: int) -> None:
    first, *others = records_of(written)
    forged = frame(b"forged", length)
    for place in (0, 6, len(others)):
        path.write_bytes(b"".join([first, *others[:place], forged, *others[place:]]))
        reading = read_events(path)
        assert reading.values == values
        assert reading.file.damaged == (place < len(others))
    with path.open("ab") as file:
        file.write(written)
    reading.go_on()
    assert reading.values == values
    assert reading.file.damaged == 1


@pytest.mark.parametrize("length", [0, 20, 200])
def test_headers_without_a_record_hide_no_record(values: Values, written: bytes, path: Path, length: int) -> None:
    records = records_of(written)
    headers = frame(b"", length)[:12] * 500
    path.write_bytes(b"".join([*records[:5], headers, *records[5:]]))
    reading = read_events(path)
    assert reading.values == values
    assert reading.file.damaged == 1


def test_headers_without_a_record_are_not_looked_at_for_long(path: Path) -> None:
    path.write_bytes(frame(b"", 0)[:12] * (2 * PIECE // 12))
    with within(2):
        assert read_events(path).blocks == []


def test_two_places_are_two(values: Values, written: bytes, path: Path) -> None:
    records = records_of(written)
    path.write_bytes(b"".join([*records[:4], b"?", *records[4:9], b"?", *records[9:]]))
    reading = read_events(path)
    assert reading.values == values
    assert reading.file.damaged == 2


def test_a_long_record_is_passed_over(values: Values, written: bytes, path: Path) -> None:
    records = records_of(written)
    graph = frame(bytes(3 * PIECE))
    path.write_bytes(b"".join([*records[:9], graph[: 2 * PIECE]]))
    reading = read_events(path)
    path.write_bytes(b"".join([*records[:9], graph, *records[9:]]))
    reading.go_on()
    assert reading.values == values


@pytest.mark.parametrize(
    "data",
    [
        b"\xff" * 20,  # a number without an end
        b"\x0a\x7f",  # longer than there is
        b"\x2a\x03\x0a\x05\x0a",  # the same, further in
        b"\x0b\x0c",  # a group
        b"\x00\x00",  # a field without a number
        b"\x10" + b"\xff" * 9 + b"\x01" + b"\x2a\x00",  # a step below 0
    ],
)
def test_a_record_that_is_no_event_is_passed_over(values: Values, written: bytes, path: Path, data: bytes) -> None:
    records = records_of(written)
    path.write_bytes(b"".join([*records[:5], frame(data), *records[5:]]))
    reading = read_events(path)
    assert reading.values == values
    assert reading.file.damaged == 1


def test_what_is_not_known_is_passed_over(values: Values, written: bytes, path: Path) -> None:
    """Fields of later versions; nested ones, and of every kind."""
    records = records_of(written)
    unknown = b"\xf8\x06\x05" + b"\xf9\x06" + bytes(8) + b"\xfd\x06" + bytes(4) + b"\xfa\x06\x02\x08\x01"
    data = records[7][12:-4]
    changed = [frame(unknown + data), frame(data + unknown)]
    path.write_bytes(b"".join([*records[:7], changed[0], *records[8:], changed[1]]))
    reading = read_events(path)
    assert reading.values == values
    assert reading.file.damaged == 0


def test_an_end_is_told(written: bytes, path: Path) -> None:
    path.write_bytes(written + frame(b"\x10\x05\x3a\x02\x08\x02"))
    assert read_events(path).blocks[-1] == End()


def test_what_is_no_event_file_says_nothing(path: Path) -> None:
    for data in (b"", b"PK\x03\x04", Path(__file__).read_bytes(), bytes(5000), random.Random(3).randbytes(PIECE + 7)):
        path.write_bytes(data)
        assert read_events(path).blocks == []


# Anything


@given(st.binary(max_size=60))
def test_any_bytes_are_a_message_or_are_not(data: bytes) -> None:
    try:
        message = read_message(data)
    except Garbled:
        return
    for _, place in message.scalars:
        assert 0 <= place.start == place.stop - 4 <= len(data) - 4


@given(st.lists(st.tuples(st.integers(0, 2**20), st.integers(0, 255)), max_size=6), st.integers(0, 2**31))
def test_any_change_with_good_checksums_does_no_harm(changes: list[tuple[int, int]], seed: int) -> None:
    """The contents of records are changed, and their checksums made to fit."""
    load_tensorflow()
    from engine.event_files import scalars_record

    data = bytearray(scalars_record(1.5, 3, {"loss": 0.5, "weights/x": 2.0}.items()))
    for at, byte in changes:
        data[at % len(data)] = byte
    try:
        message = read_message(bytes(data))
        list(fields(bytes(data), Place(0, len(data))))
    except Garbled:
        return
    assert all(struct.unpack_from("<f", data, place.start) for _, place in message.scalars)


def changed(written: bytes, chances: random.Random) -> bytes:
    """With up to a dozen changes: bytes altered, taken away, put in, repeated."""
    data = bytearray(written)
    for _ in range(chances.randrange(1, 12)):
        at = chances.randrange(len(data))
        match chances.randrange(4):
            case 0:
                data[at] = chances.randrange(256)
            case 1:
                del data[at : at + chances.randrange(1, 300)]
            case 2:
                data[at:at] = chances.randbytes(chances.randrange(1, 300))
            case 3:
                data[at:at] = data[chances.randrange(len(data)) :][: chances.randrange(1, 300)]
    return bytes(data)


def test_many_changes_at_once_invent_nothing(values: Values, written: bytes, path: Path) -> None:
    chances = random.Random(4)
    for _ in range(150):
        path.write_bytes(changed(written, chances))
        found = read_events(path).values
        assert all(values[step] == scalars for step, scalars in found.items())


def test_what_is_damaged_says_the_same_however_it_came(written: bytes, path: Path) -> None:
    chances = random.Random(6)
    for _ in range(40):
        data = changed(written, chances)
        path.write_bytes(b"")
        reading, done = read_events(path), 0
        while done < len(data):
            done += chances.randrange(1, 200)
            path.write_bytes(data[:done])
            reading.go_on()
        whole = read_events(path)
        assert reading.values == whole.values
        assert reading.file.damaged == whole.file.damaged


def test_memory_does_not_grow_with_the_file(written: bytes, path: Path) -> None:
    records = records_of(written)
    with path.open("wb") as file:
        file.write(records[0] + records[1])
        for part in (random.Random(5).randbytes(PIECE), bytes(PIECE), frame(bytes(PIECE)), b"".join(records[5:])):
            file.write(part * (6 if len(part) >= PIECE else 5_000))
    file_read = EventFile(path)
    tracemalloc.start()
    while file_read.has_more:
        file_read.read()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert file_read.position == file_read.size > 20 * PIECE
    assert peak < 10 * PIECE
