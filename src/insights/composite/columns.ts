import { type IndexData } from "../../scoring";
import { inTurn } from "../read/in-turn";
import { type ScoredCity } from "./cities";
import { type Definition, type Leaf, leavesOf } from "./definition";
import { type Figure, type Figures } from "./figures";
import { groupsOf } from "./groups";
import { type Measures } from "./measures";
import { perColumn } from "./method";

/** What stands in a city's place in a column. */
export interface Cell {
  readonly figure: Figure;
  /** Whether it is the country's value. */
  readonly isProxy: boolean;
  /** What it is divided by. */
  readonly per: Figure | undefined;
}

/** What an index is made from: the numbers, and where each comes from. */
export interface Columns {
  readonly data: IndexData;
  /** By name of the indicator: one a city, undefined where nothing is known. */
  readonly cells: ReadonlyMap<string, readonly (Cell | undefined)[]>;
  /** Whether a value is known roughly only, so that it has an error. */
  readonly hasErrors: boolean;
}

/** "About" allows a twentieth either way, as evidence has it: the standard error of a value that lies anywhere within. */
const roughly = 0.05 / Math.sqrt(3);

/** Brings figures into columns, one entry a city. */
export async function columnsOf(
  definition: Definition,
  cities: readonly ScoredCity[],
  measures: Measures,
  figures: Figures,
): Promise<Columns> {
  const { parts, countryValues } = definition;
  const turn = inTurn();
  const columns: Record<string, Float64Array> = {};
  const errors: Record<string, Float64Array> = {};
  const cells = new Map<string, (Cell | undefined)[]>();
  for (const leaf of leavesOf(parts)) {
    const found = await turn(() => cities.map((city) => cellOf(leaf, city, measures, figures, countryValues)));
    cells.set(leaf.name, found);
    columns[leaf.name] = Float64Array.from(found, (cell) => cell?.figure.value ?? Number.NaN);
    if (leaf.per) columns[perColumn(leaf.per)] = perValues(leaf.per, cities, figures);
    if (found.some((cell) => roughParts(cell) > 0)) errors[leaf.name] = Float64Array.from(found, errorOf);
  }
  const groups = groupsOf(definition, cities);
  return { data: { columns, errors, ...(groups && { groups }) }, cells, hasErrors: Object.keys(errors).length > 0 };
}

const perValues = (per: string, cities: readonly ScoredCity[], figures: Figures) =>
  Float64Array.from(cities, ({ id }) => figures.get(id)?.get(per)?.value ?? Number.NaN);

/** How many of the numbers that a value is made of are known roughly only: itself, and what it is divided by. */
const roughParts = (cell: Cell | undefined): number =>
  [cell?.figure, cell?.per].filter((figure) => figure?.qualifier === "ABOUT").length;

/** The standard error of the value before it is divided; shares of independent errors add up in squares. */
const errorOf = (cell: Cell | undefined): number =>
  roughParts(cell) > 0 ? Math.abs(cell!.figure.value) * roughly * Math.sqrt(roughParts(cell)) : Number.NaN;

function cellOf(
  { indicator, proxy, per }: Leaf,
  city: ScoredCity,
  measures: Measures,
  figures: Figures,
  countryValues: boolean,
): Cell | undefined {
  const divisor = per ? figures.get(city.id)?.get(per) : undefined;
  // A country's amount over a city's people would be nothing at all.
  if (per && !divisor) return undefined;
  const own = figures.get(city.id)?.get(indicator);
  if (own) return { figure: own, isProxy: false, per: divisor };
  if (!countryValues || per) return undefined;
  const country = figures.get(city.country.id);
  const stands =
    (measures.get(indicator)!.subjects.includes("COUNTRY") ? country?.get(indicator) : undefined) ??
    (proxy ? country?.get(proxy) : undefined);
  return stands && { figure: stands, isProxy: true, per: undefined };
}
