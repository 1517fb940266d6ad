#!/usr/bin/env python3
"""Writes src/Cordon.Stix/Unicode/canonical.txt: what canonical composition (UAX 15) needs of the Unicode Character Database.

The command is built without the system's Unicode library, so the form in which STIX compares texts is worked out from this table.
  tools/unicode/canonical.py > src/Cordon.Stix/Unicode/canonical.txt
"""
import sys
import unicodedata

print(f"# Canonical decompositions and combining classes of the Unicode Character Database, version {unicodedata.unidata_version}.")
print("# Written by tools/unicode/canonical.py. D: character, what it decomposes to; X: the same, never composed again; C: class, first-last.")
for code in range(0x110000):
    if 0xAC00 <= code <= 0xD7A3:
        continue  # Hangul syllables are reckoned
    character = chr(code)
    parts = unicodedata.decomposition(character)
    if parts and not parts.startswith("<"):
        composes = len(parts.split()) == 2 and unicodedata.normalize("NFC", character) == character
        print("D" if composes else "X", f"{code:X}", parts)

runs = []
for code in range(0x110000):
    kind = unicodedata.combining(chr(code))
    if kind == 0:
        continue
    if runs and runs[-1][0] == kind and runs[-1][2] == code - 1:
        runs[-1][2] = code
    else:
        runs.append([kind, code, code])
for kind, first, last in runs:
    print("C", kind, f"{first:X}-{last:X}")
sys.stdout.flush()
