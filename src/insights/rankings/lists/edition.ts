import { type Asking } from "../../../graph/reckoned";
import { allPages, pageInfo } from "../../read/all-pages";
import { requireKnown } from "../../read/require-known";

/** An edition of a ranking, as far as lists are compared by it. */
export interface Edition {
  readonly id: string;
  readonly slug: string;
  readonly year: number;
  readonly citiesAssessed: number | null;
  readonly comparableWith: readonly string[];
  readonly method: string | null;
  readonly dimensions: readonly { readonly dimension: { readonly slug: string } }[];
  readonly ranking: {
    readonly slug: string;
    readonly name: string;
    readonly subject: string | null;
    readonly publisher: { readonly slug: string; readonly name: string };
  };
}

const query = `query ($where: RankingEditionFilter, $after: String) {
  rows: rankingEditions(first: 500, after: $after, where: $where, orderBy: [{ field: YEAR, direction: DESC }, { field: SLUG }]) {
    nodes { id slug year citiesAssessed comparableWith method dimensions { dimension { slug } } ranking { slug name subject publisher { slug name } } }
    ${pageInfo}
  }
}`;

/** How many editions one question may look through. */
const most = 2_000;

/** Editions that meet a filter as `rankingEditions` takes it, the latest first. */
export const editionsWhere = (asking: Pick<Asking, "read">, where: unknown): Promise<Edition[]> =>
  allPages(asking, query, { where }, most, "editions");

/**
 * Editions by their slugs, in the order asked for.
 *
 * @throws GraphQLError NOT_FOUND, with near ones, where there is none by a slug
 */
export async function editionsBySlug(asking: Pick<Asking, "read">, slugs: readonly string[]): Promise<Edition[]> {
  const found = await editionsWhere(asking, { slug: { in: slugs } });
  const bySlug = new Map(found.map((edition) => [edition.slug, edition]));
  await requireKnown(asking, "rankingEdition", slugs, bySlug);
  return slugs.map((slug) => bySlug.get(slug)!);
}
