import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, parse } from "graphql";
import { type Answer, type Question } from "../answer";
import { RawJson } from "../raw-json";

/** Answers a question as of a revision. */
export type ReadAt = (question: Question) => Promise<Answer>;

/**
 * Reads as of the revision that the rest of an answer is of. What is read as it is, is read so as long as nothing was
 * recorded meanwhile: that is quicker. A question that names a time of its own with `@asOf` is answered as of that, which
 * may not be later.
 *
 * @param isPast whether the answer is of a time gone by
 */
export function readAt(ask: ReadAt, revision: number, isPast: boolean): ReadAt {
  return async (question) => {
    if (namesTime(question.document)) return notLater(await ask(question), revision);
    if (!isPast) {
      const answer = await ask(question);
      if (answer.extensions?.["revision"] === revision) return answer;
    }
    const variables = { ...question.variables, [revisionVariable]: revision };
    return ask({ ...question, document: asOfRevision(question.document), variables });
  };
}

const namesTime = ({ definitions }: DocumentNode): boolean =>
  definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.directives?.some(({ name }) => name.value === "asOf"),
  );

function notLater(answer: Answer, revision: number): Answer {
  const asked = answer.extensions?.["revision"] as number | undefined;
  if (asked === undefined || asked <= revision) return answer;
  const message = `expected a time up to revision ${revision}, which this answer is of, got revision ${asked}`;
  throw new GraphQLError(`@asOf: ${message}`, { extensions: { code: "INVALID_AS_OF" } });
}

const revisionVariable = "readAtRevision";

const frame = parse(`query ($${revisionVariable}: Int!) @asOf(revision: $${revisionVariable}) { __typename }`, {
  noLocation: true,
}).definitions[0] as OperationDefinitionNode;

const written = new WeakMap<DocumentNode, DocumentNode>();

/** The same document of one operation, asked as of a revision. */
function asOfRevision(document: DocumentNode): DocumentNode {
  const known = written.get(document) ?? {
    kind: Kind.DOCUMENT,
    definitions: document.definitions.map((definition) => {
      if (definition.kind !== Kind.OPERATION_DEFINITION) return definition;
      const variableDefinitions = [...(definition.variableDefinitions ?? []), ...frame.variableDefinitions!];
      return { ...definition, variableDefinitions, directives: frame.directives! };
    }),
  };
  written.set(document, known);
  return known;
}

/** The data of an answer as objects. @throws GraphQLError the first of its errors */
export function dataOf({ data, errors }: Answer): Record<string, unknown> {
  if (errors?.[0]) throw new GraphQLError(errors[0].message, { extensions: errors[0].extensions });
  return data instanceof RawJson ? (JSON.parse(data.text) as Record<string, unknown>) : data!;
}
