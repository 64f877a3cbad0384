import { setPartner } from "../src/partners/book";
import { addKey } from "../src/partners/keyring";
import { type Store } from "../src/store/store";
import { memoryOf, type Serving } from "./children";
import { median } from "./median";
import { withServer, withShipped } from "./shipped";
import { shown } from "./table";

const rounds = 15;
const rows = 10_000;
const partners = 50;
const minute = 60_000;

/** Ten thousand observations in one submission, round by round, and fifty partners who submit at once for a minute. */
export async function measureSubmit(tell: (message: string) => void): Promise<{ rows: readonly string[][] }> {
  return withShipped(tell, async (shipped) => {
    const keys = await partnersOf(shipped.store);
    return withServer(shipped, async (citegraph) => {
      const large = await measureLarge(citegraph, keys[0]!, tell);
      return { rows: [...large, ...(await measureAtOnce(citegraph, shipped.store, keys, tell))] };
    });
  });
}

/** Fifty partners that speak for Shanghai; their keys. */
function partnersOf({ source }: Store): Promise<string[]> {
  const slugs = Array.from({ length: partners }, (_, i) => `partner-${i}`);
  return Promise.all(
    slugs.map(async (slug) => {
      await setPartner(source, { slug, name: slug, organisation: "fira-de-barcelona", cities: ["shanghai-cn"] });
      return addKey(source, slug, null);
    }),
  );
}

const dayOf = (i: number) => new Date(Date.UTC(1960, 0, 1 + i)).toISOString().slice(0, 10);

/** A submission of as many values of as many days. */
function submissionOf(slug: string, size: number, value: number) {
  const source = {
    slug,
    kind: "PARTNER",
    title: "Figures",
    publisher: "fira-de-barcelona",
    licence: "CC0-1.0",
    licenceClass: "PERMISSIVE",
  };
  const observations = Array.from({ length: size }, (_, i) => ({
    subject: "City:shanghai-cn",
    indicator: "pm25-annual-mean",
    period: dayOf(i),
    value: value + i / size,
  }));
  return { source, observations };
}

const mutation = "mutation ($s: Submission!) { submit(submission: $s) { revision counts { added changed refused } } }";

interface Submitted {
  readonly revision: number;
  readonly counts: { readonly added: number; readonly changed: number };
}

/** Sends a submission. Throws Error unless it is recorded. */
async function send(origin: string, key: string, submission: object): Promise<Submitted> {
  const response = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: mutation, variables: { s: submission } }),
  });
  const { data, errors } = (await response.json()) as { data?: { submit: Submitted }; errors?: unknown };
  if (errors || !data?.submit.revision) throw new Error(`expected a revision, got ${JSON.stringify(errors ?? data)}`);
  return data.submit;
}

async function measureLarge({ pid, origin }: Serving, key: string, tell: (message: string) => void) {
  // What every process needs once is there before anything is measured.
  await send(origin, key, submissionOf("partner-0-small", 1, 0));
  const before = await memoryOf(pid);
  const taken: number[] = [];
  const after: number[] = [];
  let most = before;
  const watch = setInterval(() => void memoryOf(pid).then((memory) => (most = Math.max(most, memory))), 50);
  try {
    for (let round = 1; round <= rounds; round++) {
      const submission = submissionOf("partner-0-large", rows, round);
      const began = performance.now();
      const { counts } = await send(origin, key, submission);
      taken.push((performance.now() - began) / 1000);
      after.push(await memoryOf(pid));
      if (counts.added + counts.changed < rows) throw new Error(`expected ${rows} rows, got ${JSON.stringify(counts)}`);
      tell(`${rows} observations, round ${round} of ${rounds}: ${shown(taken.at(-1)!)} s`);
    }
  } finally {
    clearInterval(watch);
  }
  const size = rows.toLocaleString("en");
  return [
    [`${size} new observations in one submission, in seconds`, shown(taken[0]!), "3"],
    [`${size} changed observations in one submission, in seconds`, shown(median(taken.slice(1))), "3"],
    ["memory of Node before, and after each of them", `${shown(before)}, ${after.map(shown).join(", ")} MB`, "flat"],
    ["memory of Node at most while they are recorded", `${shown(most)} MB`, ""],
  ];
}

async function measureAtOnce(
  { origin }: Serving,
  store: Store,
  keys: readonly string[],
  tell: (message: string) => void,
) {
  tell(`${partners} partners submit at once for a minute.`);
  const [{ number: before }] = (await store.source.query("select max(number) as number from revisions")) as [Numbered];
  const until = Date.now() + minute;
  const waits: number[] = [];
  const last = await Promise.all(
    keys.map(async (key, i) => {
      let [made, value] = [0, 0];
      while (Date.now() < until) {
        const began = performance.now();
        const { revision } = await send(origin, key, submissionOf(`partner-${i}`, 5, ++value));
        waits.push(performance.now() - began);
        if (revision <= made) throw new Error(`expected a revision after ${made}, got ${revision}`);
        made = revision;
      }
      return { source: `partner-${i}`, value };
    }),
  );
  await requireKept(store, before, waits.length, last);
  const rate = waits.length / (minute / 1000);
  return [
    [`${partners} partners at once for a minute: submissions a second`, shown(rate), ""],
    [`${partners} partners at once: wait of each, median, in seconds`, shown(median(waits) / 1000), ""],
    ["lost updates, failed submissions, revisions out of order", "0", "0"],
  ];
}

interface Numbered {
  readonly number: number;
}

/** Throws Error unless every submission is a revision of its own, in order, and the last of each partner stands. */
async function requireKept(
  store: Store,
  before: number,
  sent: number,
  last: readonly { source: string; value: number }[],
) {
  const [{ number: after }] = (await store.source.query("select max(number) as number from revisions")) as [Numbered];
  if (after !== before + sent) throw new Error(`expected ${sent} revisions, got ${after - before}`);
  const disordered = await store.source.query(
    "select from (select number, lag(recorded_at) over (order by number) > recorded_at as wrong from revisions where number > $1) r where wrong",
    [before],
  );
  if (disordered.length > 0) throw new Error(`${disordered.length} revisions are dated before the one before`);
  for (const { source, value } of last) {
    const [kept] = await store.source.query<{ value: number }[]>(
      `select ("values"->>'value')::float8 as value from claims where source = $1 and fact like '%/1960-01-01'`,
      [source],
    );
    if (kept?.value !== value) throw new Error(`${source}: expected ${value}, got ${kept?.value}`);
  }
}
