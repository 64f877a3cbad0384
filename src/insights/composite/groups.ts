import { badInput } from "../../graph/bad-input";
import { type Asking } from "../../graph/reckoned";
import { requireKnown } from "../read/require-known";
import { type ScoredCity } from "./cities";
import { type Definition } from "./definition";

type Grouping = Pick<Definition, "groupBy" | "groups">;

/** Each city's group, of which the mean is taken where a value is imputed; undefined where all are one. */
export function groupsOf({ groupBy, groups }: Grouping, cities: readonly ScoredCity[]): string[] | undefined {
  if (groupBy === "ALL") return undefined;
  if (groupBy === "COUNTRY") return cities.map(({ country }) => country.id);
  const places = new Map<string, string>(
    groups!.flatMap((group, g) => group.map((slug) => [`Country:${slug}`, String(g)] as const)),
  );
  return cities.map(({ country }) => places.get(country.id) ?? "all others");
}

/** @throws GraphQLError BAD_USER_INPUT where a country is named twice, NOT_FOUND where one is not known */
export async function requireGroups(asking: Pick<Asking, "read">, { groups }: Grouping): Promise<void> {
  const slugs = groups?.flat() ?? [];
  if (slugs.length === 0) return;
  const twice = slugs.find((slug, i) => slugs.indexOf(slug) !== i);
  if (twice !== undefined) throw badInput(`\`groups\` expects each country once, got \`${twice}\` twice`);
  const { countries } = await asking.read<{ countries: { nodes: { slug: string }[] } }>(
    "query ($slugs: [String!]!) { countries(first: 500, where: { slug: { in: $slugs } }) { nodes { slug } } }",
    { slugs },
  );
  await requireKnown(asking, "country", slugs, new Set(countries.nodes.map(({ slug }) => slug)));
}
