import { Stored } from "../../graph/reckoned";
import { contributions } from "../../scoring";
import { inTurn } from "../read/in-turn";
import { type Cell } from "./columns";
import { indicatorsOf } from "./indicators-of";
import { type MoreWork } from "./more-work";
import { type Reckoned } from "./reckoned-index";

/** Tells of the cities' scores as the graph does. */
export function scoreTeller(reckoned: Reckoned, more: MoreWork): (city: number) => object {
  const { index, cities } = reckoned;
  const indicator = indicatorsOf(reckoned);
  const contributionsOf = contributor(reckoned);
  return (city) => ({
    city: new Stored(cities[city]!.id),
    score: index.scores[city],
    rank: index.ranks[city],
    interval: () => more.summary(city),
    first: async () => (await more.summary(city))?.first ?? null,
    chances: () => more.chances(city),
    coverage: index.coverage[city],
    contributions: () => contributionsOf(city),
    dimensions: index.nodes
      .filter(({ children, parent, scores }) => children.length > 0 && parent !== null && !Number.isNaN(scores[city]))
      .map(({ name, scores }) => ({ name, score: scores[city] })),
    changesUp: async () =>
      (await more.changesUp(city)).map((change) => ({
        ...change,
        name: change.indicator,
        indicator: indicator(change.indicator),
      })),
  });
}

/** What each indicator gives to a city's score, city after city. */
function contributor(reckoned: Reckoned): (city: number) => Promise<object[]> {
  const { index, columns } = reckoned;
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
