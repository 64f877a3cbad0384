import { kinds } from "../knowledge";
import { type Kind } from "../knowledge/kind";
import { type Change } from "./compare";
import { type Ask } from "./mentions";
import { rankSql, type Settlement, settlementOf } from "./settlement";
import { unchecked } from "./unchecked";

/** A fact of which something has changed, and the revision in which it did. */
export interface Unsettled extends Pick<Change, "kind" | "fact"> {
  readonly revision: number;
  /** Whether no claim of it stood before, so that it has no rows that could change or go, and nothing to be weighed against. */
  readonly isFresh: boolean;
  /** Whether it has one claim, and had no other. */
  readonly isAlone: boolean;
  /** Whether a claim of it has gone, or no longer stands, so that its row may have to go. */
  readonly mayGo: boolean;
  /** Whether its claims may have to be put in another order. */
  readonly isReordered: boolean;
}

/** How a long recording goes about it. */
export interface Manner {
  /** Is told each step. */
  readonly progress: (step: string) => void;
  /** The kind of whose new rows it is known that all they name is there. */
  readonly sound?: string;
}

/**
 * Brings the rows that claims lead to up to date, revision by revision, in the order of the facts. No fact weighs on
 * another, so all that are fresh are settled at once, whatever their revisions.
 */
export async function settle(ask: Ask, facts: readonly Unsettled[], manner: Manner): Promise<void> {
  const revisions = new Set(facts.map(({ revision }) => revision));
  if (revisions.size === 1) return settleAtOnce(ask, facts, manner);
  await settleAtOnce(
    ask,
    facts.filter(({ isFresh }) => isFresh),
    manner,
  );
  for (const revision of revisions) {
    const others = facts.filter((fact) => fact.revision === revision && !fact.isFresh);
    if (others.length === 0) continue;
    await rememberAs(ask, revision);
    await settleAtOnce(ask, others, manner);
  }
}

/** From here on, what changes or goes is remembered as it was until this revision. */
export async function rememberAs(ask: Ask, revision: number): Promise<void> {
  await ask("select set_config('citegraph.revision', $1, true)", [String(revision)]);
}

/** Settles kind by kind: claims are weighed when their sources are settled. */
async function settleAtOnce(ask: Ask, facts: readonly Unsettled[], { progress, sound }: Manner): Promise<void> {
  let isRanked = false;
  for (const kind of kinds) {
    const unsettled = facts.filter((fact) => fact.kind === kind.name);
    if (unsettled.length === 0) continue;
    if (kind.claims && !isRanked) {
      await ifAny(ask, rankSql, columnsOf(facts.filter((fact) => ranked.has(fact.kind) && fact.isReordered)));
      isRanked = true;
    }
    const fresh = columnsOf(unsettled.filter(({ isFresh }) => isFresh));
    const others = unsettled.filter(({ isFresh }) => !isFresh);
    const known = columnsOf(others);
    const alone = columnsOf(others.filter(({ isAlone }) => isAlone));
    const weighed = columnsOf(others.filter(({ isAlone }) => !isAlone));
    const { remove, write, writeAlone, add, unname, name } = settlementFor(kind);
    await ifAny(ask, remove, columnsOf(unsettled.filter(({ mayGo }) => mayGo)).slice(0, 1));
    await ifAny(ask, write, weighed);
    await ifAny(ask, writeAlone, alone);
    const insert = () => ifAny(ask, add, fresh);
    await (kind.name === sound ? unchecked(ask, insert) : insert());
    progress(`weighed ${(known[0].length + fresh[0].length).toLocaleString("en")} ${kind.name}`);
    if (!kind.isNamed) continue;
    await ifAny(ask, unname, known.slice(0, 1));
    await ifAny(ask, name, others.length === 0 ? fresh : columnsOf(unsettled));
  }
}

const ranked = new Set(kinds.filter(({ claims }) => claims).map(({ name }) => name));

/** The facts, each once, and their revisions; in their order, in which indexes take them far quicker than in any other. */
function columnsOf(facts: readonly Unsettled[]): readonly [facts: string[], revisions: number[]] {
  const revisions = new Map(facts.map(({ fact, revision }) => [fact, revision]));
  const ordered = [...revisions.keys()].sort();
  return [ordered, ordered.map((fact) => revisions.get(fact)!)];
}

async function ifAny(ask: Ask, sql: string, columns: readonly unknown[][]): Promise<void> {
  if (columns[0]!.length > 0) await ask(sql, [...columns]);
}

const settlements = new Map<string, Settlement>();

function settlementFor(kind: Kind): Settlement {
  const known = settlements.get(kind.name) ?? settlementOf(kind);
  settlements.set(kind.name, known);
  return known;
}
