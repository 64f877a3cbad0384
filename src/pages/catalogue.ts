import { type DocumentNode, type GraphQLSchema, Kind, parse, type SelectionSetNode, visit } from "graphql";
import { type Model, type StoredType } from "../graph/model";
import { derivedQuery } from "./queries/derived";
import { fragmentsFor, withFragments } from "./queries/fragments";
import { written } from "./queries/written";

/** How a type's rows are asked for, to make their pages. */
export interface PageQuery {
  readonly type: StoredType;
  /** The query as readers are shown it, by what it is asked as of. */
  readonly texts: Readonly<Record<AsOfArgument, string>>;
  /** The field of the answer that holds the row. */
  readonly root: string;
  /** Whether a row is asked for by its slug; by its global id alone otherwise. */
  readonly bySlug: boolean;
  /** The same, with the names of types, parsed. */
  readonly documents: Readonly<Record<AsOfArgument, DocumentNode>>;
}

/** Whether a page shows the graph as it is, or as it was at a revision or when a day ended. */
export type AsOfArgument = "now" | "revision" | "date";

/** The query of every type whose rows have a global id: the one written for it, or one derived from the model. */
export function catalogueOf(schema: GraphQLSchema, model: Model): ReadonlyMap<string, PageQuery> {
  const fragments = fragmentsFor(model);
  const types = [...model.types.values()].filter(({ table, columns }) => table !== null && columns.has("id"));
  return new Map(
    types.map((type) => {
      const text = withFragments(written[type.name] ?? derivedQuery(schema, model, type), fragments);
      return [pathWord(type.name), pageQuery(type, text)];
    }),
  );
}

/** The first word of a permalink: `city` for `City`. */
const pathWord = (type: string) => type[0]!.toLowerCase() + type.slice(1);

function pageQuery(type: StoredType, text: string): PageQuery {
  const asOf = (argument: string, of: string) =>
    text.replace(/^query (\w+)\((.*)\) \{/m, `query $1($2, $${argument}: ${of}!) @asOf(${argument}: $${argument}) {`);
  const texts = { now: text, revision: asOf("revision", "Int"), date: asOf("date", "Moment") };
  const parsed = (query: string) => withTypeNames(parse(query, { noLocation: true }));
  return {
    type,
    texts,
    root: /^ {2}(\w+)\(/m.exec(text)![1]!,
    bySlug: text.includes("$slug"),
    documents: { now: parsed(texts.now), revision: parsed(texts.revision), date: parsed(texts.date) },
  };
}

/** Asks every row for the name of its type, which the pages go by and readers need not see. */
function withTypeNames(document: DocumentNode): DocumentNode {
  return visit(document, {
    Field: (node) =>
      node.selectionSet && !node.selectionSet.selections.some(isNodes)
        ? { ...node, selectionSet: named(node.selectionSet) }
        : undefined,
  });
}

const isNodes = (selection: SelectionSetNode["selections"][number]) =>
  selection.kind === Kind.FIELD && ["nodes", "edges"].includes(selection.name.value);

const named = (set: SelectionSetNode): SelectionSetNode => ({
  ...set,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } }, ...set.selections],
});
