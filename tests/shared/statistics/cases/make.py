"""Makes the case files beside it: inputs and expected values, computed apart from the product (mpmath, exact fractions,
SciPy, statsmodels). Run `python3 make.py`; the seeds are fixed, so the files come out the same."""
import itertools
import json
import math
import random
from fractions import Fraction
from pathlib import Path

import mpmath as mp
import numpy as np
import scipy
import scipy.stats as st
import statsmodels
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep

mp.mp.dps = 40
HERE = Path(__file__).parent


def f(x):
    """A number as JSON can hold it: full double precision, infinities as words."""
    if x is None or isinstance(x, (str, bool, list, dict)):
        return x
    if mp.isinf(x):
        return 'Infinity' if x > 0 else '-Infinity'
    if isinstance(x, int):
        return x
    return float(x)


def out(**kv):
    return {k: f(v) for k, v in kv.items()}


def undefined(reason):
    return {'status': 'undefined', 'reason': reason}


class Cases:
    def __init__(self):
        self.list = []

    def add(self, function, name, given, expected):
        self.list.append({'function': function, 'name': name, 'input': given, 'expected': expected})

    def write(self, file):
        rows = ',\n'.join(json.dumps(c, ensure_ascii=False) for c in self.list)
        (HERE / file).write_text('[\n' + rows + '\n]\n')
        print(file, len(self.list))


# --- distributions, 40 digits -------------------------------------------------------------------------------------------
def chi2_sf(x, df):
    return mp.mpf(1) if x <= 0 else mp.gammainc(mp.mpf(df) / 2, mp.mpf(x) / 2, regularized=True)


def norm_sf2(z):
    return mp.erfc(abs(z) / mp.sqrt(2))


def t_sf2(t, df):
    t, df = mp.mpf(t), mp.mpf(df)
    return mp.betainc(df / 2, mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True)


def f_sf(x, d1, d2):
    x, d1, d2 = mp.mpf(x), mp.mpf(d1), mp.mpf(d2)
    return mp.betainc(d2 / 2, d1 / 2, 0, d2 / (d2 + d1 * x), regularized=True)


def z_crit(conf):
    return mp.sqrt(2) * mp.erfinv(mp.mpf(str(conf)))


def t_crit(conf, df):
    start = float(st.t.ppf(0.5 + conf / 2, float(df)))
    p = 1 - mp.mpf(str(conf))
    return mp.findroot(lambda t: mp.log(t_sf2(t, df) / p), start)


# --- descriptives -------------------------------------------------------------------------------------------------------
def exact(values):
    return [Fraction(v) for v in values if v is not None]


def to_mp(x):
    return mp.mpf(x.numerator) / x.denominator if isinstance(x, Fraction) else mp.mpf(x)


def fmean(v):
    return sum(v) / len(v)


def fss(v):
    m = fmean(v)
    return sum((x - m) ** 2 for x in v)


def descriptives(values):
    v = sorted(exact(values))
    n = len(v)
    if n == 0:
        return undefined('empty')

    def q(share):
        place = (n - 1) * share
        low = int(place)
        high = min(low + 1, n - 1)
        return v[low] + (place - low) * (v[high] - v[low])
    sd = mp.sqrt(to_mp(fss(v) / (n - 1))) if n > 1 else None
    return out(n=n, missing=len(values) - n, mean=to_mp(fmean(v)), sd=sd, se=None if sd is None else sd / mp.sqrt(n),
               median=to_mp(q(Fraction(1, 2))), q1=to_mp(q(Fraction(1, 4))), q3=to_mp(q(Fraction(3, 4))),
               min=to_mp(v[0]), max=to_mp(v[-1]))


