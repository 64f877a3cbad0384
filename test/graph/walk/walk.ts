/** A page, as `pageOf` asks for it. */
export interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: object }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Asks for a page. */
export type AskPage = (variables: Readonly<Record<string, unknown>>) => Promise<Page>;

/** What is known of a row, as text. */
export const rowsOf = ({ edges }: Page): string[] => edges.map(({ node }) => JSON.stringify(node));

/** Goes through a list page by page, in one direction, in pages of these sizes in turn. */
export class Walk {
  /** What was seen, in the order of the list. */
  readonly seen: string[] = [];
  isOver = false;
  private cursor: string | null = null;
  private pages = 0;

  constructor(
    private readonly ask: AskPage,
    private readonly isForwards: boolean,
    private readonly sizes: readonly number[],
  ) {}

  /** Takes the next page. Throws Error where it contradicts itself. */
  async step(): Promise<void> {
    const size = this.sizes[this.pages++ % this.sizes.length]!;
    const page = await this.ask(
      this.isForwards ? { first: size, after: this.cursor } : { last: size, before: this.cursor },
    );
    const { edges, pageInfo } = page;
    const [start, end] = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null];
    const isMore = this.isForwards ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
    if (pageInfo.startCursor !== start || pageInfo.endCursor !== end)
      throw new Error(`expected the cursors of the first and the last row, got ${JSON.stringify(page)}`);
    if (edges.length > size || (isMore && edges.length < size))
      throw new Error(`expected ${size} rows, and fewer only where there are no more, got ${JSON.stringify(page)}`);
    this.isForwards ? this.seen.push(...rowsOf(page)) : this.seen.unshift(...rowsOf(page));
    this.cursor = this.isForwards ? end : start;
    this.isOver = !isMore;
  }
}

/** Whether these come in this order in a list, with whatever between them. */
export function areInOrder(some: readonly string[], list: readonly string[]): boolean {
  let at = 0;
  for (const row of list) if (row === some[at]) at++;
  return at === some.length;
}
