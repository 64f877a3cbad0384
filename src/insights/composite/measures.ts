import { badInput } from "../../graph/bad-input";
import { type Asking } from "../../graph/reckoned";
import { requireKnown } from "../read/require-known";
import { type Definition, leavesOf } from "./definition";

/** An indicator, as far as scores hang on it. */
export interface Measure {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly unit: string;
  readonly direction: "HIGHER_IS_BETTER" | "LOWER_IS_BETTER" | "NOT_SCORED";
  readonly use: string | null;
  readonly caveat: string | null;
  readonly subjects: readonly string[];
  /** The least and the greatest value that makes sense, in its unit; null where there is none. */
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/** Indicators by slug. */
export type Measures = ReadonlyMap<string, Measure>;

/** The most indicators of one index. */
const most = 100;

const query = `query ($slugs: [String!]!) {
  indicators(first: 500, where: { slug: { in: $slugs } }) { nodes { id slug name unit direction use caveat subjects minimum maximum } }
}`;

/**
 * The indicators that an index names: what is scored, what stands in for it, what it is divided by.
 *
 * @throws GraphQLError NOT_FOUND where one is not known, BAD_USER_INPUT where one cannot be used so
 */
export async function measuresOf(
  asking: Pick<Asking, "read">,
  { parts, countryValues }: Definition,
): Promise<Measures> {
  const leaves = leavesOf(parts);
  if (leaves.length === 0 || leaves.length > most)
    throw badInput(`an index expects 1 to ${most} indicators, got ${leaves.length}`);
  const slugs = [
    ...new Set(leaves.flatMap(({ indicator, proxy, per }) => [indicator, proxy, per].filter((slug) => slug != null))),
  ];
  const { indicators } = await asking.read<{ indicators: { nodes: Measure[] } }>(query, { slugs });
  const measures = new Map(indicators.nodes.map((measure) => [measure.slug, measure]));
  await requireKnown(asking, "indicator", slugs, measures);
  for (const { indicator, proxy, per } of leaves) {
    requireScored(measures.get(indicator)!, countryValues);
    if (proxy) requireProxy(measures.get(indicator)!, measures.get(proxy)!, countryValues);
    if (per && !measures.get(per)!.subjects.includes("CITY"))
      throw badInput(
        `\`per\` expects an indicator of cities, got \`${per}\`, which measures ${words(measures.get(per)!)}`,
      );
  }
  return measures;
}

const words = ({ subjects }: Measure) => subjects.join(", ").toLowerCase().replaceAll("_", " ");

function requireScored(measure: Measure, countryValues: boolean): void {
  const { slug, direction, subjects } = measure;
  if (direction === "NOT_SCORED")
    throw badInput(
      `\`${slug}\` cannot be scored: more of it is neither better nor worse; it can only divide another (\`per\`)`,
    );
  if (subjects.includes("CITY")) return;
  if (!subjects.includes("COUNTRY")) throw badInput(`\`${slug}\` cannot score cities: it measures ${words(measure)}`);
  if (!countryValues)
    throw badInput(
      `\`${slug}\` is measured of countries only: say \`countryValues: true\` to let a country's value stand in for its cities, marked as a proxy`,
    );
}

function requireProxy(measure: Measure, proxy: Measure, countryValues: boolean): void {
  if (!countryValues)
    throw badInput(`a \`proxy\` is used with \`countryValues: true\` only, got \`${proxy.slug}\` without it`);
  if (!proxy.subjects.includes("COUNTRY"))
    throw badInput(`a proxy expects an indicator of countries, got \`${proxy.slug}\``);
  if (proxy.unit !== measure.unit || proxy.direction !== measure.direction)
    throw badInput(
      `a proxy expects the unit and direction of \`${measure.slug}\` (${measure.unit}, ${measure.direction}), got \`${proxy.slug}\` (${proxy.unit}, ${proxy.direction})`,
    );
}
