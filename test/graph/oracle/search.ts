import { named, tableOf } from "./declared";
import { namesOf, tails } from "./filter";
import { rowItem } from "./item";
import { comparer, cursorOf } from "./order";
import { cut, type PageArguments } from "./page";
import { type Row, type Rows } from "./rows";
import { alike, fold, similarity } from "./words";

/** A name, or the end of one, by which a thing is found. */
interface Name {
  readonly type: string;
  readonly row: Row;
  readonly name: string;
  readonly folded: string;
  readonly whole: boolean;
  readonly prominence: number;
}

interface Match extends Name {
  readonly id: string;
  readonly score: number;
}

interface SearchArguments extends PageArguments {
  readonly text: string;
  readonly kinds?: readonly string[] | null;
}

/**
 * Things whose names begin with the text. When those are few, and none of them is well known by just this name, also
 * things with a name like it: well-known ones, or any where none of these is at least half alike. The best first.
 */
export function search(rows: Rows, args: SearchArguments) {
  const asked = fold(args.text);
  const names = namesIn(rows).filter(({ type }) => asked !== "" && (!args.kinds || args.kinds.includes(type)));
  const isIt = ({ folded, whole }: Name) => whole && folded === asked;
  const begin = names.filter(({ folded }) => folded.startsWith(asked));
  const beginning = best(begin.map((name) => match(name, isIt(name) ? 2 : name.whole ? 1.4 : 1)));
  const isEnough = beginning.length >= 5 || begin.some((name) => isIt(name) && isWellKnown(name));
  const like = names
    .filter(({ whole }) => whole && !isEnough)
    .map((name) => ({ name, likeness: similarity(name.folded, asked) }))
    .filter(({ likeness }) => likeness >= alike);
  const isHalf = like.some(({ name, likeness }) => isWellKnown(name) && likeness >= 0.5);
  const likely = like.filter(({ name }) => isWellKnown(name) || !isHalf);
  const found = best([...beginning, ...likely.map(({ name, likeness }) => match(name, likeness))]);
  const edges = found
    .map(({ id, score, name, row, type }) => {
      const cursor = () => cursorOf("search", [], [score, id]);
      return { keys: [score, id], cursor, score, matched: name, node: rowItem(type, row) };
    })
    .sort((a, b) => byScore(a.keys, b.keys))
    .slice(0, 1000);
  const totalIsExact = found.length <= 1000 && begin.length <= 2000;
  return { ...cut(edges, byScore, args), totalIsExact };

  function byScore(a: readonly unknown[], b: readonly unknown[]): number {
    // Ids go up though scores go down.
    return byBest([a[0]], [b[0]]) || byWord([a[1]], [b[1]]);
  }
}

const byBest = comparer([{ word: "score desc" }]);
const byWord = comparer([]);

const known = new WeakMap<Rows, Name[]>();

function namesIn(rows: Rows): Name[] {
  const names =
    known.get(rows) ?? named.flatMap((type) => rows.of(tableOf(type)).flatMap((row) => namesOfRow(type, row)));
  known.set(rows, names);
  return names;
}

/** Each ending of each name once: as a whole name if it is one, and in the spelling that comes first. */
function namesOfRow(type: string, row: Row): Name[] {
  const prominence = type === "City" ? Number(row["prominence"]) : 50_000;
  const all = namesOf(row).flatMap((name) =>
    tails(fold(name)).map((folded, i) => ({
      type,
      row,
      name,
      folded,
      whole: i === 0,
      prominence,
    })),
  );
  const first = new Map<string, Name>();
  for (const name of [...all.filter(({ whole }) => whole), ...all]) {
    if (!first.has(name.folded)) first.set(name.folded, name);
  }
  return [...first.values()];
}

const isWellKnown = ({ prominence }: Name) => prominence >= 50_000;

function match(name: Name, fit: number): Match {
  const score = Math.round((fit + Math.log10(name.prominence + 10) / 8) * 10_000) / 10_000;
  return { ...name, id: `${name.type}:${name.row["id"]}`, score };
}

/** The best match of each thing; of equally good ones the name that comes first. */
function best(matches: readonly Match[]): Match[] {
  const found = new Map<string, Match>();
  for (const next of matches) {
    const other = found.get(next.id);
    if (!other || byBest([next.score], [other.score]) < 0) found.set(next.id, next);
    else if (next.score === other.score && byWord([next.name], [other.name]) < 0) found.set(next.id, next);
  }
  return [...found.values()];
}
