"""The yardstick (bench/yardstick.hpp) in NumPy and numba: the same probabilities, the same work.

Prints a JSON line a program: median CPU nanoseconds of a person-month, and the largest |z| of the
counts against their exact expectation. Debian: python3-numpy, python3-numba.
"""

import json
import sys
import time

import numpy as np

TYPES, STATES, MONTHS = 24, 6, 60
LEAVING = np.array([
    [0, 0.012, 0.002, 0.010, 0.006, 0.002],
    [0.020, 0, 0.002, 0.008, 0.008, 0.003],
    [0.060, 0.030, 0, 0.070, 0.020, 0.010],
    [0.080, 0.030, 0.030, 0, 0.030, 0.010],
    [0.020, 0.015, 0.004, 0.012, 0, 0.006],
    [0.004, 0.003, 0.006, 0.002, 0.004, 0],
])


def probabilities():
    matrices = np.zeros((TYPES, STATES, STATES))
    for k in range(TYPES):
        matrices[k] = (0.4 + 0.05 * k) * LEAVING
        matrices[k][np.diag_indices(STATES)] = 1 - matrices[k].sum(axis=1)
    return matrices


def as_written(persons, seed):
    """As an analyst writes it: a row of thresholds a person, compared at once."""
    rng = np.random.default_rng(seed)
    thresholds = probabilities().cumsum(axis=2)
    kind, state = np.arange(persons) % TYPES, np.zeros(persons, dtype=np.int64)
    counts = [np.bincount(state, minlength=STATES)]
    for _ in range(MONTHS):
        u = rng.random(persons)
        state = (u[:, None] >= thresholds[kind, state]).sum(axis=1)
        counts.append(np.bincount(state, minlength=STATES))
    return counts


def blocked(persons, seed, block=16384):
    """Blocks that fit the cache, single precision, no temporaries."""
    rng = np.random.default_rng(seed)
    table = probabilities().cumsum(axis=2).astype(np.float32).reshape(TYPES * STATES, STATES)
    columns = [np.ascontiguousarray(table[:, k]) for k in range(STATES - 1)]
    base = (np.arange(persons) % TYPES * STATES).astype(np.int16)
    state = np.zeros(persons, dtype=np.int16)
    u, row = np.empty(block, np.float32), np.empty(block, np.int16)
    limit, above = np.empty(block, np.float32), np.empty(block, bool)
    counts = [np.bincount(state, minlength=STATES)]
    for _ in range(MONTHS):
        now = np.zeros(STATES, dtype=np.int64)
        for start in range(0, persons, block):
            here = state[start:start + block]
            n = len(here)
            rng.random(dtype=np.float32, out=u[:n])
            np.add(base[start:start + block], here, out=row[:n])
            here[:] = 0
            for column in columns:
                np.take(column, row[:n], out=limit[:n], mode="clip")
                np.greater_equal(u[:n], limit[:n], out=above[:n])
                here += above[:n]
            now += np.bincount(here, minlength=STATES)
        counts.append(now)
    return counts


def numba_loop():
    import numba

    @numba.njit
    def months(persons, seed, thresholds, counts):
        np.random.seed(seed)
        state = np.zeros(persons, dtype=np.uint8)
        counts[0, 0] = persons
        for month in range(1, MONTHS + 1):
            for p in range(persons):
                limits = thresholds[p % TYPES, state[p]]
                u = np.random.random()
                to = 0
                while u >= limits[to] and to < STATES - 1:
                    to += 1
                state[p] = to
                counts[month, to] += 1

    def run(persons, seed):
        counts = np.zeros((MONTHS + 1, STATES), dtype=np.int64)
        months(persons, seed, probabilities().cumsum(axis=2), counts)
        return counts

    run(1000, 1)  # compiled before it is timed
    return run


def largest_z(counts, persons):
    at = np.zeros((TYPES, STATES))
    at[:, 0] = 1
    of_type = np.bincount(np.arange(persons) % TYPES, minlength=TYPES)
    largest = 0.0
    for now in counts:
        mean, variance = of_type @ at, of_type @ (at * (1 - at))
        some = variance > 1
        if some.any():
            largest = max(largest, np.max(np.abs(now - mean)[some] / np.sqrt(variance[some])))
        at = np.einsum("ki,kij->kj", at, probabilities())
    return float(largest)


def main():
    persons, repeats = int(sys.argv[1]), int(sys.argv[2])
    programs = {"NumPy as written": as_written, "NumPy blocked": blocked}
    try:
        programs["numba"] = numba_loop()
    except ImportError:
        print("no numba here (Debian: python3-numba)", file=sys.stderr)
    for name, run in programs.items():
        ns, z = [], 0.0
        for repeat in range(repeats):
            begin = time.process_time()
            counts = run(persons, repeat + 1)
            ns.append((time.process_time() - begin) * 1e9 / persons / MONTHS)
            z = max(z, largest_z(counts, persons))
        print(json.dumps({"program": name, "ns_per_person_month": round(float(np.median(ns)), 3),
                          "largest_z": round(z, 2)}))


if __name__ == "__main__":
    main()