# --- tables -------------------------------------------------------------------------------------------------------------
def chi2(table):
    rows = [i for i, r in enumerate(table) if sum(r) > 0]
    cols = [j for j in range(len(table[0]) if table else 0) if sum(r[j] for r in table) > 0]
    if not rows:
        return undefined('empty')
    if len(rows) < 2 or len(cols) < 2:
        return undefined('oneCategory')
    n = sum(map(sum, table))
    R = {i: sum(table[i]) for i in rows}
    C = {j: sum(r[j] for r in table) for j in cols}
    E = {(i, j): Fraction(R[i] * C[j], n) for i in rows for j in cols}
    x2 = to_mp(sum((table[i][j] - e) ** 2 / e for (i, j), e in E.items()))
    df = (len(rows) - 1) * (len(cols) - 1)
    p = chi2_sf(x2, df)
    g = 2 * sum(table[i][j] * mp.log(to_mp(table[i][j] / e)) for (i, j), e in E.items() if table[i][j])
    yates = None
    if df == 1:
        yates = to_mp(sum((abs(table[i][j] - e) - min(Fraction(1, 2), abs(table[i][j] - e))) ** 2 / e for (i, j), e in E.items()))
    r, c = len(rows), len(cols)
    vbc = None
    if n > 1:
        side = min(r - mp.mpf((r - 1) ** 2) / (n - 1), c - mp.mpf((c - 1) ** 2) / (n - 1)) - 1
        if side > 0:
            vbc = mp.sqrt(max(mp.mpf(0), x2 / n - mp.mpf(df) / (n - 1)) / side)

    def grid(cell):
        return [[f(cell(i, j)) if (i, j) in E else None for j in range(len(table[0]))] for i in range(len(table))]

    def adj(i, j):
        e = to_mp(E[i, j])
        return (table[i][j] - e) / mp.sqrt(e * (n - R[i]) / n * (n - C[j]) / n)
    flags4 = [[i, j] for (i, j) in E if p < 0.05 and abs(adj(i, j)) > 4]
    flags2 = [[i, j] for (i, j) in E if p < 0.05 and adj(i, j) ** 2 >= 4]
    return out(n=n, df=df, statistic=x2, p=p, statisticYates=yates, pYates=None if yates is None else chi2_sf(yates, 1),
               gStatistic=g, gP=chi2_sf(g, df), cramersV=mp.sqrt(x2 / (n * (min(r, c) - 1))), cramersVBc=vbc,
               cohensW=mp.sqrt(x2 / n), minExpected=to_mp(min(E.values())),
               shareExpectedLt5=to_mp(Fraction(sum(e < 5 for e in E.values()), len(E))),
               expected=grid(lambda i, j: to_mp(E[i, j])),
               pearsonResiduals=grid(lambda i, j: (table[i][j] - to_mp(E[i, j])) / mp.sqrt(to_mp(E[i, j]))),
               adjustedResiduals=grid(adj),
               droppedRows=[i for i in range(len(table)) if i not in rows],
               droppedCols=[j for j in range(len(table[0])) if j not in cols],
               flaggedAdjustedGt4=flags4, flaggedAdjustedSqGe4=flags2)


def fisher2(table, conf=0.95):
    (a, b), (c, d) = table
    if a + b + c + d == 0:
        return undefined('empty')
    if 0 in (a + b, c + d, a + c, b + d):
        return undefined('oneCategory')
    lo, hi = max(0, (a + c) - (c + d)), min(a + b, a + c)
    w = {x: math.comb(a + b, x) * math.comb(c + d, a + c - x) for x in range(lo, hi + 1)}
    tot = sum(w.values())

    def tail(keep, om):
        top = mp.fsum(w[x] * om ** (x - lo) for x in w if keep(x))
        return top / mp.fsum(w[x] * om ** (x - lo) for x in w)

    def mean(om):
        return mp.fsum(x * w[x] * om ** (x - lo) for x in w) / mp.fsum(w[x] * om ** (x - lo) for x in w)

    def solve(g):
        low, high = mp.mpf(-60), mp.mpf(60)
        for _ in range(140):
            mid = (low + high) / 2
            if g(mp.e ** mid) < 0:
                low = mid
            else:
                high = mid
        return mp.e ** ((low + high) / 2)
    al = (1 - mp.mpf(str(conf))) / 2
    inf = mp.inf
    return out(pTwoSided=to_mp(Fraction(sum(v for v in w.values() if v <= w[a]), tot)),
               pLess=to_mp(Fraction(sum(w[x] for x in w if x <= a), tot)),
               pGreater=to_mp(Fraction(sum(w[x] for x in w if x >= a), tot)),
               oddsRatioSample=inf if b * c == 0 else to_mp(Fraction(a * d, b * c)),
               oddsRatioCmle=mp.mpf(0) if a == lo else inf if a == hi else solve(lambda o: mean(o) - a),
               ciLow=mp.mpf(0) if a == lo else solve(lambda o: tail(lambda x: x >= a, o) - al),
               ciHigh=inf if a == hi else solve(lambda o: al - tail(lambda x: x <= a, o)))


