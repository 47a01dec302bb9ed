"""The definitions of docs/model/sequences.md written out plainly, for sets of a few dozen rows.

Sequences are lists of states without their void. Nothing here is fast and nothing is shared with
the program.
"""
import math

import numpy


def lcs_length(a, b):
    best = [0] * (len(b) + 1)
    for x in a:
        diagonal = 0
        for j, y in enumerate(b, 1):
            diagonal, best[j] = best[j], (diagonal + 1 if x == y else max(best[j], best[j - 1]))
    return best[-1]


def lcs(a, b):
    return len(a) + len(b) - 2 * lcs_length(a, b)


def prefix(a, b):
    n = 0
    while n < min(len(a), len(b)) and a[n] == b[n]:
        n += 1
    return len(a) + len(b) - 2 * n


def align(a, b, indel, cost):
    row = [indel * j for j in range(len(b) + 1)]
    for i, x in enumerate(a, 1):
        left = indel * i
        new = [left]
        for j, y in enumerate(b, 1):
            left = min(row[j - 1] + cost(x, y), row[j] + indel, left + indel)
            new.append(left)
        row = new
    return row[-1]


def rates(sequences, weights):
    """p(a -> b) pooled over months; 0 from states that are never left."""
    pairs = {}
    for s, w in zip(sequences, weights):
        for a, b in zip(s, s[1:]):
            pairs[a, b] = pairs.get((a, b), 0.0) + w
    from_a = {}
    for (a, _), w in pairs.items():
        from_a[a] = from_a.get(a, 0.0) + w
    return lambda a, b: pairs.get((a, b), 0.0) / from_a[a] if from_a.get(a) else 0.0


def trate(sequences, weights):
    p = rates(sequences, weights)
    return lambda a, b: 0.0 if a == b else 2 - p(a, b) - p(b, a)


def spells(s):
    found = []
    for x in s:
        if found and found[-1][0] == x:
            found[-1][1] += 1
        else:
            found.append([x, 1])
    return found


def omspell(a, b, e, indel=1.0, cost=2.0):
    p, q = spells(a), spells(b)
    d = numpy.zeros((len(p) + 1, len(q) + 1))
    for i in range(1, len(p) + 1):
        d[i, 0] = d[i - 1, 0] + indel + e * (p[i - 1][1] - 1)
    for j in range(1, len(q) + 1):
        d[0, j] = d[0, j - 1] + indel + e * (q[j - 1][1] - 1)
    for i in range(1, len(p) + 1):
        for j in range(1, len(q) + 1):
            (x, m), (y, n) = p[i - 1], q[j - 1]
            other = e * abs(m - n) if x == y else cost + e * (m - 1 + n - 1)
            d[i, j] = min(d[i - 1, j - 1] + other, d[i - 1, j] + indel + e * (m - 1),
                          d[i, j - 1] + indel + e * (n - 1))
    return d[-1, -1]


def matrix(sequences, distance):
    n = len(sequences)
    d = numpy.zeros((n, n))
    for i in range(n):
        for j in range(i):
            d[i, j] = d[j, i] = distance(sequences[i], sequences[j])
    return d


def ward_height_sum(d, weights):
    """What the heights of ward.D sum to: 2/W times the sum over pairs."""
    w = numpy.asarray(weights)
    return (d * numpy.outer(w, w)).sum() / w.sum()


def cost(d, weights, medoids):
    return float((numpy.asarray(weights) * d[:, medoids].min(axis=1)).sum())


