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
  /** What being well known adds to a match. */
  readonly known: number;
}

interface Match extends Name {
  readonly id: string;
  readonly score: number;
}

interface SearchArguments extends PageArguments {
  readonly text: string;
  readonly kinds?: readonly string[] | null;
}

/** Things whose names begin with the text; when those are few, also things with a name like it. The best first. */
export function search(rows: Rows, args: SearchArguments) {
  const asked = fold(args.text);
  const names = namesIn(rows).filter(({ type }) => !args.kinds || args.kinds.includes(type));
  const beginning = best(
    names
      .filter(({ folded }) => asked !== "" && folded.startsWith(asked))
      .map((name) => match(name, name.folded === asked && name.whole ? 2 : name.whole ? 1.4 : 1)),
  );
  const enough = Math.min(args.first ?? 50, 5);
  const like = names
    .map((name) => ({ name, likeness: similarity(name.folded, asked) }))
    .filter(({ name, likeness }) => beginning.length < enough && name.whole && likeness >= alike);
  const found = best([...beginning, ...like.map(({ name, likeness }) => match(name, likeness))]);
  const edges = found
    .map(({ id, score, name, row, type }) => {
      const cursor = () => cursorOf("search", [], [score, id]);
      return { keys: [score, id], cursor, score, matched: name, node: rowItem(type, row) };
    })
    .sort((a, b) => byScore(a.keys, b.keys));
  return cut(edges, byScore, args);

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
  const prominence = type === "City" ? Number(row["prominence"]) : 10_000;
  const all = namesOf(row).flatMap((name) =>
    tails(fold(name)).map((folded, i) => ({
      type,
      row,
      name,
      folded,
      whole: i === 0,
      known: Math.log10(prominence + 10) / 8,
    })),
  );
  const first = new Map<string, Name>();
  for (const name of [...all.filter(({ whole }) => whole), ...all]) {
    if (!first.has(name.folded)) first.set(name.folded, name);
  }
  return [...first.values()];
}

function match(name: Name, fit: number): Match {
  const exact = Number((fit + name.known).toPrecision(15));
  const score = Number(`${Math.round(Number(`${exact}e4`))}e-4`);
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
