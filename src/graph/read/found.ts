/** No name is longer; what is asked for beyond that tells nothing, and takes long to compare. */
const longestName = 200;

/** A list of matches ends after so many: the text is too short to mean more. */
const mostMatches = 1000;

/** Names looked through for them, a thing having several. */
const mostNames = 2 * mostMatches;

/** Where fewer things begin so, names that are only like the text are looked for. */
const few = 5;

/** From this prominence on a thing is well known; the indexes of names are cut there, too. */
const wellKnown = 50_000;

/** The one type of which there are things little known. */
const oftenLittleKnown = "City";

/** How well a match fits and, from 0.1 to 1, how well known the thing is; in so few digits that a cursor tells it whole. */
const score = (fit: string, prominence: string | number = "w.prominence") =>
  `round(((${fit})::float8 + log(${prominence} + 10) / 8) * 10000) / 10000`;

/** A search: SQL for its parts. */
interface Search {
  readonly names: string;
  readonly text: string;
  /** Types, as an array; undefined for all. */
  readonly kinds: string | undefined;
  /** Which matches `f` the page may hold. */
  readonly beyond: string;
  readonly size: number;
}

/**
 * SQL for the things found, as the CTE `found`: id, score and the name that matched, each thing by the best of its names;
 * and for how many match, as the CTE `total`: count, and whether it is exact.
 *
 * Names and words of names that begin with the text are read by index: first those of well-known things, and names that
 * are the text itself. Little-known things are read only where these do not fill the page, or are fewer than five. When
 * fewer than five things begin so, and none of them is well known by just this name, names that are like the text are
 * read by their trigrams: again those of well-known things first, others when none of them is at least half alike.
 *
 * What is asked for by a step that is not needed is null, so that the step reads nothing.
 */
export function foundSql({ names, text, kinds, beyond, size }: Search): string {
  const littleKnown = `w.prominence < ${wellKnown}${kinds ? ` and '${oftenLittleKnown}' = any(${kinds})` : ""}`;
  const from = (condition: string) =>
    `from ${names} w where ${kinds ? `w.type = any(${kinds})` : "true"} and ${condition}`;
  const best = `order by w.prominence desc, w.thing collate "C" limit ${mostNames}`;
  return `
    asked as materialized (select folded from fold(left(${text}, ${longestName})) folded where folded <> ''),
    first as materialized (
      ${match(fits)}, ${isIt} as is_it ${from(`${begins("asked")} and w.prominence >= ${wellKnown}`)}
      union all
      ${match("2")}, false ${from(`${isIt} and ${littleKnown}`)}),
    asked_more as materialized (
      select folded from asked where ${Math.max(size, few - 1)} >=
        (select count(distinct f.id collate "C") from first f where f.score > ${score("1.4", wellKnown)} and ${beyond})),
    beginning as materialized (
      select id, matched, score from first
      union all
      (${match(fits)} ${from(`${begins("asked_more")} and ${littleKnown} and not ${isIt}`)} ${best})),
    asked_like as materialized (
      select folded from asked where not exists (select from first where is_it)
        and (select count(*) from (select from beginning group by id limit ${few}) f) < ${few}),
    alike as materialized (
      ${match(likeness)}, ${likeness} as likeness ${from(`${isLike("asked_like")} and w.prominence >= ${wellKnown}`)} ${best}),
    asked_any as materialized (
      select folded from asked_like where not exists (select from alike where likeness >= 0.5)),
    found as materialized (
      select * from (
        select distinct on (id collate "C") * from (
          select * from beginning
          union all
          select id, matched, score from alike
          union all
          (${match(likeness)} ${from(`${isLike("asked_any")} and ${littleKnown}`)} ${best})
        ) f order by id collate "C", score desc, matched collate "C"
      ) f order by score desc, id collate "C" limit ${mostMatches}),
    total as materialized (
      select least(count, ${mostMatches}) as count, count <= ${mostMatches} as is_exact from (select case
        when (select count(*) from (select ${from(begins("asked"))} order by w.folded collate "C" limit ${mostNames + 1}) f) > ${mostNames}
        then ${mostMatches + 1}
        else (select count(*) from (select w.type || ':' || w.thing as id ${from(begins("asked"))} union select id from found) f)
      end as count) t)`;
}

const match = (fit: string) => `select w.type || ':' || w.thing as id, w.name as matched, ${score(fit)} as score`;

/** What a step is asked for. Not joined: how many rows a join would give, Postgres guesses too high to use an index. */
const folded = (step: string) => `(select folded from ${step})`;

const begins = (step: string) =>
  `w.folded collate "C" >= ${folded(step)} and w.folded collate "C" < ${folded(step)} || U&'\\+10FFFF'`;
const isIt = `(w.whole and w.folded collate "C" = ${folded("asked")})`;
const fits = `case when ${isIt} then 2 when w.whole then 1.4 else 1 end`;
const isLike = (step: string) => `w.whole and w.folded % ${folded(step)}`;
const likeness = `similarity(w.folded, ${folded("asked")})`;
