import { badInput } from "../../graph/bad-input";
import { type Asking } from "../../graph/reckoned";

/** A page of any connection. */
interface Page<Row> {
  readonly rows: {
    readonly nodes: readonly Row[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** The part of a query that `allPages` turns the pages by. */
export const pageInfo = "pageInfo { hasNextPage endCursor }";

/**
 * All rows of a connection, page by page.
 *
 * @param query asks for `rows: ...(first: 500, after: $after, ...) { nodes {...} pageInfo {...} }`, with a variable `$after: String`
 * @param most the most rows that are taken
 * @param what the rows are called where there are more
 * @throws GraphQLError where there are more, BAD_USER_INPUT
 */
export async function allPages<Row>(
  { read }: Pick<Asking, "read">,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  most: number,
  what: string,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: Page<Row> = await read<Page<Row>>(query, { ...variables, after });
    rows.push(...page.rows.nodes);
    if (rows.length > most) throw tooMany(what, most);
    more = page.rows.pageInfo.hasNextPage;
    after = page.rows.pageInfo.endCursor;
  }
  return rows;
}

const tooMany = (what: string, most: number) =>
  badInput(
    `expected at most ${most.toLocaleString("en")} ${what}, got more; ask for fewer cities, indicators or editions`,
  );
