import { GraphQLError } from "graphql";
import { badInput } from "../../graph/bad-input";
import { type Asking, Stored } from "../../graph/reckoned";
import { differenceSplit } from "../../scoring";
import { firstOf } from "../read/counts";
import { methodInWords } from "./in-words";
import { indicatorsOf } from "./indicators-of";
import { licencesOf } from "./licences";
import { whole } from "./method";
import { type MoreWork, moreWork } from "./more-work";
import { type Reckoned, reckonedIndex } from "./reckoned-index";
import { scoreTeller } from "./score-answer";
import { warningsOf } from "./warnings";

/** An index as the graph tells it. */
export function indexAnswer(reckoned: Reckoned, permalink: string, asking: Asking): object {
  const { cities, index, simulation, columns } = reckoned;
  const more = moreWork(reckoned, asking);
  const scoreOf = scoreTeller(reckoned, more);
  const before = inYear(reckoned, asking);
  const indicator = indicatorsOf(reckoned);
  const numbers = new Map(cities.map(({ slug }, number) => [slug, number]));
  const numberOf = (slug: string) => {
    const number = numbers.get(slug);
    if (number === undefined) throw badInput(`expected a city of the index, got \`${slug}\``);
    return number;
  };
  const known = [...columns.cells.values()].flatMap((column) => column.filter((cell) => cell !== undefined)).length;
  return {
    scores: ({ first, cities: asked }: { first: number; cities?: readonly string[] | null }) =>
      firstOf(inOrder(reckoned, asked?.map(numberOf)), first, 500).map(scoreOf),
    citiesCount: index.ranks.filter((rank) => rank !== null).length,
    excluded: ({ first }: { first: number }) =>
      firstOf(index.excluded, first, 500).map(({ city, reason, missing }) => ({
        city: new Stored(cities[city]!.id),
        reason,
        missing: missing.map(indicator),
      })),
    excludedCount: index.excluded.length,
    coverage: known / (columns.cells.size * cities.length),
    proxiesCount: reckoned.proxies,
    imputedCount: reckoned.imputed,
    weights: index.nodes
      .filter(({ parent }) => parent !== null)
      .map(({ name, parent, weight, share }) => ({
        name,
        within: parent === whole ? null : parent,
        indicator: indicator(name) ?? null,
        weight,
        share,
      })),
    moved: ({ first }: { first: number }) =>
      firstOf(index.moved, first, 500).map((moved) => ({
        ...moved,
        city: new Stored(cities[moved.city]!.id),
        indicator: indicator(moved.indicator),
      })),
    chanceAbove: ({ city, other }: { city: string; other: string }) => more.above(numberOf(city), numberOf(other)),
    difference: ({ from, to }: { from: string; to: string }) =>
      differenceAnswer(reckoned, reckoned, numberOf(from), numberOf(to)),
    change: async ({ city, from }: { city: string; from: number }) => {
      const to = numberOf(city);
      const then = await before(from);
      return differenceAnswer(
        then,
        reckoned,
        then.cities.findIndex(({ slug }) => slug === city),
        to,
      );
    },
    choices: ({ city }: { city?: string | null }) =>
      choicesAnswer(reckoned, city == null ? null : numberOf(city), more),
    licences: licencesOf(reckoned),
    warnings: warningsOf(reckoned),
    level: simulation.level,
    seed: simulation.seed,
    method: methodInWords(reckoned),
    permalink,
  };
}

/** Scored cities, best first. */
function inOrder({ index, cities }: Reckoned, among: readonly number[] = Array.from(cities.keys())): number[] {
  const { ranks } = index;
  return among.filter((city) => ranks[city] !== null).sort((a, b) => ranks[a]! - ranks[b]! || a - b);
}

function differenceAnswer(before: Reckoned, after: Reckoned, from: number, to: number): object[] | null {
  const [a, b] = [before.index, after.index];
  if (a.scores[from] == null || b.scores[to] == null) return null;
  const indicator = indicatorsOf(after);
  return differenceSplit({ index: a, city: from }, { index: b, city: to }).map(({ name, because, points }) => ({
    name,
    indicator: indicator(name) ?? null,
    because: because === "value" ? "VALUE" : "WEIGHT",
    points,
  }));
}

/** The same index of an earlier year, reckoned once for all who ask for that year. */
function inYear({ definition, scope, simulation }: Reckoned, asking: Asking): (year: number) => Promise<Reckoned> {
  const known = new Map<number, Promise<Reckoned>>();
  return (year) => {
    const found =
      known.get(year) ??
      reckonedIndex(asking, definition, { ...scope, year }, { ...simulation, draws: 0 }).catch((error: unknown) => {
        throw ofYear(year, error);
      });
    known.set(year, found);
    return found;
  };
}

/** What is wrong with an earlier year is not wrong with the index that was asked for: the year is named. */
function ofYear(year: number, error: unknown): unknown {
  const isInput = error instanceof GraphQLError && error.extensions.code === "BAD_USER_INPUT";
  return isInput ? badInput(`with the figures of ${year} alone: ${error.message}`) : error;
}

async function choicesAnswer({ task, simulation, index }: Reckoned, city: number | null, more: MoreWork) {
  const { normalisations, aggregations, weights } = simulation;
  const varies = weights !== "FIXED" || new Set(normalisations).size > 1 || new Set(aggregations).size > 1;
  if (!varies && !task.uncertainty.errors) return null;
  if (city !== null && index.ranks[city] === null) return null;
  const { choices, first, total, firstErrors, totalErrors } = await more.choices(city);
  return choices.map((choice, i) => ({
    choice: choice.toUpperCase(),
    first: first[i],
    firstError: firstErrors[i],
    total: total[i],
    totalError: totalErrors[i],
  }));
}