def tables():
    c = Cases()
    rng = random.Random(20260101)
    fixed = {
        '2x2 clear': [[12, 28], [5, 30]], '2x2 small': [[1, 9], [11, 3]], '2x2 nearly equal': [[10, 10], [10, 11]],
        '2x2 exactly equal': [[5, 5], [5, 5]], '2x2 correction capped': [[3, 4], [3, 4]],
        '2x2 with a zero': [[0, 8], [7, 5]], '2x2 diagonal': [[10, 0], [0, 12]], '2x2 n=2': [[1, 0], [0, 1]], 'n=3': [[1, 0], [1, 1]],
        'empty row': [[3, 0, 5], [0, 0, 0], [2, 0, 9]], 'empty column, 2x2 left': [[3, 0, 5], [2, 0, 9]],
        'large effect': [[90, 5], [5, 90]], 'sparse': [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        'tiny p': [[900, 40], [30, 800]],
        'one row': [[3, 4, 5]], 'one column': [[3], [4]], 'all zero': [[0, 0], [0, 0]], 'no rows': [],
        'one row left': [[3, 4], [0, 0]], 'n=1': [[1, 0], [0, 0]],
        'study sized': [[20, 35, 5, 8], [14, 11, 13, 2], [6, 3, 9, 21]],
    }
    for name, t in fixed.items():
        c.add('chi2Independence', name, {'table': t}, chi2(t))
    for k in range(24):
        r, w = rng.randint(2, 6), rng.randint(2, 7)
        top = rng.choice([3, 8, 30, 400])
        t = [[rng.randint(0, top) for _ in range(w)] for _ in range(r)]
        c.add('chi2Independence', f'random {k}', {'table': t}, chi2(t))
    for name, t in fixed.items():
        if len(t) == 2 and all(len(r) == 2 for r in t) and name != 'tiny p':
            c.add('fisher2x2', name, {'table': t}, fisher2(t))
    for k in range(18):
        top = rng.choice([4, 10, 40, 120])
        t = [[rng.randint(0, top) for _ in range(2)] for _ in range(2)]
        conf = rng.choice([0.9, 0.95, 0.99])
        c.add('fisher2x2', f'random {k}', {'table': t, 'conf': conf}, fisher2(t, conf))
    c.write('tables.json')


# --- goodness of fit ----------------------------------------------------------------------------------------------------
def gof(observed, weights):
    n, whole = sum(observed), sum(Fraction(str(w)) for w in weights)
    if n == 0:
        return undefined('empty')
    if any(o and not w for o, w in zip(observed, weights)):
        return undefined('expectedZero')
    share = [Fraction(str(w)) / whole for w in weights]
    kept = [i for i, s in enumerate(share) if s]
    if len(kept) < 2:
        return undefined('oneCategory')
    E = [n * s for s in share]
    x2 = to_mp(sum((observed[i] - E[i]) ** 2 / E[i] for i in kept))

    def each(cell):
        return [f(cell(i)) if i in kept else None for i in range(len(observed))]
    return out(n=n, df=len(kept) - 1, statistic=x2, p=chi2_sf(x2, len(kept) - 1), cohensW=mp.sqrt(x2 / n),
               minExpected=to_mp(min(E[i] for i in kept)), expected=each(lambda i: to_mp(E[i])),
               pearsonResiduals=each(lambda i: to_mp(observed[i] - E[i]) / mp.sqrt(to_mp(E[i]))),
               stdResiduals=each(lambda i: to_mp(observed[i] - E[i]) / mp.sqrt(to_mp(E[i] * (1 - share[i])))))


def representativeness(observed, population):
    base = gof(observed, population)
    if 'status' in base:
        return base
    n, N = sum(observed), sum(population)
    if n > N:
        return undefined('sampleOverPopulation')
    share = [Fraction(p, N) for p in population]
    x2 = to_mp(sum((o - n * s) ** 2 / (n * s) for o, s in zip(observed, share) if s))
    fpc = None if n == N else x2 * (N - 1) / (N - n)
    got = [Fraction(o, n) for o in observed]
    return out(n=n, populationN=N, df=base['df'], statistic=x2, p=base['p'], statisticFpc=fpc,
               pFpc=None if fpc is None else chi2_sf(fpc, base['df']),
               sampleShare=[f(to_mp(g)) for g in got], populationShare=[f(to_mp(s)) for s in share],
               difference=[f(to_mp(g - s)) for g, s in zip(got, share)],
               ratio=[f(to_mp(g / s)) if s else None for g, s in zip(got, share)])


def fit_cases():
    c = Cases()
    rng = random.Random(20260104)
    fixed = [('equal shares', [18, 22, 20, 40], None), ('given shares', [18, 22, 60], [0.2, 0.3, 0.5]),
             ('one empty category', [0, 5, 9], None), ('zero expected, zero seen', [12, 0, 9], [0.5, 0, 0.5]),
             ('zero expected, one seen', [12, 1, 9], [0.5, 0, 0.5]), ('one category', [9], None), ('none', [], None),
             ('all zero', [0, 0], None), ('n=1', [1, 0, 0], None), ('exact fit', [10, 20, 30], [1, 2, 3])]
    for k in range(8):
        w = [rng.randint(1, 9) for _ in range(rng.randint(2, 7))]
        fixed.append((f'random {k}', [rng.randint(0, 60) for _ in w], w))
    for name, o, w in fixed:
        given = {'observed': o} if w is None else {'observed': o, 'proportions': w}
        c.add('chi2Gof', name, given, gof(o, w or [1] * len(o)))
    pops = [('the study: 75 of 465', [30, 25, 20], [200, 150, 115]), ('census', [20, 30], [20, 30]),
            ('more than there are', [20, 40], [20, 30]), ('category without population', [5, 0, 5], [50, 0, 50]),
            ('someone from nowhere', [5, 1, 5], [50, 0, 50]), ('one category', [5], [9]), ('empty', [0, 0], [4, 5])]
    for k in range(5):
        pop = [rng.randint(5, 300) for _ in range(rng.randint(2, 6))]
        pops.append((f'random {k}', [rng.randint(0, p) for p in pop], pop))
    for name, o, p in pops:
        c.add('representativeness', name, {'observed': o, 'population': p}, representativeness(o, p))
    c.write('fit.json')


# --- means --------------------------------------------------------------------------------------------------------------
def hedges_j(m):
    return None if m < 2 else mp.gamma(mp.mpf(m) / 2) / (mp.sqrt(mp.mpf(m) / 2) * mp.gamma(mp.mpf(m - 1) / 2))


def t_test(x, y, variant, conf=0.95):
    if variant == 'paired':
        d = [Fraction(str(a)) - Fraction(str(b)) for a, b in zip(x, y) if a is not None and b is not None]
        n = len(d)
        if n == 0:
            return undefined('empty')
        if n == 1:
            return undefined('tooFew')
        if len(set(d)) == 1:
            return undefined('noVariation')
        diff, sd = to_mp(fmean(d)), mp.sqrt(to_mp(fss(d) / (n - 1)))
        se, df, j = sd / mp.sqrt(n), n - 1, hedges_j(n - 1)
        reach, dz = t_crit(conf, df) * se, diff / sd
        return out(n=n, diff=diff, sdDiff=sd, se=se, t=diff / se, df=df, p=t_sf2(diff / se, df), ciLow=diff - reach,
                   ciHigh=diff + reach, cohensDz=dz, hedgesGz=None if j is None else dz * j)
    X, Y = exact(x), exact(y)
    a, b = len(X), len(Y)
    if a == 0 or b == 0:
        return undefined('empty')
    if (variant == 'welch' and min(a, b) < 2) or a + b < 3:
        return undefined('tooFew')
    if len(set(X)) == 1 and len(set(Y)) == 1:
        return undefined('noVariation')
    diff = to_mp(fmean(X) - fmean(Y))
    pooled = to_mp((fss(X) + fss(Y)) / (a + b - 2))
    if variant == 'welch':
        u, v = to_mp(fss(X) / (a - 1) / a), to_mp(fss(Y) / (b - 1) / b)
        se, df = mp.sqrt(u + v), (u + v) ** 2 / (u ** 2 / (a - 1) + v ** 2 / (b - 1))
    else:
        se, df = mp.sqrt(pooled * (mp.mpf(1) / a + mp.mpf(1) / b)), a + b - 2
    d, j = diff / mp.sqrt(pooled), hedges_j(a + b - 2)
    reach = t_crit(conf, df) * se
    return out(nX=a, nY=b, meanX=to_mp(fmean(X)), meanY=to_mp(fmean(Y)),
               sdX=mp.sqrt(to_mp(fss(X) / (a - 1))) if a > 1 else None, sdY=mp.sqrt(to_mp(fss(Y) / (b - 1))) if b > 1 else None,
               diff=diff, se=se, t=diff / se, df=df, p=t_sf2(diff / se, df), ciLow=diff - reach, ciHigh=diff + reach,
               cohensD=d, hedgesG=None if j is None else d * j)


def means():
    c = Cases()
    rng = random.Random(20260105)
    pairs = [('small', [12, 40, 55, 61], [30, 70, 80, 90, 100]), ('missing', [1, None, 4, 6], [2, 3, None, 9]),
             ('n=1 v 3', [50], [10, 20, 60]), ('n=1 v 2', [50], [10, 20]), ('n=1 v 1', [50], [10]), ('empty', [], [1, 2]),
             ('both constant, equal', [5, 5], [5, 5, 5]), ('both constant, different', [5, 5], [7, 7, 7]),
             ('one constant', [5, 5, 5], [1, 7, 9]), ('equal means', [1, 2, 3], [0, 2, 4]),
             ('far apart', [1, 2, 3, 2, 1, 2, 3], [100, 101, 99, 100, 102, 98])]
    for k in range(8):
        pairs.append((f'random {k}', [round(rng.gauss(50, 20), 1) for _ in range(rng.randint(2, 45))],
                      [round(rng.gauss(58, 30), 2) for _ in range(rng.randint(2, 45))]))
    for name, x, y in pairs:
        for variant in ('welch', 'student'):
            conf = rng.choice([0.95, 0.95, 0.9, 0.99])
            c.add('tTest', f'{variant} {name}', {'x': x, 'y': y, 'variant': variant, 'conf': conf}, t_test(x, y, variant, conf))
    paired = [('missing', [1, None, 4, 6, 8], [2, 3, None, 9, 3]), ('two', [10, 20], [15, 40]), ('one', [3], [4]), ('none', [None], [4]),
              ('same shift in decimals', [1.1, 2.1, 3.1, 7.1], [1, 2, 3, 7])]
    for k in range(5):
        n = rng.randint(3, 40)
        paired.append((f'random {k}', [rng.randint(0, 100) for _ in range(n)], [rng.randint(0, 100) for _ in range(n)]))
    for name, x, y in paired:
        c.add('tTest', f'paired {name}', {'x': x, 'y': y, 'variant': 'paired'}, t_test(x, y, 'paired'))
    c.write('means.json')


# --- shares -------------------------------------------------------------------------------------------------------------
def beta_quantile(p, a, b):
    low, high = mp.mpf(0), mp.mpf(1)
    for _ in range(120):
        mid = (low + high) / 2
        if mp.betainc(a, b, 0, mid, regularized=True) < p:
            low = mid
        else:
            high = mid
    return low


def proportion(x, n, conf):
    if n == 0:
        return undefined('empty')
    z, p = z_crit(conf), mp.mpf(x) / n
    low = (p + z * z / (2 * n) - z * mp.sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n)
    high = (p + z * z / (2 * n) + z * mp.sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n)
    al = (1 - mp.mpf(str(conf))) / 2
    return out(estimate=p, wilsonLow=0 if x == 0 else low, wilsonHigh=1 if x == n else high,
               exactLow=0 if x == 0 else beta_quantile(al, x, n - x + 1),
               exactHigh=1 if x == n else beta_quantile(1 - al, x + 1, n - x))


def shares():
    c = Cases()
    for x, n, conf in [(0, 10, .95), (10, 10, .95), (1, 1, .95), (0, 1, .9), (12, 40, .95), (5, 35, .95), (37, 75, .99), (1, 1000, .95),
                       (500, 1000, .9), (0, 0, .95), (3, 7, .8)]:
        c.add('proportionCi', f'{x} of {n}', {'x': x, 'n': n, 'conf': conf}, proportion(x, n, conf))
    c.add('proportionCi', 'more than all', {'x': 5, 'n': 4}, undefined('invalidInput'))
    for x1, n1, x2, n2, conf in [(12, 40, 5, 35, .95), (0, 10, 3, 12, .95), (10, 10, 0, 8, .95), (0, 5, 0, 9, .9), (56, 70, 48, 80, .95), (1, 1, 1, 1, .95), (37, 75, 30, 390, .99)]:
        low, high = confint_proportions_2indep(x1, n1, x2, n2, method='newcomb', compare='diff', alpha=1 - conf)
        c.add('proportionDifference', f'{x1} of {n1} and {x2} of {n2}', {'x1': x1, 'n1': n1, 'x2': x2, 'n2': n2, 'conf': conf},
              {'estimate1': x1 / n1, 'estimate2': x2 / n2, 'difference': x1 / n1 - x2 / n2, 'low': float(low), 'high': float(high)})
    c.add('proportionDifference', 'nobody', {'x1': 0, 'n1': 0, 'x2': 1, 'n2': 3}, undefined('empty'))
    for n, N, p, conf in [(75, 465, .5, .95), (75, None, .5, .95), (465, 465, .5, .95), (1, 1, .5, .95), (40, 100, .2, .9), (1, 2, .5, .99),
                          (0, 20, .5, .95), (30, 20, .5, .95)]:
        if n == 0:
            want = undefined('empty')
        elif N is not None and n > N:
            want = undefined('sampleOverPopulation')
        else:
            moe = z_crit(conf) * mp.sqrt(mp.mpf(str(p)) * (1 - mp.mpf(str(p))) / n)
            fpc = mp.mpf(1) if N is None else mp.mpf(0) if n == N else mp.sqrt(mp.mpf(N - n) / (N - 1))
            want = out(moeInfinite=moe, fpc=fpc, moe=moe * fpc)
        c.add('marginOfError', f'{n} of {N}', {'n': n, 'population': N, 'proportion': p, 'conf': conf}, want)
    for N, moe, p, conf in [(465, .1, .5, .95), (None, .1, .5, .95), (None, .05, .5, .95), (465, .05, .5, .95), (20, .01, .3, .99), (1, .1, .5, .95)]:
        P, M = mp.mpf(str(p)), mp.mpf(str(moe))
        n0 = z_crit(conf) ** 2 * P * (1 - P) / M ** 2
        exact_n = n0 if N is None else N * n0 / (N - 1 + n0)
        c.add('requiredSampleSize', f'{moe} at {N}', {'population': N, 'moe': moe, 'proportion': p, 'conf': conf},
              out(nExact=exact_n, n=int(mp.ceil(exact_n))))
    c.write('shares.json')


def scores():
    c = Cases()
    rng = random.Random(20260102)
    fixed = {
        'empty': [], 'all missing': [None, None], 'one value': [42], 'two values': [10, 20], 'constant': [0.1] * 7,
        'with missing': [1, None, 4, 9, None, 16], 'large offset': [1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 8.5],
        'slider heap': [0, 0, 0, 50, 50, 100, 100, 100, 100, 37],
    }
    for name, v in fixed.items():
        c.add('descriptives', name, {'values': v}, descriptives(v))
    for k in range(10):
        v = [rng.choice([None, round(rng.uniform(0, 100), rng.randint(0, 3))]) if rng.random() < .2 else rng.uniform(0, 100)
             for _ in range(rng.randint(1, 60))]
        c.add('descriptives', f'random {k}', {'values': v}, descriptives(v))
    c.write('scores.json')


def families():
    c = Cases()
    rng = random.Random(20260103)
    names = {'holm': 'holm', 'bh': 'fdr_bh', 'by': 'fdr_by', 'bonferroni': 'bonferroni'}
    lists = [[0.01, 0.02, 0.03, 0.04, 0.05], [0.04, None, 0.001, 0.04, None, 1, 0], [0.5], [0.9, 0.9, 0.9],
             [rng.random() ** 3 for _ in range(40)]]
    for p in lists:
        for method, name in names.items():
            there = [v for v in p if v is not None]
            got = iter(float(v) for v in multipletests(there, method=name)[1])
            c.add('pAdjust', f'{method} of {len(p)}', {'p': p, 'method': method},
                  {'adjusted': [None if v is None else next(got) for v in p]})
    c.add('pAdjust', 'empty', {'p': [], 'method': 'holm'}, {'adjusted': []})
    c.add('pAdjust', 'all null', {'p': [None], 'method': 'by'}, {'adjusted': [None]})
    c.write('families.json')


if __name__ == '__main__':
    print('SciPy', scipy.__version__, 'statsmodels', statsmodels.__version__, 'mpmath', mp.__version__, 'NumPy', np.__version__)
    tables()
    scores()
    families()
    fit_cases()
    means()
    shares()
