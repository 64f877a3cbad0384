import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type NameNode,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type VariableDefinitionNode,
} from "graphql";
import { type Answer } from "../answer";
import { dataOf, type ReadAt } from "./at-revision";
import { type Place, type Places } from "./fit";
import { below, type Document } from "./selection";

/** How many ids are looked up by one field. */
const mostIds = 500;

/** Ids of one field of the document, and where their rows stand in the answer. */
interface Page extends Pick<Places, "type" | "nodes"> {
  readonly ids: string[];
  readonly places: Place[];
}

/**
 * Puts stored rows in their places, all of them read by one statement. One that is not there stays null.
 *
 * @param known the documents asked for this operation before, so that they keep their plans
 */
export async function fill(
  stored: ReadonlyMap<string, Places>,
  { fragments }: Document,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  read: ReadAt,
  known: Map<string, DocumentNode>,
): Promise<Answer | undefined> {
  if (stored.size === 0) return undefined;
  const pages = [...stored].flatMap(([path, places]) => pagesOf(places).map((page) => [path, page] as const));
  const key = JSON.stringify(pages.map(([path, { ids }]) => [path, typesOf(ids)]));
  const document =
    known.get(key) ??
    documentOf(
      pages.map(([, page]) => page),
      operation,
      fragments,
    );
  if (known.size >= 50) known.clear();
  known.set(key, document);
  const ids = Object.fromEntries(pages.map(([, page], i) => [`${idsVariable}${i}`, page.ids]));
  const answer = await read({ document, variables: { ...variables, ...ids } });
  const data = dataOf(answer) as Record<string, unknown[]>;
  pages.forEach(([, page], i) => {
    const rows = new Map(page.ids.map((id, n) => [id, data[`p${i}`]![n]]));
    for (const { holder, key: name, id } of page.places) holder[name] = rows.get(id) ?? null;
  });
  return answer;
}

function pagesOf({ type, nodes, places }: Places): Page[] {
  const all = [...new Set(places.map(({ id }) => id))];
  const pages: Page[] = [];
  for (let from = 0; from < all.length; from += mostIds) {
    const ids = all.slice(from, from + mostIds);
    const among = new Set(ids);
    pages.push({ type, nodes, ids, places: places.filter(({ id }) => among.has(id)) });
  }
  return pages;
}

const typesOf = (ids: readonly string[]) => [...new Set(ids.map((id) => id.split(":", 1)[0]))].sort();

const idsVariable = "placesOf";

const frame = parse("query ($ids: [ID!]!) { p: nodes(ids: $ids) { ... on T { id } } }", { noLocation: true })
  .definitions[0] as OperationDefinitionNode;

const nameOf = (value: string): NameNode => ({ kind: Kind.NAME, value });

function documentOf(
  pages: readonly Page[],
  { variableDefinitions = [] }: OperationDefinitionNode,
  fragments: Document["fragments"],
): DocumentNode {
  const [field] = frame.selectionSet.selections as readonly FieldNode[];
  const [definition] = frame.variableDefinitions!;
  const selections = pages.map(({ type, nodes }, i): FieldNode => {
    const value = { kind: Kind.VARIABLE as const, name: nameOf(`${idsVariable}${i}`) };
    const inner: SelectionNode = {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: nameOf(type) },
      selectionSet: { kind: Kind.SELECTION_SET, selections: below(nodes).flatMap(({ selections: all }) => all) },
    };
    return {
      ...field!,
      alias: nameOf(`p${i}`),
      arguments: [{ ...field!.arguments![0]!, value }],
      selectionSet: { kind: Kind.SELECTION_SET, selections: [inner] },
    };
  });
  const ids = pages.map(
    (_, i): VariableDefinitionNode => ({
      ...definition!,
      variable: { kind: Kind.VARIABLE, name: nameOf(`${idsVariable}${i}`) },
    }),
  );
  const operation: OperationDefinitionNode = {
    ...frame,
    variableDefinitions: [...variableDefinitions, ...ids],
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  return { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] };
}
