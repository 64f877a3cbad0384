import { badInput } from "../../graph/bad-input";
import { type Asking, Stored } from "../../graph/reckoned";
import { contributions, differenceSplit, type RankSensitivity, type SmallestChange } from "../../scoring";
import { firstOf } from "../read/counts";
import { inTurn } from "../read/in-turn";
import { type Cell } from "./columns";
import { leavesOf } from "./definition";
import { methodInWords, warningsOf } from "./in-words";
import { licencesOf } from "./licences";
import { whole } from "./method";
import { type Reckoned } from "./reckoned-index";

/** An index as the graph tells it. */
export function indexAnswer(reckoned: Reckoned, permalink: string): object {
  const { cities, result, simulation, columns } = reckoned;
  const { index } = result;
  const indicator = indicatorsOf(reckoned);
  const contributionsOf = contributor(reckoned);
  const numbers = new Map(cities.map(({ slug }, number) => [slug, number]));
  const numberOf = (slug: string) => {
    const number = numbers.get(slug);
    if (number === undefined) throw badInput(`expected a city of the index, got \`${slug}\``);
    return number;
  };
  const known = [...columns.cells.values()].flatMap((column) => column.filter((cell) => cell !== undefined)).length;
  return {
    scores: ({ first, cities: asked }: { first: number; cities?: readonly string[] | null }) =>
      firstOf(inOrder(reckoned, asked?.map(numberOf)), first, 500).map((city) =>
        scoreAnswer(reckoned, city, contributionsOf),
      ),
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
      differenceAnswer(reckoned, numberOf(from), numberOf(to)),
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

/** The indicator of a leaf, by its name in the tree; undefined for a dimension. */
function indicatorsOf({ definition, measures }: Reckoned): (name: string) => Stored | undefined {
  const leaves = new Map(leavesOf(definition.parts).map(({ name, indicator }) => [name, measures.get(indicator)!.id]));
  return (name) => (leaves.has(name) ? new Stored(leaves.get(name)!) : undefined);
}

/** Scored cities, best first. */
function inOrder({ result, cities }: Reckoned, among: readonly number[] = Array.from(cities.keys())): number[] {
  const { ranks } = result.index;
  return among.filter((city) => ranks[city] !== null).sort((a, b) => ranks[a]! - ranks[b]! || a - b);
}

function scoreAnswer(reckoned: Reckoned, city: number, contributionsOf: (city: number) => Promise<object[]>): object {
  const { result, cities } = reckoned;
  const { index, summaries } = result;
  return {
    city: new Stored(cities[city]!.id),
    score: index.scores[city],
    rank: index.ranks[city],
    interval: summaries[city],
    first: summaries[city]?.first ?? null,
    coverage: index.coverage[city],
    contributions: () => contributionsOf(city),
    dimensions: index.nodes
      .filter(({ children, parent, scores }) => children.length > 0 && parent !== null && !Number.isNaN(scores[city]))
      .map(({ name, scores }) => ({ name, score: scores[city] })),
    changesUp: async (_args: unknown, { work }: Asking) => {
      const { method, data } = reckoned.task;
      const indicator = indicatorsOf(reckoned);
      const changes = await work<SmallestChange[]>("changesUp", { method, data, city });
      return changes.map((change) => ({ ...change, name: change.indicator, indicator: indicator(change.indicator) }));
    },
  };
}

/** What each indicator gives to a city's score, city after city. */
function contributor(reckoned: Reckoned): (city: number) => Promise<object[]> {
  const { result, columns } = reckoned;
  const { index } = result;
  const indicator = indicatorsOf(reckoned);
  const imputed = new Map(index.imputed.map(({ city, indicator: name, value }) => [`${city} ${name}`, value]));
  const turn = inTurn();
  return (city) =>
    turn(() =>
      contributions(index, city).map(({ indicator: name, ...numbers }) => {
        const filled = imputed.get(`${city} ${name}`);
        const cell = filled === undefined ? columns.cells.get(name)![city] : undefined;
        return { name, indicator: indicator(name), ...numbers, ...restingOn(cell), imputed: filled ?? null };
      }),
    );
}

const restingOn = (cell: Cell | undefined) => ({
  observation: cell ? new Stored(cell.figure.id) : null,
  source: cell ? new Stored(cell.figure.source.id) : null,
  per: cell?.per ? new Stored(cell.per.id) : null,
  isProxy: cell?.isProxy ?? false,
});

function differenceAnswer(reckoned: Reckoned, from: number, to: number): object[] | null {
  const { index } = reckoned.result;
  if (index.scores[from] === null || index.scores[to] === null) return null;
  const indicator = indicatorsOf(reckoned);
  return differenceSplit({ index, city: from }, { index, city: to }).map(({ name, because, points }) => ({
    name,
    indicator: indicator(name) ?? null,
    because: because === "value" ? "VALUE" : "WEIGHT",
    points,
  }));
}

async function choicesAnswer({ task, simulation, result }: Reckoned, city: number | null, { work }: Asking) {
  const { normalisations, aggregations, weights } = simulation;
  const varies = weights !== "FIXED" || (normalisations?.length ?? 0) > 1 || (aggregations?.length ?? 0) > 1;
  if (!varies && !task.uncertainty.errors) return null;
  if (city !== null && result.index.ranks[city] === null) return null;
  const { choices, first, total } = await work<RankSensitivity>("choicesThatCount", { ...task, city });
  return choices.map((choice, i) => ({ choice: choice.toUpperCase(), first: first[i], total: total[i] }));
}
