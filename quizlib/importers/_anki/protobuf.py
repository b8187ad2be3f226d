"""Protocol Buffers' wire format, as far as packages use it.

Source: https://protobuf.dev/programming-guides/encoding/: a message is a row of tags
(field number and wire type in one varint), each followed by its value.
"""

from __future__ import annotations

from collections import defaultdict

Value = int | bytes
#: Field number -> its values, in the order in which they came.
Message = dict[int, list[Value]]

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5


def decode(data: bytes) -> Message:
    """The fields of a message. Raises ValueError when `data` is none."""
    message: Message = defaultdict(list)
    position = 0
    while position < len(data):
        tag, position = _varint(data, position)
        value, position = _value(data, position, tag & 7)
        message[tag >> 3].append(value)
    return message


def text(message: Message, number: int) -> str:
    """The field `number` as text, "" where it is missing or of another type; the last counts."""
    value = message.get(number, [b""])[-1]
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""


def whole(message: Message, number: int) -> int:
    """The field `number` as a number, 0 where it is missing or of another type."""
    value = message.get(number, [0])[-1]
    return value if isinstance(value, int) else 0


def _value(data: bytes, position: int, wire_type: int) -> tuple[Value, int]:
    if wire_type == _VARINT:
        return _varint(data, position)
    if wire_type == _BYTES:
        length, position = _varint(data, position)
    elif wire_type in (_FIXED64, _FIXED32):
        length = 8 if wire_type == _FIXED64 else 4
    else:
        raise ValueError(f"wire type {wire_type} is not known")
    end = position + length
    if end > len(data):
        raise ValueError("a field is longer than its message")
    return data[position:end], end


def _varint(data: bytes, position: int) -> tuple[int, int]:
    """The number that begins at `position`, seven bits a byte, the lowest first."""
    value = 0
    for shift in range(0, 70, 7):
        if position >= len(data):
            raise ValueError("a number ends too early")
        byte = data[position]
        position += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, position
    raise ValueError("a number is too long")
