import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { type Answer, type Question } from "../answer";
import { type Model, type Surroundings } from "../model";
import { RawJson } from "../raw-json";
import { type Reckoned, type Work } from "../reckoned";
import { coerceVariables } from "../variables";
import { noSuchTime, readRevisions, requireRevision } from "./as-of";
import { type Variables } from "./bound";
import { withCalculations } from "./calculate";
import { asksForLicences, type Licence, withLicences } from "./licences";
import { Memory } from "./memory";
import { type NearIds, noneNear } from "./near";
import { notFound } from "./not-found";
import { at, longestAnswer, type Plan } from "./plan";
import { createPreparing, type Split } from "./prepare";
import { Reckoning } from "./reckoning";
import { booleansOf, type Run } from "./run";

/** What answers are made from. */
export interface ReaderParts {
  readonly schema: GraphQLSchema;
  readonly model: Model;
  /** The root fields that are reckoned in Node. */
  readonly reckoned: readonly Reckoned[];
  readonly run: Run;
  readonly near: NearIds;
  readonly surroundings: Surroundings;
  readonly work: Work;
}

/**
 * Answers queries: what is stored by one SQL statement, what is reckoned by its functions as of the same revision,
 * introspection by graphql-js. Plans are kept as long as their parsed document is.
 */
export function createReader({ schema, model, reckoned, run, near, surroundings, work }: ReaderParts) {
  const reckonings = new Map(reckoned.map((field) => [field.field, field]));
  const memory = new Memory();
  const { prepare, splitFor } = createPreparing(schema, model, (field) => reckonings.has(field));

  return answer;

  async function answer(question: Question): Promise<Answer> {
    const { document, operationName, variables, licences = false } = question;
    const known = prepare(document, operationName);
    if (!known)
      return {
        errors: [new GraphQLError("expected an operation to run; name one of the document's with `operationName`")],
      };
    const coerced = coerceVariables(schema, known.operation, variables);
    if (coerced.errors) return { errors: coerced.errors };
    try {
      const split = splitFor(known, coerced.coerced, licences || asksForLicences(known.operation));
      const asked = { question, split, operation: known.operation, variables: coerced.coerced };
      const stored = await readPlan(asked);
      const parts = [stored];
      if (split.reckoned.size > 0) parts.push(await reckon(asked, stored.extensions!["revision"] as number));
      if (split.others.length > 0) parts.push(introspect(asked));
      return parts.length === 1 ? stored : merge(split.keys, parts);
    } catch (error) {
      if (error instanceof GraphQLError) return { data: null, errors: [error] };
      throw error;
    }
  }

  function introspect({ question, split, operation }: Asked): Answer {
    const { data = null, errors } = executeSync({
      schema,
      document: onlyFields(question.document, operation, split.others),
      variableValues: question.variables as Record<string, unknown>,
    });
    // What the schema says may change without a revision.
    return { data, isPast: false, ...(errors && { errors }) };
  }

  function reckoningOf({ question, split, operation, variables }: Asked, revision: number): Reckoning {
    const { tellsLicences, time } = split.plan;
    const document = { ...split.document, variables };
    const at = { revision, isPast: time !== undefined };
    const { publicUrl } = surroundings;
    return new Reckoning({
      ...{ question, document, operation, ...at, tellsLicences, publicUrl, work, memory },
      known: split.written,
      ask: answer,
    });
  }

  async function reckon(asked: Asked, revision: number): Promise<Answer> {
    const reckoning = reckoningOf(asked, revision);
    const data: Record<string, unknown> = {};
    const fields = schema.getQueryType()!.getFields();
    for (const [key, nodes] of asked.split.reckoned) {
      const definition = fields[nodes[0]!.name.value]!;
      const make = () =>
        reckonings
          .get(definition.name)!
          .reckon(getArgumentValues(definition, nodes[0]!, asked.variables) as never, reckoning.asking);
      reckoning.fitting.give(data, key, make, definition.type, nodes, key);
    }
    const errors = await reckoning.done(data);
    return { data, ...(errors.length > 0 && { errors }), extensions: { licences: reckoning.licences } };
  }

  async function readPlan(asked: Asked): Promise<Answer> {
    const { variables } = asked;
    const { plan } = asked.split;
    const { name, text } = plan;
    const values = plan.values.map((read) => read(variables));
    for (const { nodes, key, read } of plan.lookups) at(nodes, key, () => read(variables));
    const [data, found, revision, licences] = await run({ name, text, values }, asked.question.who);
    if (data === null) throw tooLong();
    if (revision === null && plan.time) throw noSuchTime(plan.time(variables), await readRevisions(run));
    for (const { argument, nodes, key, read } of plan.revisions)
      at(nodes, key, () => requireRevision(argument, Number(read(variables)), Number(revision)));
    const isFound = booleansOf(found!);
    const missing = plan.lookups.filter((_, i) => !isFound[i]);
    const errors = await Promise.all(
      onlyOnce(missing, variables).map((lookup) =>
        notFound(lookup, lookup.read(variables), plan.time ? noneNear : near),
      ),
    );
    const isPast = plan.time !== undefined;
    const extensions = { revision: Number(revision) };
    if (plan.calculations.length === 0 && !plan.tellsLicences) {
      const answer = { data: new RawJson(data!), extensions, isPast };
      return errors.length === 0 ? answer : { ...answer, errors };
    }
    const reckoning = reckoningOf(asked, extensions.revision);
    const { fitting, asking } = reckoning;
    const json = await withCalculations(data!, plan.calculations, variables, fitting, asking);
    errors.push(...(await reckoning.done(json)));
    const told = plan.tellsLicences && {
      licences: withLicences(JSON.parse(licences!) as Licence[], reckoning.licences),
    };
    const answer = { data: json, extensions: { ...extensions, ...told }, isPast };
    return errors.length === 0 ? answer : { ...answer, errors };
  }
}