def quality(d, weights, cluster):
    """PBC, HG, HGSD, ASW, ASWw, CH, R2, CHsq, R2sq, HC by their definitions over all ordered pairs."""
    w, c = numpy.asarray(weights, float), numpy.asarray(cluster)
    ks = sorted(set(cluster))
    pair = numpy.outer(w, w)
    within = c[:, None] == c[None, :]
    x, y, v = d.ravel(), (~within).ravel().astype(float), pair.ravel()
    mx, my = numpy.average(x, weights=v), numpy.average(y, weights=v)
    cov = numpy.average((x - mx) * (y - my), weights=v)
    sd = math.sqrt(numpy.average((x - mx) ** 2, weights=v) *
                   numpy.average((y - my) ** 2, weights=v))
    q = {"PBC": cov / sd if sd > 0 else math.nan}
    closer = farther = ties = 0.0
    dw, vw = x[y == 0], v[y == 0]
    db, vb = x[y == 1], v[y == 1]
    for dist, weight in zip(dw, vw):
        closer += weight * vb[db > dist].sum()
        farther += weight * vb[db < dist].sum()
        ties += weight * vb[db == dist].sum()
    q["HG"] = (closer - farther) / (closer + farther)
    q["HGSD"] = (2 * closer - 2 * farther) / (2 * closer + 2 * farther + ties)
    total = w.sum()
    for name, m in (("", d), ("sq", d * d)):
        sum_of = lambda rows: (m[numpy.ix_(rows, rows)] * pair[numpy.ix_(rows, rows)]).sum()
        whole = sum_of(numpy.arange(len(w))) / total
        inside = sum(sum_of(numpy.flatnonzero(c == k)) / w[c == k].sum() for k in ks)
        q["R2" + name] = 1 - inside / whole
        q["CH" + name] = ((whole - inside) / (len(ks) - 1) / (inside / (total - len(ks)))
                          if inside > 0 else math.inf)
    order = numpy.argsort(x, kind="stable")
    s = (dw * vw).sum()
    q["HC"] = (s - filled(x[order], v[order], vw.sum())) / (
        filled(x[order][::-1], v[order][::-1], vw.sum()) - filled(x[order], v[order], vw.sum()))
    q["ASW"], q["ASWw"] = (silhouette(d, w, c, ks, own) for own in (1.0, 0.0))
    return q


def filled(distances, weights, wanted):
    """The sum of the first distances, up to a total weight of `wanted`."""
    total = 0.0
    for x, v in zip(distances, weights):
        if v >= wanted:
            return total + x * wanted
        total, wanted = total + x * v, wanted - v
    return total


def silhouette(d, w, c, ks, own):
    """Own distances over the cluster's weight less `own`; a row alone has 1."""
    total = 0.0
    for i in range(len(w)):
        sums = {k: (w * d[i])[c == k].sum() for k in ks}
        size = {k: w[c == k].sum() for k in ks}
        alone = size[c[i]] - own <= 0
        a = 0.0 if alone else sums[c[i]] / (size[c[i]] - own)
        b = min(sums[k] / size[k] for k in ks if k != c[i])
        if max(a, b) == 0:
            return math.nan
        total += w[i] * (b - a) / max(a, b)
    return total / w.sum()


def representatives(d, weights, coverage=0.25, radius=0.10, largest=None):
    """By density: rows in the order they are taken, and the share covered."""
    w = numpy.asarray(weights, float)
    r = radius * (d.max() if largest is None else largest)
    score = (w[None, :] * (d < r)).sum(axis=1)
    taken, covered = [], numpy.zeros(len(w), bool)
    for i in numpy.argsort(-score, kind="stable"):
        if any(d[i, t] <= r for t in taken):
            continue
        taken.append(int(i))
        covered |= d[i] < r
        if w[covered].sum() / w.sum() >= coverage:
            break
    return taken, w[covered].sum() / w.sum()


def entropy(shares, states):
    h = -sum(p * math.log(p) for p in shares if p > 0)
    return h / math.log(states) if states > 1 else 0.0


def subsequences(states):
    """Different subsequences, the empty one among them."""
    return len({tuple(states[i] for i in range(len(states)) if mask >> i & 1)
                for mask in range(1 << len(states))})


def turbulence(s):
    found = spells(s)
    durations = [n for _, n in found]
    mean = sum(durations) / len(durations)
    s2 = sum((n - mean) ** 2 for n in durations) / len(durations)
    most = (len(durations) - 1) * (1 - mean) ** 2
    return math.log2(subsequences([x for x, _ in found]) * (most + 1) / (s2 + 1))


def pseudo_f(d, weights, groups):
    w, g = numpy.asarray(weights, float), numpy.asarray(groups)

    def ss(rows):
        v = w[rows]
        return (d[numpy.ix_(rows, rows)] * numpy.outer(v, v)).sum() / 2 / v.sum()

    names = sorted(set(groups))
    total = ss(numpy.arange(len(w)))
    within = sum(ss(numpy.flatnonzero(g == k)) for k in names)
    return ((total - within) / (len(names) - 1)) / (within / (w.sum() - len(names))), \
        1 - within / total
