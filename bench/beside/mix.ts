import { type Store } from "../../src/store/store";
import { counter, type Shot } from "../fire";
import { median } from "../median";
import { shown } from "../table";
import { keeps, keepsNone, type Server, shotOf, start } from "./citegraph";
import { keyOf } from "./database";
import { type Asked } from "./equal";
import { ask, type Round } from "./measure";
import { asOf } from "./questions";
import { type Plan } from "./rounds";

type Tell = (message: string) => void;

/** A question of the past beside the same of the present, and all questions with submissions among them; Citegraph alone. */
export async function measureCitegraph(
  store: Store,
  folder: string,
  asked: readonly Asked[],
  old: number,
  plan: Plan,
  tell: Tell,
): Promise<string[][]> {
  const [first] = asked as [Asked];
  const present = first.given.map((given) => shotOf(first, given));
  const past = first.given.map((given) => shotOf({ name: first.name, query: asOf(first, old) }, given));
  const mixed = mix(asked, await keyOf(store));
  const rows: string[][] = [];
  for (const server of [keepsNone, keeps]) {
    const came = await inTurn(store, folder, server, { present, past, mixed }, plan, tell);
    const ratio = median(came.past!.map(({ perSecond }, i) => perSecond / came.present![i]!.perSecond));
    rows.push(
      [`Q7, Q1 as of ${old}: ${server.name}`, figures(came.past!), `${ratio.toFixed(2)} of Q1`],
      [`mix, one in ten a submission: ${server.name}`, figures(came.mixed!), ""],
    );
  }
  return rows;
}

const figures = (rounds: readonly Round[]) => {
  const [rate, p50, p99] = (["perSecond", "p50", "p99"] as const).map((figure) =>
    median(rounds.map((round) => round[figure])),
  );
  return `${shown(rate!)} (${shown(p50!)}, ${shown(p99!)})`;
};

async function inTurn(
  store: Store,
  folder: string,
  server: Server,
  sorts: Readonly<Record<string, readonly Shot[]>>,
  plan: Plan,
  tell: Tell,
): Promise<Record<string, Round[]>> {
  const citegraph = await start(server, folder, store.url);
  try {
    const came: Record<string, Round[]> = Object.fromEntries(Object.keys(sorts).map((sort) => [sort, []]));
    for (let round = 0; round <= plan.rounds; round++) {
      for (const [sort, shots] of Object.entries(sorts)) {
        const measured = await ask(citegraph, store, shots, plan);
        if (round === 0) continue;
        came[sort]!.push(measured);
        tell(`${server.name}, ${sort}, round ${round} of ${plan.rounds}: ${shown(measured.perSecond)} a second`);
      }
    }
    return came;
  } finally {
    await citegraph.stop();
  }
}

const mutation = "mutation Submit($s: Submission!) { submit(submission: $s) { revision } }";

/** Nine questions, each time another, then a submission that changes a figure; and so on. */
function mix(asked: readonly Asked[], key: string): Shot[] {
  const source = {
    slug: "bench-mix",
    kind: "PARTNER",
    title: "Figures",
    publisher: "fira-de-barcelona",
    licence: "CC0-1.0",
    licenceClass: "PERMISSIVE",
  };
  const observation = { subject: "City:shanghai-cn", indicator: "metro-stations", period: "1999", value: counter };
  const text = JSON.stringify({ query: mutation, variables: { s: { source, observations: [observation] } } });
  const submission = {
    body: text.replace(`"${counter}"`, counter),
    headers: { authorization: `Bearer ${key}` },
  };
  // Of each question so many as there are of the one with the fewest.
  const most = Math.min(...asked.map(({ given }) => given.length));
  const shots = Array.from({ length: most }, (_, i) =>
    asked.map((question) => shotOf(question, question.given[i]!)),
  ).flat();
  return shots.flatMap((shot, i) => ((i + 1) % 9 === 0 ? [shot, submission] : [shot]));
}
