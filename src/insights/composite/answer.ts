import { badInput } from "../../graph/bad-input";
import { type Asking, Stored } from "../../graph/reckoned";
import { differenceSplit, type RankSensitivity } from "../../scoring";
import { firstOf } from "../read/counts";
import { methodInWords, warningsOf } from "./in-words";
import { indicatorsOf } from "./indicators-of";
import { licencesOf } from "./licences";
import { whole } from "./method";
import { type Reckoned, reckonedIndex } from "./reckoned-index";
import { scoreAnswer, toldOf } from "./score-answer";

/** An index as the graph tells it. */
export function indexAnswer(reckoned: Reckoned, permalink: string): object {
  const { cities, result, simulation, columns } = reckoned;
  const { index } = result;
  const indicator = indicatorsOf(reckoned);
  const numbers = new Map(cities.map(({ slug }, number) => [slug, number]));
  const numberOf = (slug: string) => {
    const number = numbers.get(slug);
    if (number === undefined) throw badInput(`expected a city of the index, got \`${slug}\``);
    return number;
  };
  const known = [...columns.cells.values()].flatMap((column) => column.filter((cell) => cell !== undefined)).length;
  return {
    scores: ({ first, cities: asked }: { first: number; cities?: readonly string[] | null }, asking: Asking) => {
      const shown = firstOf(inOrder(reckoned, asked?.map(numberOf)), first, 500);
      const told = toldOf(reckoned, shown, asking);
      return shown.map((city, place) => scoreAnswer(reckoned, city, told(place)));
    },
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
    chanceAbove: async ({ city, other }: { city: string; other: string }, { work }: Asking) => {
      const pairs = [[numberOf(city), numberOf(other)]];
      if (simulation.draws === 0) return null;
      return (await work<(number | null)[]>("chancesAbove", { ...reckoned.task, pairs }))[0];
    },
    difference: ({ from, to }: { from: string; to: string }) =>
      differenceAnswer(reckoned, reckoned, numberOf(from), numberOf(to)),
    change: async ({ city, from }: { city: string; from: number }, asking: Asking) => {
      const to = numberOf(city);
      const { definition, scope } = reckoned;
      const before = await reckonedIndex(asking, definition, { ...scope, year: from }, { ...simulation, draws: 0 });
      return differenceAnswer(
        before,
        reckoned,
        before.cities.findIndex(({ slug }) => slug === city),
        to,
      );
    },
    choices: ({ city }: { city?: string | null }, asking: Asking) =>
      choicesAnswer(reckoned, city == null ? null : numberOf(city), asking),
    licences: licencesOf(reckoned),
    warnings: warningsOf(reckoned),
    level: simulation.level,
    seed: simulation.seed,
    method: methodInWords(reckoned),
    permalink,
  };
}

/** Scored cities, best first. */
function inOrder({ result, cities }: Reckoned, among: readonly number[] = Array.from(cities.keys())): number[] {
  const { ranks } = result.index;
  return among.filter((city) => ranks[city] !== null).sort((a, b) => ranks[a]! - ranks[b]! || a - b);
}

function differenceAnswer(before: Reckoned, after: Reckoned, from: number, to: number): object[] | null {
  const [a, b] = [before.result.index, after.result.index];
  if (a.scores[from] == null || b.scores[to] == null) return null;
  const indicator = indicatorsOf(after);
  return differenceSplit({ index: a, city: from }, { index: b, city: to }).map(({ name, because, points }) => ({
    name,
    indicator: indicator(name) ?? null,
    because: because === "value" ? "VALUE" : "WEIGHT",
    points,
  }));
}

async function choicesAnswer({ task, simulation, result }: Reckoned, city: number | null, { work }: Asking) {
  const { normalisations, aggregations, weights } = simulation;
  const varies = weights !== "FIXED" || new Set(normalisations).size > 1 || new Set(aggregations).size > 1;
  if (!varies && !task.uncertainty.errors) return null;
  if (city !== null && result.index.ranks[city] === null) return null;
  const { choices, first, total } = await work<RankSensitivity>("choicesThatCount", { ...task, city });
  return choices.map((choice, i) => ({ choice: choice.toUpperCase(), first: first[i], total: total[i] }));
}
