"""Makes agreement.json, spans.json and triads.json beside it: agreement counted pair by pair and character by character in exact
fractions, kappas by statsmodels, triads with 40 digits. Run `python3 make_agreement.py`; the seeds are fixed."""
import itertools
import random
from fractions import Fraction

import mpmath as mp
import numpy as np
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa

from make import Cases, exact, f, fmean, fss, norm_sf2, out, to_mp, undefined, z_crit


# --- two coders, and a fixed number of judgements -----------------------------------------------------------------------
def cohen(a, b, categories, weights, conf):
    pairs = [(x, y) for x, y in zip(a, b) if x is not None and y is not None]
    if not pairs:
        return undefined('empty')
    k = len(categories)
    if weights != 'none' and k < 2:
        return undefined('oneCategory')
    table = np.zeros((k, k))
    for x, y in pairs:
        table[categories.index(x), categories.index(y)] += 1
    n = len(pairs)
    w = {'none': lambda i, j: Fraction(i == j), 'linear': lambda i, j: 1 - Fraction(abs(i - j), k - 1),
         'quadratic': lambda i, j: 1 - Fraction((i - j) ** 2, (k - 1) ** 2)}[weights]
    row = [Fraction(int(v), n) for v in table.sum(1)]
    col = [Fraction(int(v), n) for v in table.sum(0)]
    po = sum(Fraction(int(table[i, j]), n) * w(i, j) for i in range(k) for j in range(k))
    pe = sum(row[i] * col[j] * w(i, j) for i in range(k) for j in range(k))
    if pe == 1:
        return undefined('noVariation')
    kappa = (po - pe) / (1 - pe)
    # Fleiss, Cohen & Everitt in exact fractions (checked against statsmodels below).
    R = [sum(col[j] * w(i, j) for j in range(k)) for i in range(k)]
    C = [sum(row[i] * w(i, j) for i in range(k)) for j in range(k)]
    v = sum(Fraction(int(table[i, j]), n) * (w(i, j) - (R[i] + C[j]) * (1 - kappa)) ** 2 for i in range(k) for j in range(k)) \
        - (kappa - pe * (1 - kappa)) ** 2
    v0 = sum(row[i] * col[j] * (w(i, j) - R[i] - C[j]) ** 2 for i in range(k) for j in range(k)) - pe ** 2
    se, se0 = (mp.sqrt(to_mp(x) / n) / to_mp(1 - pe) for x in (v, v0))
    ref = cohens_kappa(table, weights=None if weights == 'none' else np.array([[float(1 - w(i, j)) for j in range(k)] for i in range(k)]))
    assert abs(ref.kappa - float(kappa)) < 1e-12
    if se0 > 1e-9 and se > 1e-9:
        assert abs(ref.std_kappa - float(se)) < 1e-10 and abs(ref.std_kappa0 - float(se0)) < 1e-10
    z = to_mp(kappa) / se0 if se0 else None
    reach = z_crit(conf) * se
    return out(n=n, po=to_mp(po), pe=to_mp(pe), kappa=to_mp(kappa), se=se, se0=se0, z=z, p=None if z is None else norm_sf2(z),
               ciLow=to_mp(kappa) - reach, ciHigh=to_mp(kappa) + reach)


def fleiss(counts):
    units = [row for row in counts if sum(row)]
    if not units:
        return undefined('empty')
    m = sum(units[0])
    if any(sum(row) != m for row in units):
        return undefined('unequalRaters')
    if m < 2:
        return undefined('tooFew')
    n, k = len(units), len(units[0])
    p = [Fraction(sum(row[j] for row in units), n * m) for j in range(k)]
    if 1 in p:
        return undefined('noVariation')
    po = fmean([Fraction(sum(c * (c - 1) for c in row), m * (m - 1)) for row in units])
    pe = sum(x * x for x in p)
    kappa = (po - pe) / (1 - pe)
    assert abs(fleiss_kappa(np.array(units)) - float(kappa)) < 1e-10
    pq = sum(x * (1 - x) for x in p)
    se0 = mp.sqrt(2) / (to_mp(pq) * mp.sqrt(n * m * (m - 1))) * mp.sqrt(to_mp(pq ** 2 - sum(x * (1 - x) * (1 - 2 * x) for x in p)))
    per = [None if x == 0 else f(to_mp(1 - sum(Fraction(row[j] * (m - row[j])) for row in units) / (n * m * (m - 1) * x * (1 - x))))
           for j, x in enumerate(p)]
    z = to_mp(kappa) / se0
    return out(n=n, raters=m, po=to_mp(po), pe=to_mp(pe), kappa=to_mp(kappa), perCategory=per, se0=se0, z=z, p=norm_sf2(z))


