"""Keys and tokens that give themselves away: by a form that their maker documents, or by being nothing but chance."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from math import log2

from app.checks.cutting import words_of
from app.checks.found import Found
from app.checks.passage import Passage

_MARKS = (
    "AKIA", "ASIA", "AIDA", "AROA", "ABIA", "ACCA", "A3T", "gh", "gl", "xox", "xapp-", "k_live_", "k_test_", "k_prod_",
    "_live_", "_prod_", "whsec_", "sk-", "AIza", "ya29.", "1//", "4//", "SG.", "key-", "xkeysib-", "ATATT3", "ABSK",
    "hvs.", "hvb.", "ntn_", "secret_", "pplx-", "CLOJARS_", "sgp_", "EAA", "gsk_", "xai-", "r8_", "lin_api_", "PMAK-",
    "sntry", "s-s4t2", "dckr_pat_", "rubygems_", "tskey-", "figd_", "sbp_", "NRAK-", "AGE-SECRET", "dapi", "dp.",
    "EZAK", "EZTK", "shippo_", "pul-", "rdme_", "API-", "fio-u-", "duffel_", "pat", "tfp_", "nfp_", "FLWSECK", "|",
    "v1.0-", "npm_", "pypi-", "hf_", "_v1_", "shp", "sq0", "AC", "SK", ":AA", "eyJ", "Q~", "-----BEGIN",
    "hooks.slack.com", "/webhooks/", "webhook.office.com", "://",
)  # fmt: skip
"""What a key of a known make has in it, whatever it is: without any of these the text is not searched."""

_FEWEST_DIGITS, _FEWEST_CAPITALS, _FEWEST_SMALL = 2, 3, 3
_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")
_LEAST_SURPRISE_OF_KNOWN, _LEAST_SURPRISE, _MUCH_SURPRISE = 2.0, 2.5, 3.8
_SHORTEST_NAMED = 10
_SHORTEST_UNNAMED = 30
_PUBLIC_CODES = frozenset(
    words_of(
        "wallet address addresses donate donation donations tip tips sol solana mint contract ca token nft ipfs hash"
        " hashes checksum sha256 sha512 md5 txid tx transaction block commit id ids uuid cid magnet torrent seed"
    )
)
"""Words beside which a string of chance is most likely meant to be public."""

KEY, UNNAMED_KEY = "privacy.credential.key", "privacy.credential.unnamed-key"


@cache
def _known_keys() -> re.Pattern[str]:
    """Return the forms of keys as their makers document them: prefixes, lengths, and the private keys of RFC 7468."""
    return re.compile(
        r"""(?<![A-Za-z0-9])(?:
          A(?:KIA|SIA|IDA|ROA|BIA|CCA|3T[A-Z0-9])[0-9A-Z]{12,20}
        | gh[pousr]_[A-Za-z0-9]{16,80} | github_pat_[A-Za-z0-9_]{20,100}
        | gl(?:pat|ptt|rt|dt|soat|cbt|ft)-[A-Za-z0-9_-]{16,60}
        | xox[a-z]-(?:\d-)?\d{6,14}-[A-Za-z0-9-]{16,100} | xoxe(?:\.xox[bp])?-\d-[A-Za-z0-9]{40,250}
        | xapp-\d-[A-Za-z0-9-]{20,120}
        | (?:sk|pk|rk)_(?:live|test|prod)_[A-Za-z0-9]{8,120} | whsec_[A-Za-z0-9]{16,80}
        | [a-z]{2,10}_(?:live|prod)_(?=[A-Za-z]{0,40}\d)[A-Za-z0-9]{10,120}
        | sk-(?!ant-)[A-Za-z0-9_-]{16,180} | sk-ant-(?:api|admin)\d\d-[A-Za-z0-9_-]{93}AA
        | AIza[0-9A-Za-z_-]{35} | ya29\.[0-9A-Za-z_-]{16,200} | [14]//0[A-Za-z0-9_-]{30,120}
        | SG\.[A-Za-z0-9_-]{10,40}\.[A-Za-z0-9_-]{10,60} | key-[0-9a-f]{32} | xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}
        | ATATT3[A-Za-z0-9_=-]{50,250} | ABSK[A-Za-z0-9+/=]{60,250} | hv[sb]\.[A-Za-z0-9_-]{60,300}
        | ntn_\d{8,14}[A-Za-z0-9]{30,40} | secret_[A-Za-z0-9]{43} | pplx-[A-Za-z0-9]{40,60} | CLOJARS_[a-z0-9]{60}
        | sgp_(?:local_|[A-Fa-f0-9]{16}_)?[A-Fa-f0-9]{40} | EAA[A-Z][A-Za-z0-9]{90,300}
        | gsk_[A-Za-z0-9]{40,64} | xai-[A-Za-z0-9]{60,90} | r8_[A-Za-z0-9]{30,44} | lin_api_[A-Za-z0-9]{32,48}
        | PMAK-[a-f0-9]{24}-[a-f0-9]{34} | sntry[su]_[A-Za-z0-9+/=_-]{40,300} | s-s4t2(?:ud|af)-[a-f0-9]{64}
        | dckr_pat_[A-Za-z0-9_-]{24,40} | rubygems_[a-f0-9]{48} | glc_[A-Za-z0-9+/]{32,300}={0,2}
        | glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8} | tskey-[a-z]{2,12}-[A-Za-z0-9_-]{16,80} | figd_[A-Za-z0-9_-]{36,60}
        | sbp_[a-f0-9]{40} | NRAK-[A-Z0-9]{27} | AGE-SECRET-KEY-1[A-Z0-9]{58} | dapi[a-f0-9]{32}(?:-\d)?
        | dp\.(?:pt|st|ct|sa)\.[A-Za-z0-9._-]{40,60} | EZ[AT]K[A-Za-z0-9]{54} | shippo_(?:live|test)_[a-f0-9]{40}
        | pul-[a-f0-9]{40} | rdme_[a-z0-9]{70} | API-[A-Z0-9]{26} | fio-u-[A-Za-z0-9_=-]{64}
        | duffel_(?:test|live)_[A-Za-z0-9_=-]{43} | pat[A-Za-z0-9]{14}\.[a-f0-9]{64} | pat-(?:na|eu)1-[a-f0-9-]{36}
        | tfp_[A-Za-z0-9_-]{40,60} | nfp_[A-Za-z0-9]{36,44} | FLWSECK(?:_TEST)?-[a-h0-9]{12,40}-X
        | \d{15,17}\|[A-Za-z0-9_-]{25,40} | v1\.0-[a-f0-9]{24}-[a-f0-9]{146}
        | npm_[A-Za-z0-9]{30,60} | pypi-[A-Za-z0-9_-]{16,200} | hf_[A-Za-z0-9]{34}
        | do[opr]_v1_[0-9a-f]{32,80}
        | shp(?:at|ss|ca|pa)_[0-9a-fA-F]{20,60} | sq0(?:atp|csp|idp)-[A-Za-z0-9_-]{16,60}
        | AC[0-9a-f]{32} | SK[0-9a-f]{32}
        | \d{8,10}:AA[A-Za-z0-9_-]{30,40}
        | eyJ[A-Za-z0-9_-]{10,400}\.eyJ[A-Za-z0-9_-]{5,400}(?:\.[A-Za-z0-9_-]{5,400})?
        )(?![A-Za-z0-9])
        | (?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.]{3}\dQ~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~-])
        | -----BEGIN\ [A-Z ]{0,30}PRIVATE\ KEY(?:\ BLOCK)?-----(?!-)
        | hooks\.slack\.com/services/[A-Za-z0-9/]{10,80}
        | discord(?:app)?\.com/api/webhooks/\d{17,20}/[A-Za-z0-9_-]{40,90}
        | [a-z0-9]{2,40}\.webhook\.office\.com/webhookb2/[A-Za-z0-9@/-]{40,220}
        | [a-z][a-z0-9+]{1,20}://[^\s:/@]{1,60}:[^\s:/@]{3,80}@[\w.-]{1,80}""",
        re.VERBOSE,
    )


