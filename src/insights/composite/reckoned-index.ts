import { badInput } from "../../graph/bad-input";
import { type Asking } from "../../graph/reckoned";
import { type CompositeIndex } from "../../scoring";
import { requireSeed } from "../read/counts";
import { citiesOf, countCities, filterOf, type ScoredCity } from "./cities";
import { type Columns, columnsOf } from "./columns";
import { type IndexTask } from "./composite-task";
import { requireAffordable } from "./cost";
import { type Definition, leavesOf, type Scope, type Simulation } from "./definition";
import { endYear, figuresOf } from "./figures";
import { requireGroups } from "./groups";
import { type Measures, measuresOf } from "./measures";
import { methodOf, uncertaintyOf } from "./method";

/** An index with all that it was reckoned from. */
export interface Reckoned {
  readonly definition: Definition;
  readonly scope: Scope;
  readonly simulation: Simulation;
  readonly measures: Measures;
  readonly cities: readonly ScoredCity[];
  readonly columns: Columns;
  readonly task: IndexTask;
  readonly index: CompositeIndex;
  readonly excludedCount: number;
  /** Values of scored cities that are their country's, and that were imputed. */
  readonly proxies: number;
  readonly imputed: number;
  /** The years of the figures, such as `2019 to 2024`; null where there is none. */
  readonly years: string | null;
}

/** @throws GraphQLError where the question is not right, costs too much, or the numbers do not allow it */
export async function reckonedIndex(
  asking: Asking,
  definition: Definition,
  scope: Scope,
  simulation: Simulation,
): Promise<Reckoned> {
  requireSettings(definition, scope, simulation);
  const leaves = leavesOf(definition.parts);
  const where = filterOf(
    scope,
    leaves.map(({ indicator }) => indicator),
  );
  requireAffordable(await countCities(asking, where), Math.max(1, leaves.length), simulation);
  await requireGroups(asking, definition);
  const measures = await measuresOf(asking, definition);
  const method = methodOf(definition, measures);
  const cities = await citiesOf(asking, where, scope);
  const subjects = [...cities.map(({ id }) => id), ...(definition.countryValues ? countriesOf(cities) : [])];
  const years: [number, number] = scope.year ? [scope.year, scope.year] : [definition.since ?? 0, 9_999];
  const columns = await columnsOf(
    definition,
    cities,
    measures,
    await figuresOf(asking, [...measures.keys()], subjects, years),
  );
  const { draws, level, seed } = simulation;
  const uncertainty = { ...uncertaintyOf(simulation), errors: columns.hasErrors };
  const task: IndexTask = { method, data: columns.data, uncertainty, draws, level, seed };
  const index = await asking.work<CompositeIndex>("scoredIndex", task);
  return { definition, scope, simulation, measures, cities, columns, task, index, ...countsOf(columns, index) };
}

const countriesOf = (cities: readonly ScoredCity[]) => [...new Set(cities.map(({ country }) => country.id))];

/** What the graph says where nobody does: one that is given beside other weights would not be listened to. */
const usualConcentration = 50;

function requireSettings(
  { coverage }: Definition,
  { cities }: Scope,
  { level, weights, concentration, draws, seed, normalisations, aggregations }: Simulation,
): void {
  requireSeed(seed);
  requireFree("normalisations", "MIN_MAX, Z_SCORE, RANK or PERCENTILE", normalisations, ["GOALPOSTS", "TARGET"]);
  requireFree("aggregations", "ARITHMETIC, GEOMETRIC or HARMONIC", aggregations, ["POWER"]);
  if (cities && new Set(cities).size !== cities.length) throw badInput("`cities` expects each city once");
  if (!(level > 0 && level < 1)) throw badInput(`\`level\` expects more than 0 and less than 1, got ${level}`);
  if (!(concentration > 0)) throw badInput(`\`concentration\` expects more than 0, got ${concentration}`);
  if (weights !== "AROUND" && concentration !== usualConcentration)
    throw badInput(`\`concentration\` is used with \`weights: AROUND\` only, got ${concentration} beside ${weights}`);
  if (draws < 0) throw badInput(`\`draws\` expects 0 or more, got ${draws}`);
  if (!(coverage >= 0 && coverage <= 1)) throw badInput(`\`coverage\` expects 0 to 1, got ${coverage}`);
}

/** A choice that needs a number of its own cannot be drawn for all alike. */
function requireFree(field: string, expected: string, choices: readonly string[] | null | undefined, bound: string[]) {
  const wrong = choices?.find((choice) => bound.includes(choice));
  if (wrong)
    throw badInput(`\`simulation.${field}\` expects ${expected}, got ${wrong}, which needs a number of its own`);
}

function countsOf({ cells }: Columns, index: CompositeIndex) {
  const isScored = (city: number) => index.ranks[city] !== null;
  const used = [...cells.values()].flatMap((column) => column.filter((cell, city) => cell && isScored(city)));
  const years = used.map((cell) => endYear(cell!.figure.period));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return {
    excludedCount: index.excluded.length,
    proxies: used.filter((cell) => cell!.isProxy).length,
    imputed: index.imputed.length,
    years: years.length === 0 ? null : first === last ? String(first) : `${first} to ${last}`,
  };
}
