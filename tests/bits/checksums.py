"""Checksums of every variable of a results file: what two machines compare that should agree.

    python3 tests/bits/checksums.py out.h5 [> checksums.txt]

Attributes are left out: they hold the command line, the time and the machine.
"""
import hashlib
import sys

import h5py
import numpy


def checksums(path):
    """Name of each variable to the SHA-256 of its type, shape and values."""
    found = {}

    def add(name, item):
        if not isinstance(item, h5py.Dataset):
            return
        values = item[()]
        digest = hashlib.sha256(f"{values.dtype.kind}{values.shape}".encode())
        if values.dtype.kind == "O":
            for text in values.ravel():
                digest.update(bytes(text) + b"\0")
        else:
            digest.update(numpy.ascontiguousarray(values).tobytes())
        found[name] = digest.hexdigest()

    with h5py.File(path) as file:
        file.visititems(add)
    return found


def check_same(test, one, other, what):
    """Fails the test with the names of the variables that differ."""
    test.assertEqual(one.keys(), other.keys(), what)
    test.assertEqual([name for name in one if one[name] != other[name]], [], what)


if __name__ == "__main__":
    for name_, sum_ in checksums(sys.argv[1]).items():
        print(sum_, name_)