# --- any number of coders, with gaps ------------------------------------------------------------------------------------
def alpha(ratings, level):
    units = [[r[u] for r in ratings if r[u] is not None] for u in range(len(ratings[0]) if ratings else 0)]
    if not any(units):
        return undefined('empty')
    pairable = [u for u in units if len(u) > 1]
    if not pairable:
        return undefined('nothingShared')
    flat = [v for u in pairable for v in u]
    n = len(flat)

    def d(a, b):
        if a == b:
            return Fraction(0)
        if level == 'nominal':
            return Fraction(1)
        if level == 'interval':
            return Fraction(a - b) ** 2
        if level == 'ratio':
            return (Fraction(a - b) / Fraction(a + b)) ** 2
        low, high = min(a, b), max(a, b)
        between = sum(low <= v <= high for v in flat) - Fraction(flat.count(low) + flat.count(high), 2)
        return between ** 2
    observed = sum(sum(d(x, y) for x, y in itertools.permutations(u, 2)) / (len(u) - 1) for u in pairable) / n
    expected = sum(d(x, y) for x, y in itertools.permutations(flat, 2)) / (n * (n - 1))
    if expected == 0:
        return undefined('noVariation')
    return out(alpha=to_mp(1 - observed / expected), observedDisagreement=to_mp(observed), expectedDisagreement=to_mp(expected),
               nUnits=len(pairable), nValues=n)


def basic(ratings, categories):
    units = [[r[u] for r in ratings if r[u] is not None] for u in range(len(ratings[0]) if ratings else 0)]
    units = [u for u in units if u]
    if not units:
        return undefined('empty')
    shared = [u for u in units if len(u) > 1]
    if not shared:
        return undefined('nothingShared')
    q = len(categories)
    if q < 2:
        return undefined('oneCategory')
    pa = fmean([fmean([Fraction(x == y) for x, y in itertools.combinations(u, 2)]) for u in shared])
    pi = [fmean([Fraction(u.count(c), len(u)) for u in units]) for c in categories]
    pe = sum(p * (1 - p) for p in pi) / (q - 1)
    return out(nUnits=len(shared), percentAgreement=to_mp(pa), allAgree=to_mp(Fraction(sum(len(set(u)) == 1 for u in shared), len(shared))),
               ac1=to_mp((pa - pe) / (1 - pe)), ac1Pe=to_mp(pe), brennanPrediger=to_mp((pa - Fraction(1, q)) / (1 - Fraction(1, q))))


FLEISS_1971 = [[0, 0, 0, 6, 0], [0, 3, 0, 0, 3], [0, 1, 4, 0, 1], [0, 0, 0, 0, 6], [0, 3, 0, 3, 0], [2, 0, 4, 0, 0], [0, 0, 4, 0, 2], [2, 0, 3, 1, 0],
               [2, 0, 0, 4, 0], [0, 0, 0, 0, 6], [1, 0, 0, 5, 0], [1, 1, 0, 4, 0], [0, 3, 3, 0, 0], [1, 0, 0, 5, 0], [0, 2, 0, 3, 1], [0, 0, 5, 0, 1],
               [3, 0, 0, 1, 2], [5, 1, 0, 0, 0], [0, 2, 0, 4, 0], [1, 0, 2, 0, 3], [0, 0, 0, 0, 6], [0, 1, 0, 5, 0], [0, 2, 0, 1, 3], [2, 0, 0, 4, 0],
               [1, 0, 0, 4, 1], [0, 5, 0, 1, 0], [4, 0, 0, 0, 2], [0, 2, 0, 4, 0], [1, 0, 5, 0, 0], [0, 0, 0, 0, 6]]
