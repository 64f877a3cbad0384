import { type Asking } from "../../graph/reckoned";

/**
 * Tells of the first slug that the graph does not know, with near ones.
 *
 * @param one the root field that answers one by its slug
 * @param known slugs that were found
 * @throws GraphQLError NOT_FOUND
 */
export async function requireKnown(
  { read }: Pick<Asking, "read">,
  one: "city" | "country" | "indicator" | "rankingEdition",
  asked: readonly string[],
  known: { has(slug: string): boolean },
): Promise<void> {
  const missing = asked.find((slug) => !known.has(slug));
  if (missing !== undefined) await read(`query ($slug: Slug!) { ${one}(slug: $slug) { slug } }`, { slug: missing });
}
