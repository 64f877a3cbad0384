import { recording } from "../src/intake/lock";
import { record } from "../src/intake/record";
import { type Arrival } from "../src/intake/submission";
import { kinds } from "../src/knowledge";
import { type Store } from "../src/store/store";

/** How many claims a revision of the history changes at most. */
const changedAtOnce = 20;

/**
 * Records so many revisions on top of what a store holds, each of one source that has its figures anew, source after
 * source: numbers a little greater, ranks by one place up and down again.
 *
 * @param done is told each revision when it is committed
 */
export async function addRevisions(store: Store, count: number, done: (revision: number) => void): Promise<void> {
  const { rows: sources } = await store.pool.query<{ source: string }>(
    "select source from claims where kind = any($1) group by source order by source",
    [["observations", "placements"]],
  );
  for (let n = 0; n < count; n++) {
    const { source } = sources[n % sources.length]!;
    const round = Math.floor(n / sources.length);
    const { rows } = await store.pool.query<Claim>({ name: "figures_of", text: figuresOf, values: [source, round] });
    const arrivals = rows.map(({ kind, fact, values }) => anew(kind, fact, values));
    const { revision } = await recording(store.source, (ask) => record(ask, { source, arrivals }, "MERGE"));
    done(revision!);
  }
}

interface Claim {
  readonly kind: string;
  readonly fact: string;
  readonly values: Readonly<Record<string, unknown>>;
}

// Others of its figures each round, so that few rows have very long histories and many have short ones.
const figuresOf = `
  select kind, fact, "values" from claims where source = $1 and kind in ('observations', 'placements')
  order by hashtext(fact || $2::text), fact limit ${changedAtOnce}`;

function anew(name: string, fact: string, values: Claim["values"]): Arrival {
  const kind = kinds.find((known) => known.name === name)!;
  const change =
    name === "observations"
      ? { value: Math.round((Number(values["value"]) + 0.001) * 1000) / 1000 }
      : { rank: values["rank"] === 1 ? 2 : 1 };
  return { kind, path: fact, fact, row: { ...values, ...change } };
}