FOURTEEN = [[0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2],
            [6, 5, 2, 1, 0], [0, 2, 2, 3, 7]]
N = None
CANON = [[1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3], [N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N]]
THREE = [[N, N, N, N, N, 3, 4, 1, 2, 1, 1, 3, 3, N, 3], [1, N, 2, 1, 3, 3, 4, 3, N, N, N, N, N, N, N], [N, N, 2, 1, 3, 4, 4, N, 2, 1, 1, 3, 3, N, 4]]


def agreement():
    c = Cases()
    rng = random.Random(20260110)
    two = [('small', list('aabbcabc'), list('abbbcacc'), list('abc')), ('missing', ['a', None, 'b', 'a', 'b'], ['a', 'b', None, 'b', 'b'], list('ab')),
           ('all equal', list('aaa'), list('aaa'), list('ab')), ('one always a', list('aaaa'), list('abab'), list('ab')), ('perfect', list('abcab'), list('abcab'), list('abc')),
           ('none', [None], ['a'], ['a']), ('one unit', ['a'], ['b'], list('ab')), ('unused category', list('aabb'), list('abab'), list('abcd'))]
    for k in range(5):
        cats = list('abcde')[:rng.randint(2, 5)]
        a = [rng.choice(cats) for _ in range(rng.randint(8, 90))]
        two.append((f'random {k}', a, [x if rng.random() < .6 else rng.choice(cats) for x in a], cats))
    for name, a, b, cats in two:
        for w in ('none', 'linear', 'quadratic'):
            conf = rng.choice([.95, .9])
            c.add('cohenKappa', f'{w} {name}', {'a': a, 'b': b, 'categories': cats, 'weights': w, 'conf': conf}, cohen(a, b, cats, w, conf))
    many = [('Fleiss 1971', FLEISS_1971), ('ten subjects, fourteen raters', FOURTEEN), ('unused category', [[2, 0, 0], [1, 0, 1], [0, 0, 2]]), ('always the same', [[3, 0], [3, 0]]),
            ('unequal', [[2, 1], [1, 1]]), ('one judgement', [[1, 0], [0, 1]]), ('none', []), ('an empty unit', [[2, 1], [0, 0], [0, 3]]), ('one unit', [[2, 1]])]
    for k in range(3):
        many.append((f'random {k}', [list(map(int, np.random.default_rng(k).multinomial(5, [.5, .2, .2, .1]))) for _ in range(1)] +
                     [list(map(int, row)) for row in np.random.default_rng(100 + k).multinomial(5, [.5, .2, .2, .1], 20)]))
    for name, t in many:
        c.add('fleissKappa', name, {'counts': t}, fleiss(t))
    sets = [('canonical 4×12', CANON), ('3×15', THREE), ('no variation', [[1, 1, 1], [1, 1, N]]), ('nobody twice', [[1, N], [N, 2]]), ('nothing', [[N, N], [N, N]]), ('none', []),
            ('perfect', [[1, 2, 3, 4], [1, 2, 3, 4]]), ('one unit', [[1], [2]])]
    for k in range(4):
        truth = [rng.randint(0, 100) for _ in range(rng.randint(5, 25))]
        sets.append((f'random {k}', [[None if rng.random() < .15 else min(100, max(0, t + rng.randint(-10, 10))) for t in truth] for _ in range(rng.randint(2, 5))]))
    for name, ratings in sets:
        for level in ('nominal', 'ordinal', 'interval', 'ratio'):
            c.add('krippendorffAlpha', f'{level} {name}', {'ratings': ratings, 'level': level}, alpha(ratings, level))
    words = [['ja', 'nee', 'ja', None], ['ja', 'ja', 'ja', 'nee'], ['ja', 'nee', None, 'nee']]
    c.add('krippendorffAlpha', 'words', {'ratings': words, 'level': 'nominal'}, alpha(words, 'nominal'))
    for name, ratings, cats in [('canonical 4×12', CANON, [1, 2, 3, 4, 5]), ('an unused category', CANON, [1, 2, 3, 4, 5, 6]), ('words', words, ['ja', 'nee']), ('rare code', [[1] + [0] * 19, [0, 1] + [0] * 18], [0, 1]),
                                ('no variation', [[1, 1], [1, 1]], [0, 1]), ('one category', [[1, 1], [1, 1]], [1]), ('nobody twice', [[1, N], [N, 2]], [1, 2]), ('none', [], [1, 2])]:
        c.add('agreementBasic', name, {'ratings': ratings, 'categories': cats}, basic(ratings, cats))
    c.write('agreement.json')


