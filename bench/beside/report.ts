import { median } from "../median";
import { shown, tableOf } from "../table";
import { cold, hot } from "./citegraph";
import { type Round } from "./measure";
import { bareFastify, byHand, postgraphile } from "./names";
import { questions } from "./questions";
import { type Came } from "./rounds";

/** What is aimed at: how many times faster one is to be than another, at a question or at all of them. */
const aims: readonly { readonly of: string; readonly to: string; readonly at: Readonly<Record<string, number>> }[] = [
  { of: cold, to: postgraphile, at: { Q1: 5, Q2: 7, Q4: 2.5, Q5: 4, Q6: 4 } },
  { of: cold, to: byHand, at: { Q1: 1, Q2: 1, Q3: 3, Q4: 1, Q5: 1, Q6: 1 } },
  { of: hot, to: bareFastify, at: { Q1: 0.9, Q2: 0.9, Q3: 0.9, Q4: 0.9, Q5: 0.9, Q6: 0.9 } },
];

const medianOf = (rounds: readonly Round[], figure: (round: Round) => number) => median(rounds.map(figure));
const effortOf = ({ node, postgres }: Round) => node + postgres;

/** The tables of what came, in Markdown: answers a second, processor time, ratios beside what is aimed at. */
export function reportOf({ rounds, memory, servers }: Came): string[] {
  const asked = questions.filter(({ name }) => rounds.get(cold)!.has(name));
  const names = asked.map(({ name }) => name);
  const each = (cell: (rounds: readonly Round[]) => string) =>
    servers.map(({ name }) => [name, ...names.map((question) => cell(rounds.get(name)!.get(question)!))]);
  const perSecond = each((of) => {
    const [rate, p50, p99] = (["perSecond", "p50", "p99"] as const).map((figure) =>
      medianOf(of, (round) => round[figure]),
    );
    return `${shown(rate!)} (${shown(p50!)}, ${shown(p99!)})`;
  });
  const effort = each(
    (of) => `${fixed(medianOf(of, ({ node }) => node))} + ${fixed(medianOf(of, ({ postgres }) => postgres))}`,
  );
  return [
    tableOf(
      ["answers a second (p50, p99 in ms)", ...names, "memory, MB"],
      perSecond.map((row, i) => [...row, shown(memory.get(servers[i]!.name)!)]),
    ),
    tableOf(["processor time of an answer, server + Postgres, in ms", ...names], effort),
    tableOf(
      ["how many times as fast", "question", "by answers a second", "by processor time", "aim"],
      aims.flatMap(({ of, to, at }) =>
        names.flatMap((question) => {
          const aim = at[question];
          const [one, other] = [of, to].map((name) => rounds.get(name)?.get(question));
          if (aim === undefined || !one || !other) return [];
          const rates = median(one.map(({ perSecond: rate }, i) => rate / other[i]!.perSecond));
          const efforts = median(one.map((round, i) => effortOf(other[i]!) / effortOf(round)));
          return [[`${of}, to ${to}`, question, fixed(rates), fixed(efforts), String(aim)]];
        }),
      ),
    ),
    `${asked.map(({ name, about }) => `- ${name}: ${about}`).join("\n")}`,
    `${servers.map(({ name, what }) => `- ${name}: ${what}`).join("\n")}`,
  ];
}

/** A number to two places; a dash where nothing came in time. */
const fixed = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : "-");
