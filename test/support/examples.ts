import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  getNamedType,
  isObjectType,
  Kind,
  OperationTypeNode,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { schema } from "../../src/app";
import { computed, reckoned } from "../../src/insights";

const root = join(__dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const filesIn = (folder: string, ending: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);

const ofTime = "docs/time.md";

/** Every query that the documentation and the playground show, by where it stands. */
export const examples: readonly (readonly [place: string, query: string])[] = [
  ...filesIn("web/examples", ".graphql").map((path) => [path, read(path)] as const),
  ...["README.md", "CHANGELOG.md", ...filesIn("docs", ".md")].filter((path) => path !== ofTime).flatMap(queriesIn),
];

/** Those of a page that tells of a graph of its own; a test of its own asks them, and counts their statements. */
export const examplesOfTime = queriesIn(ofTime);

function queriesIn(path: string) {
  const sent = [...read(path).matchAll(/-d '(\{"query".*?\})'/gs)].map(([, body]) => JSON.parse(body!).query as string);
  const blocks = [...read(path).matchAll(/```graphql\n(.*?)```/gs)].map(([, block]) => block!);
  return [...sent, ...blocks].filter(isQuery).map((query, i) => [`${path}, ${i + 1}`, query] as const);
}

function isQuery(block: string): boolean {
  try {
    const [first] = parse(block).definitions;
    return first?.kind === Kind.OPERATION_DEFINITION && first.operation === OperationTypeNode.QUERY;
  } catch {
    return false;
  }
}

const reckonedFields = new Set([
  ...reckoned.map(({ field }) => `Query.${field}`),
  ...computed.map(({ owner, field }) => `${owner.name}.${field}`),
]);

/** Whether a query asks for what is reckoned from many rows: types with fields that no row has. */
export function isReckoned(query: string): boolean {
  const info = new TypeInfo(schema);
  let found = false;
  const look = () => {
    const isWhole = isObjectType(getNamedType(info.getType()!));
    found ||= isWhole && reckonedFields.has(`${info.getParentType()!.name}.${info.getFieldDef()!.name}`);
  };
  visit(parse(query), visitWithTypeInfo(info, { Field: look }));
  return found;
}