# --- own spans, character by character ----------------------------------------------------------------------------------
def units_of(length, spans):
    """Units and gaps as (start, end, value); None when spans overlap."""
    result, at = [], 0
    for s in sorted(spans, key=lambda s: s['start']):
        if s['start'] < at:
            return None
        if s['start'] > at:
            result.append((at, s['start'], None))
        result.append((s['start'], s['end'], s['value']))
        at = s['end']
    if at < length:
        result.append((at, length, None))
    return result


def family(length, units, among_marked, only=None):
    """1 − observed/expected by walking over all characters and pairs of coders."""
    m = len(units)
    line = [[None] * length for _ in units]
    for i, list_ in enumerate(units):
        for k, (a, b, _) in enumerate(list_):
            for x in range(a, b):
                line[i][x] = k
    l, overlap = {}, {}
    for x in range(length):
        for i, j in itertools.permutations(range(m), 2):
            u, v = units[i][line[i][x]], units[j][line[j][x]]
            if among_marked and (u[2] is None or v[2] is None):
                continue
            l[u[2], v[2]] = l.get((u[2], v[2]), 0) + Fraction(1, m - 1)
            overlap[i, line[i][x]] = overlap.get((i, line[i][x]), 0) + Fraction(1, m - 1)
    values = {c for c, _ in l}
    margin = {c: sum(v for (a, _), v in l.items() if a == c) for c in values}
    total = sum(margin.values())
    S = sum(o if units[i][k][2] is None else o ** 2 for (i, k), o in overlap.items())
    if not total or total ** 2 == S:
        return None, margin
    factor = Fraction(total) / (Fraction(total) ** 2 - S)
    rows = values if only is None else {only} & values
    observed = sum(l.get((c, k), 0) for c in rows for k in values if c != k)
    expected = sum(factor * margin[c] * margin[k] for c in rows for k in values if c != k)
    return (1 - observed / expected if expected else None), margin


def alpha_u(length, coders):
    if length == 0 or not any(coders):
        return undefined('empty')
    if len(coders) < 2:
        return undefined('nothingShared')
    units = [units_of(length, spans) for spans in coders]
    if None in units:
        return undefined('overlappingSpans')
    whole, _ = family(length, units, False)
    if whole is None:
        return undefined('noVariation')
    binary, _ = family(length, [[(a, b, v and 'x') for a, b, v in u] for u in units], False)
    cu, margin = family(length, units, True)
    marked = {}
    for s in itertools.chain(*coders):
        marked[s['value']] = marked.get(s['value'], 0) + s['end'] - s['start']
    g = lambda x: None if x is None else f(to_mp(Fraction(x)))
    return {'uAlpha': g(whole), 'uAlphaBinary': g(binary), 'cuAlpha': g(cu), 'coverage': g(Fraction(sum(margin.values()), len(coders) * length)),
            'perValue': [{'value': v, 'alpha': g(family(length, units, True, v)[0]), 'coverage': g(Fraction(margin.get(v, 0), marked[v]))} for v in sorted(marked)]}


