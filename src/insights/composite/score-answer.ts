import { type Asking, Stored } from "../../graph/reckoned";
import { contributions, type SmallestChange } from "../../scoring";
import { inTurn } from "../read/in-turn";
import { type Cell } from "./columns";
import { type RankChance } from "./composite-task";
import { indicatorsOf } from "./indicators-of";
import { type Reckoned } from "./reckoned-index";

/** What takes its time to tell of a score. */
interface Told {
  contributions(): Promise<object[]>;
  chances(): Promise<RankChance[] | null>;
  changesUp(): Promise<SmallestChange[]>;
}

/** What takes its time is done for all the cities shown together, when it is asked for of the first of them. */
export function toldOf(reckoned: Reckoned, cities: readonly number[], { work }: Asking): (place: number) => Told {
  const { method, data, draws } = reckoned.task;
  const contributionsOf = contributor(reckoned);
  const chances = once(() => work<(RankChance[] | null)[]>("chancesOfRanks", { ...reckoned.task, cities }));
  const changesUp = once(() => work<SmallestChange[][]>("changesUp", { method, data, cities }));
  return (place) => ({
    contributions: () => contributionsOf(cities[place]!),
    chances: async () => (draws === 0 ? null : (await chances())[place]!),
    changesUp: async () => (await changesUp())[place]!,
  });
}

function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A city's score as the graph tells it. */
export function scoreAnswer(
  reckoned: Reckoned,
  city: number,
  { contributions: parts, chances, changesUp }: Told,
): object {
  const { result, cities } = reckoned;
  const { index, summaries } = result;
  return {
    city: new Stored(cities[city]!.id),
    score: index.scores[city],
    rank: index.ranks[city],
    interval: summaries[city],
    first: summaries[city]?.first ?? null,
    chances,
    coverage: index.coverage[city],
    contributions: parts,
    dimensions: index.nodes
      .filter(({ children, parent, scores }) => children.length > 0 && parent !== null && !Number.isNaN(scores[city]))
      .map(({ name, scores }) => ({ name, score: scores[city] })),
    changesUp: async () => {
      const indicator = indicatorsOf(reckoned);
      return (await changesUp()).map((change) => ({
        ...change,
        name: change.indicator,
        indicator: indicator(change.indicator),
      }));
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
