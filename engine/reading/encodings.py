"""Which encoding a text is in, by the look of its first bytes."""

from __future__ import annotations

import codecs
import re

CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

PLAUSIBLE = 0.6
"""Of the pairs of bytes that GB18030 would make Chinese of, the share that must be everyday Chinese."""


def sniff_encoding(sample: bytes) -> str | None:
    """One of `engine.reading.layout.ENCODINGS`; None for what is no text at all."""
    if sample.startswith(codecs.BOM_UTF8):
        return "utf-8"
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in sample:
        return _sniff_utf16(sample)
    if _has_controls(sample):
        return None
    for encoding in ("utf-8", "gb18030"):
        if _decodes(sample, encoding) and (encoding == "utf-8" or _looks_chinese(sample)):
            return encoding
    return "latin-1"


def _sniff_utf16(sample: bytes) -> str | None:
    """Of ASCII in UTF-16 every other byte is 0."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.4 * half and even < 0.1 * half and _decodes(sample, "utf-16-le"):
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.1 * half and _decodes(sample, "utf-16-be"):
        return "utf-16-be"
    return None


def _decodes(sample: bytes, encoding: str) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(sample)  # which forgives a character cut off at the end
    except UnicodeDecodeError:
        return False
    return True


def _has_controls(sample: bytes) -> bool:
    """Control characters that no text has, but for a stray one."""
    return len(CONTROLS.findall(sample)) > len(sample) // 100


def _looks_chinese(sample: bytes) -> bool:
    """Everyday Chinese begins with a byte from B0 to D7, its punctuation from A1 to A3; Latin letters seldom do."""
    pairs = everyday = position = 0
    while position < len(sample) - 1:
        first, second = sample[position], sample[position + 1]
        if first < 0x80:
            position += 1
            continue
        pairs += 1
        everyday += second >= 0xA1 and (0xB0 <= first <= 0xD7 or 0xA1 <= first <= 0xA3)
        position += 2
    return pairs > 0 and everyday >= PLAUSIBLE * pairs