def char_agreement(length, coders, code):
    on = [[any(s['value'] == code and s['start'] <= x < s['end'] for s in spans) for x in range(length)] for spans in coders]
    if not any(map(any, on)):
        return undefined('empty')
    m = len(coders)
    if m < 2:
        return undefined('nothingShared')
    percent = Fraction(sum(on[i][x] == on[j][x] for i, j in itertools.combinations(range(m), 2) for x in range(length)), length * m * (m - 1) // 2)
    every, some = sum(all(o[x] for o in on) for x in range(length)), sum(any(o[x] for o in on) for x in range(length))
    a = alpha([[int(v) for v in o] for o in on], 'nominal')
    merged = []
    for o in on:
        runs, at = [], 0
        for value, group in itertools.groupby(o):
            size = len(list(group))
            runs.append((at, at + size, 'x' if value else None))
            at += size
        merged.append(runs)
    binary, _ = family(length, merged, False)
    two = m == 2
    both, one, other = sum(x and y for x, y in zip(*on[:2])), sum(on[0]), sum(on[1])
    kappa = cohen([int(v) for v in on[0]], [int(v) for v in on[1]], [0, 1], 'none', .95) if two else {}
    return out(percentAgreement=to_mp(percent), jaccard=to_mp(Fraction(every, some)), alpha=a.get('alpha'), uAlphaBinary=None if binary is None else to_mp(Fraction(binary)),
               cohenKappa=kappa.get('kappa'), f1=to_mp(Fraction(2 * both, one + other)) if two else None)


def span(start, end, value):
    return {'start': start, 'end': end, 'value': value}


def spans():
    c = Cases()
    rng = random.Random(20260111)
    A = [span(0, 20, 'k'), span(50, 80, 'e')]
    B = [span(0, 25, 'k'), span(60, 70, 'e'), span(70, 90, 'k')]
    sets = [('worked example', 100, [A, B]), ('the same twice', 100, [A, A]), ('nothing in common', 100, [[span(0, 10, 'k')], [span(50, 70, 'k')]]), ('one marked nothing', 100, [A, []]),
            ('nobody marked', 100, [[], []]), ('one coder', 100, [A]), ('no text', 0, [[], []]), ('all marked, one code', 30, [[span(0, 30, 'k')], [span(0, 30, 'k')]]),
            ('all marked, two codes', 30, [[span(0, 30, 'k')], [span(0, 20, 'k'), span(20, 30, 'e')]]), ('overlap', 50, [[span(0, 20, 'k'), span(10, 30, 'e')], []]),
            ('adjacent units of one code', 50, [[span(0, 20, 'k'), span(20, 30, 'k')], [span(0, 30, 'k')]]), ('one character', 1, [[span(0, 1, 'k')], []]),
            ('swapped codes', 60, [[span(5, 25, 'k')], [span(5, 25, 'e')]])]

    def marked(length, top):
        at, result = 0, []
        while True:
            at += rng.randint(0, 25)
            end = at + rng.randint(1, 30)
            if end > length or len(result) == top:
                return result
            result.append(span(at, end, rng.choice(['a', 'b', 'c'])))
            at = end
    for k in range(8):
        length = rng.randint(60, 300)
        sets.append((f'random {k}', length, [marked(length, rng.randint(1, 9)) for _ in range(rng.choice([2, 2, 3, 4]))]))
    for name, length, coders in sets:
        c.add('alphaU', name, {'length': length, 'coders': coders}, alpha_u(length, coders))
        if name != 'no text':
            for code in ('k', 'a'):
                if code == 'a' and not name.startswith('random') and name != 'worked example':
                    continue
                c.add('charAgreement', f'{code} {name}', {'length': length, 'coders': coders, 'code': code}, char_agreement(length, coders, code))
    over = [[span(0, 20, 'k'), span(10, 30, 'k'), span(30, 35, 'k'), span(5, 9, 'e')], [span(2, 33, 'k')]]
    c.add('charAgreement', 'overlapping spans are made one', {'length': 60, 'coders': over, 'code': 'k'}, char_agreement(60, over, 'k'))
    c.add('alphaU', 'span outside the text', {'length': 10, 'coders': [[span(5, 11, 'k')], []]}, undefined('invalidInput'))
    # Krippendorff 2004, p. 254: printed figures, and the exact overall value behind the printed .8591.
    s = lambda at, length, value: span(at - 150, at - 150 + length, value)
    book = [[s(225, 70, 'c'), s(370, 30, 'c'), s(180, 60, 'k'), s(300, 50, 'k')], [s(220, 80, 'c'), s(355, 20, 'c'), s(400, 20, 'c'), s(180, 60, 'k'), s(300, 50, 'k')]]
    c.list.append({'function': 'alphaU1995', 'name': 'book example', 'input': {'length': 300, 'coders': book}, 'tolerance': 0.004,
                   'expected': {'alpha': .8591, 'perCategory': [{'value': 'c', 'observed': .0144, 'expected': .0532, 'alpha': .7286}, {'value': 'k', 'observed': 0, 'expected': .0490, 'alpha': 1}]}})
    c.write('spans.json')


# --- triads -------------------------------------------------------------------------------------------------------------
def triad(points, delta):
    pts = [[Fraction(v) for v in p] for p in points if p is not None and len(p) == 3 and None not in p and sum(p) > 0]
    if not pts:
        return undefined('empty')
    pts = [[v / sum(p) for v in p] for p in pts]
    zeros = sum(0 in p for p in pts)
    base = out(n=len(pts), nWithZero=zeros, arithmeticMean=[f(to_mp(fmean([p[k] for p in pts]))) for k in range(3)])
    if zeros and delta is None:
        return {**base, 'geometricMean': None, 'clrMean': None, 'ilrMean': None, 'totalVariance': None}
    d = mp.mpf(delta or 0)
    filled = [[d if v == 0 else to_mp(v) * (1 - p.count(0) * d) for v in p] for p in pts]
    clr = [[mp.log(v) - mp.fsum(mp.log(w) for w in p) / 3 for v in p] for p in filled]
    mean = [mp.fsum(p[k] for p in clr) / len(clr) for k in range(3)]
    e = [mp.exp(v) for v in mean]
    var = mp.fsum((p[k] - mean[k]) ** 2 for p in clr for k in range(3)) / (len(clr) - 1) if len(clr) > 1 else None
    return {**base, 'geometricMean': [f(v / sum(e)) for v in e], 'clrMean': [f(v) for v in mean],
            'ilrMean': [f((mean[0] - mean[1]) / mp.sqrt(2)), f((mean[0] + mean[1] - 2 * mean[2]) / mp.sqrt(6))], 'totalVariance': f(var)}


def triads():
    c = Cases()
    rng = random.Random(20260112)
    sets = [('three', [[50, 30, 20], [10, 80, 10], [33, 33, 34]], None), ('zeros without delta', [[100, 0, 0], [20, 30, 50]], None), ('zeros with delta', [[100, 0, 0], [20, 30, 50], [0, 40, 60]], .005),
            ('one point', [[20, 30, 50]], None), ('empty', [], None), ('incomplete', [None, [1, None, 2], [0, 0, 0], [5, 5]], .01), ('not closed', [[1, 1, 2], [3, 1, 1]], None), ('all the same', [[1, 1, 1]] * 4, None)]
    for k in range(4):
        sets.append((f'random {k}', [[rng.choice([0, rng.randint(1, 80)]), rng.randint(1, 60), rng.uniform(0, 50)] for _ in range(rng.randint(2, 40))], rng.choice([.001, .02])))
    for name, p, d in sets:
        c.add('triadSummary', name, {'points': p, 'zeroDelta': d}, triad(p, d))
    c.add('triadSummary', 'negative part', {'points': [[-1, 50, 51]]}, undefined('invalidInput'))
    c.write('triads.json')


if __name__ == '__main__':
    agreement()
    spans()
    triads()