@cache
def _unnamed() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.=+@#%:,\"'~-])(?<!= )[A-Za-z0-9]{{{_SHORTEST_UNNAMED},64}}(?![\w/.=+@%~-])")


@cache
def _template() -> re.Pattern[str]:
    """Return what stands in a template where a secret will be, or what somebody makes up who needs to fill one."""
    return re.compile(
        r"(?i:YOUR[_-]|X{4}|CHANGE_?ME|REPLACE|REDACTED)|#{4}|\*{3}|\$[{(]|\{\{|%[({]|^[<\[{]|([A-Za-z*#.])\1{6}"
    )


@cache
def _sequence() -> re.Pattern[str]:
    return re.compile("(?i:abcde|vwxyz|12345|qwert)")


def is_in_template(value: str) -> bool:
    """Return whether *value* only holds the place of a secret: "<YOUR_TOKEN>", "${KEY}", "xxxxxxxx"."""
    return _template().search(value) is not None


def looks_like_key(value: str) -> bool:
    """Return whether *value*, which is said to be a key, has digits, letters and little order."""
    if len(value) < _SHORTEST_NAMED or not any(map(str.isdigit, value)) or not any(map(str.isalpha, value)):
        return False
    return _surprise(value) >= _LEAST_SURPRISE


def find_keys(passage: Passage) -> Iterator[Found]:
    """Yield keys of known makes, and strings that nothing but chance can have made."""
    seen = passage.plain.seen
    if any(mark in seen for mark in _MARKS):
        for found in _known_keys().finditer(seen):
            with_next = seen[found.start() : found.end() + 8].split()[0]
            if not is_in_template(with_next) and _surprise(found.group()) >= _LEAST_SURPRISE_OF_KNOWN:
                yield Found(KEY, passage.plain.span(*found.span()))
    if len(seen) >= _SHORTEST_UNNAMED and _PUBLIC_CODES.isdisjoint(passage.vocabulary):
        for found in _unnamed().finditer(seen):
            if _is_chance(found.group()):
                yield Found(UNNAMED_KEY, passage.plain.span(*found.span()))


def _is_chance(value: str) -> bool:
    """Return whether *value* mixes digits, capitals and small letters of more than a checksum, and repeats few."""
    if value.endswith("EXAMPLE") or _sequence().search(value) or _HEXADECIMAL.issuperset(value):
        return False
    if sum(map(str.isdigit, value)) < _FEWEST_DIGITS or sum(map(str.isupper, value)) < _FEWEST_CAPITALS:
        return False
    return sum(map(str.islower, value)) >= _FEWEST_SMALL and _surprise(value) >= _MUCH_SURPRISE


def _surprise(value: str) -> float:
    """Return how many bits a character of *value* says, going by how often each stands in it."""
    counts = Counter(value)
    return -sum(count / len(value) * log2(count / len(value)) for count in counts.values())
