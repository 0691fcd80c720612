// The longer questions in bare SQL: all that the product's answer tells is asked here too, or the ratio would compare two questions.
import type Database from 'better-sqlite3'

/** Of a scale by group: the bars, blanks, mean, deviation, both middles of a scale as parts of a whole, and the median. */
export function askScale(db: Database.Database): () => unknown {
  const answered = 'SELECT s.grp, a.value FROM story s LEFT JOIN answer a ON a.story = s.id AND a.signifier = 1'
  return asked(db, {}, [
    `SELECT grp, CAST((value + 5) / 10 AS INTEGER) AS bar, count(*) FROM (${answered}) GROUP BY grp, bar`,
    `SELECT grp, count(*), count(value), avg(value), sqrt((sum(value * value) - sum(value) * avg(value)) / (count(value) - 1)),
       exp(avg(ln(max(value, 0.5)))), exp(avg(ln(max(100 - value, 0.5)))), sum(value IN (0, 100)) FROM (${answered}) GROUP BY grp`,
    `SELECT grp, avg(value) FROM (SELECT grp, value, row_number() OVER (PARTITION BY grp ORDER BY value) AS at, count(*) OVER (PARTITION BY grp) AS n FROM (${answered}) WHERE value IS NOT NULL)
     WHERE at IN ((n + 1) / 2, (n + 2) / 2) GROUP BY grp`
  ])
}

/**
 * Of two coders, per code, in stories both have done: stories and characters that each marked, that both did, and the squares of the
 * stretches. All figures of agreement follow from these; a character that one coder marked twice is marked once, so stretches are merged first.
 */
export function askPair(db: Database.Database, first: number, second: number): () => unknown {
  const runs = `WITH own AS (SELECT code, coder, story, start, end FROM coding WHERE coder IN (@first, @second)
      AND story IN (SELECT story FROM reading WHERE coder = @first) AND story IN (SELECT story FROM reading WHERE coder = @second)),
    reached AS (SELECT *, max(end) OVER (PARTITION BY code, coder, story ORDER BY start ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach FROM own),
    numbered AS (SELECT *, sum(reach IS NULL OR start > reach) OVER (PARTITION BY code, coder, story ORDER BY start ROWS UNBOUNDED PRECEDING) AS nth FROM reached),
    run AS MATERIALIZED (SELECT code, coder, story, min(start) AS start, max(end) AS end FROM numbered GROUP BY code, coder, story, nth)`
  return asked(db, { first, second }, [
    `${runs} SELECT code, coder, count(DISTINCT story), sum(end - start), sum((end - start) * (end - start)) FROM run GROUP BY code, coder`,
    `${runs} SELECT a.code, count(DISTINCT a.story), sum(max(0, min(a.end, b.end) - max(a.start, b.start)))
     FROM run a JOIN run b ON b.code = a.code AND b.story = a.story AND b.coder = @second WHERE a.coder = @first GROUP BY a.code`
  ])
}

/** Of a theme on the first twenty codes in the order of the tree: codings, places, stories and coders, by group, by coder, and the fullest story. */
export function askTheme(db: Database.Database): () => unknown {
  const under = 'coding WHERE code IN (SELECT id FROM code ORDER BY (id - 1) % 20, id LIMIT 20)'
  const places = `(SELECT DISTINCT story, start, end FROM ${under})`
  return asked(db, {}, [
    `SELECT count(*), count(DISTINCT story), count(DISTINCT coder) FROM ${under}`, `SELECT count(*) FROM ${places}`,
    `SELECT s.grp, count(*) FROM story s WHERE s.id IN (SELECT story FROM ${under}) GROUP BY s.grp`, 'SELECT grp, count(*) FROM story GROUP BY grp',
    `SELECT coder, count(*), count(DISTINCT story) FROM (SELECT DISTINCT coder, story, start, end FROM ${under}) GROUP BY coder`,
    `SELECT story, count(*) FROM ${places} GROUP BY story ORDER BY 2 DESC, story LIMIT 1`
  ])
}

/**
 * Of a scale in two waves: who answered, mean, deviation and median of each, the difference linearised over tellers, and of those who
 * told in both how many went up, stayed and went down, their means, and the mean and deviation of what changed.
 */
export function askWaves(db: Database.Database): () => unknown {
  const answered = '(SELECT s.wave, s.teller, a.value FROM story s LEFT JOIN answer a ON a.story = s.id AND a.signifier = 1 WHERE s.wave IS NOT NULL)'
  const each = `each AS (SELECT teller, wave, avg(value) AS value FROM ${answered} WHERE value IS NOT NULL GROUP BY teller, wave)`
  const means = `means AS MATERIALIZED (SELECT wave, avg(value) AS mean, count(value) AS n FROM ${answered} GROUP BY wave)`
  return asked(db, {}, [
    `SELECT wave, count(*), count(value), avg(value), sqrt((sum(value * value) - sum(value) * avg(value)) / (count(value) - 1)) FROM ${answered} GROUP BY wave`,
    `SELECT wave, avg(value) FROM (SELECT wave, value, row_number() OVER (PARTITION BY wave ORDER BY value) AS at, count(*) OVER (PARTITION BY wave) AS n FROM ${answered} WHERE value IS NOT NULL)
     WHERE at IN ((n + 1) / 2, (n + 2) / 2) GROUP BY wave`,
    'SELECT count(*), sum(stories), max(most) FROM (SELECT teller, count(DISTINCT wave) AS waves, count(*) AS stories, max(wave) AS most FROM story WHERE teller IS NOT NULL GROUP BY teller HAVING waves = 2)',
    `WITH ${means} SELECT count(*), sum(share * share) FROM (SELECT teller, sum(CASE a.wave WHEN 2 THEN 1 ELSE -1 END * (a.value - m.mean) / m.n) AS share
       FROM ${answered} a JOIN means m ON m.wave = a.wave WHERE a.value IS NOT NULL GROUP BY teller)`,
    `WITH ${each} SELECT count(*), sum(y.value > x.value), sum(y.value = x.value), sum(y.value < x.value), avg(x.value), avg(y.value), avg(y.value - x.value),
       sqrt((sum((y.value - x.value) * (y.value - x.value)) - count(*) * avg(y.value - x.value) * avg(y.value - x.value)) / (count(*) - 1))
     FROM each x JOIN each y ON y.teller = x.teller AND y.wave = 2 WHERE x.wave = 1`
  ])
}

function asked(db: Database.Database, values: object, questions: readonly string[]): () => unknown {
  const statements = questions.map((sql) => db.prepare(sql))
  return () => statements.map((statement) => statement.all(values))
}
