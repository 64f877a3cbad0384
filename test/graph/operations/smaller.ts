import { type ASTNode, type DocumentNode, type FieldNode, Kind, parse, print, validate, visit } from "graphql";
import { schema } from "../../../src/app";
import { type Operation } from "./operation";
import { onlyNamed, tidy } from "./tidy";

/** Operations with one part left out, the greatest parts first; all of them valid. */
export function* smaller({ query, variables, before, operationName }: Operation): Generator<Operation> {
  if (before) yield { query, variables, operationName };
  if (before) yield { query, variables: before, operationName };
  const document = parse(query);
  const known = cursors(document);
  for (let i = 0; i < count(document); i++) {
    const smaller = tidy(without(document, i));
    const text = print(smaller);
    // One that asks of another time, or beyond another list's cursor, would differ for another reason.
    const isWhole =
      cursors(smaller).every((cursor) => known.includes(cursor)) &&
      text.includes("@asOf(") === query.includes("@asOf(");
    if (!isWhole || !isValid(text)) continue;
    yield {
      query: text,
      variables: onlyNamed(variables, text),
      ...(before && { before: onlyNamed(before, text) }),
      operationName,
    };
  }
}

const parts: ReadonlySet<string> = new Set([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.ARGUMENT,
  Kind.DIRECTIVE,
  Kind.OBJECT_FIELD,
]);

function count(document: DocumentNode): number {
  const found: ASTNode[] = [];
  visit(document, { enter: (node: ASTNode) => void (isPart(node) && found.push(node)) });
  return found.length;
}

function without(document: DocumentNode, part: number): DocumentNode {
  let at = -1;
  return visit(document, { enter: (node: ASTNode) => (isPart(node) && ++at === part ? null : undefined) });
}

const isPart = ({ kind }: ASTNode) => parts.has(kind);

/** Each cursor beside the order it was taken from; a smaller operation must not part the two. */
function cursors(document: DocumentNode): string[] {
  const found: string[] = [];
  visit(document, {
    Field: ({ arguments: args = [] }: FieldNode) => {
      const order = args.filter(({ name }) => name.value === "orderBy").map(print);
      for (const arg of args) if (/^(after|before)$/.test(arg.name.value)) found.push(`${print(arg)} ${order}`);
    },
  });
  return found;
}

function isValid(text: string): boolean {
  try {
    return validate(schema, parse(text)).length === 0;
  } catch {
    return false;
  }
}
