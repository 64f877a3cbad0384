/**
 * The address at which a question is asked again as of a revision, so that its answer stays the same. A browser that
 * opens it shows the playground with the question.
 *
 * @param publicUrl the address of the graph, without a slash at its end
 * @param query an operation with a name and variables of its own; `@asOf` is put in
 * @param variables those that are not undefined
 */
export function questionPermalink(
  publicUrl: string,
  revision: number,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): string {
  const dated = query.replace(/\s*\{/, ` @asOf(revision: ${revision}) {`).replace(/\s+/g, " ").trim();
  return `${publicUrl}/graphql?${new URLSearchParams({ query: dated, variables: JSON.stringify(variables) }).toString()}`;
}