/** The statement itself leaves out an answer that is too long: it must not come to be here. */
const tooLong = () =>
  new GraphQLError(
    `The answer takes more than ${longestAnswer / 1_000_000} MB, the limit; ask for smaller pages (\`first\`) or fewer fields, in several operations, or take whole tables along by an export`,
    { extensions: { code: "ANSWER_TOO_LARGE" } },
  );

/** One name may be looked up in several places of a root field; that it is not there is told once. */
function onlyOnce(lookups: Plan["lookups"], variables: Variables): Plan["lookups"] {
  const told = new Map(
    lookups.map((lookup) => [JSON.stringify([lookup.key, lookup.field, lookup.read(variables)]), lookup]),
  );
  return [...told.values()];
}

interface Asked {
  readonly question: Question;
  readonly split: Split;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
}

function onlyFields(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  selections: readonly FieldNode[],
): DocumentNode {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const selectionSet = { kind: Kind.SELECTION_SET as const, selections };
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...fragments] };
}

/** The parts of an answer as one; the first is what is stored. */
function merge(keys: readonly string[], parts: readonly Answer[]): Answer {
  const data: Record<string, unknown> = Object.assign({}, ...parts.map(objectOf));
  const ordered = Object.fromEntries(keys.filter((key) => key in data).map((key) => [key, data[key]]));
  const [{ extensions, isPast }] = parts as [Answer];
  const stands = isPast === true && parts.every((part) => part.isPast !== false);
  const told = extensions?.["licences"] ? { licences: parts.map(licencesOf).reduce<Licence[]>(withLicences, []) } : {};
  const errors = parts.flatMap((part) => part.errors ?? []);
  const answer = { data: ordered, extensions: { ...extensions, ...told }, isPast: stands };
  return errors.length === 0 ? answer : { ...answer, errors };
}

const objectOf = ({ data }: Answer) => (data instanceof RawJson ? JSON.parse(data.text) : data) as object;

const licencesOf = ({ extensions }: Answer) => (extensions?.["licences"] ?? []) as Licence[];
