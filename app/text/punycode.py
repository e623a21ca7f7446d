"""How long a label of a domain name becomes in Punycode; the codec of the standard library is too slow for typing."""

from bisect import bisect_left

# RFC 3492, section 5: the parameters of Punycode.
_BASE, _LOWEST, _HIGHEST, _SKEW, _DAMP = 36, 1, 26, 38, 700
_FIRST_BIAS, _FIRST_CODE_POINT = 72, 128


def punycode_length(label: str) -> int:
    """Return the length of *label* in Punycode, without the "xn--" in front."""
    basic = [position for position, character in enumerate(label) if character < "\x80"]
    others = sorted((ord(character), position) for position, character in enumerate(label) if character >= "\x80")
    written = len(basic) + bool(basic)
    placed, bias = list(basic), _FIRST_BIAS
    code_point, index = _FIRST_CODE_POINT, 0
    for next_code_point, position in others:
        next_index = bisect_left(placed, position)
        delta = (next_code_point - code_point) * (len(placed) + 1) + next_index - index
        written += _digits(delta, bias)
        placed.insert(next_index, position)
        bias = _adapted(delta, len(placed), first=len(placed) == len(basic) + 1)
        code_point, index = next_code_point, next_index + 1
    return written


def _digits(delta: int, bias: int) -> int:
    digits, step = 1, _BASE
    while True:
        threshold = min(max(step - bias, _LOWEST), _HIGHEST)
        if delta < threshold:
            return digits
        delta = (delta - threshold) // (_BASE - threshold)
        digits += 1
        step += _BASE


def _adapted(delta: int, length: int, *, first: bool) -> int:
    delta = delta // _DAMP if first else delta // 2
    delta += delta // length
    bias = 0
    while delta > (_BASE - _LOWEST) * _HIGHEST // 2:
        delta //= _BASE - _LOWEST
        bias += _BASE
    return bias + (_BASE - _LOWEST + 1) * delta // (delta + _SKEW)
