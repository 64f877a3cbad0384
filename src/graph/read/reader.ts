import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { getVariableValues } from "graphql/execution/values";
import { type Answer, type Question } from "../answer";
import { type Model, type Surroundings } from "../model";
import { RawJson } from "../raw-json";
import { noSuchTime, readRevisions, requireRevision } from "./as-of";
import { type Variables } from "./bound";
import { withCalculations } from "./calculate";
import { asksForLicences } from "./licences";
import { type NearIds, noneNear } from "./near";
import { notFound } from "./not-found";
import { at, compilePlan, type Plan } from "./plan";
import { storedRoots } from "./root";
import { booleansOf, type Run } from "./run";
import { collect, type Document, fragmentsOf } from "./selection";
import { shapeReader } from "./shape";

/** What a resolver is handed: the graph, to ask it for what is stored. */
export interface Context {
  read(question: Question): Promise<Answer>;
}

/**
 * Answers queries: what is stored by one SQL statement, the rest (introspection, fields with a resolver of their own) by
 * graphql-js. Plans are kept as long as their parsed document is.
 */
export function createReader(schema: GraphQLSchema, model: Model, run: Run, near: NearIds, surroundings: Surroundings) {
  const ours = storedRoots(model);
  const prepared = new WeakMap<DocumentNode, Map<string, Prepared>>();

  function prepare(document: DocumentNode, operationName: string | undefined): Prepared | undefined {
    const known = prepared.get(document) ?? new Map<string, Prepared>();
    prepared.set(document, known);
    const found = known.get(operationName ?? "");
    if (found) return found;
    const operation = getOperationAST(document, operationName);
    if (!operation) return undefined;
    const made = {
      operation,
      fragments: fragmentsOf(document),
      shape: shapeReader(schema, document, operation),
      plans: new Map(),
    };
    known.set(operationName ?? "", made);
    return made;
  }

  function planFor(
    { fragments, shape, plans, operation }: Prepared,
    variables: Variables,
    tellsLicences: boolean,
  ): Split {
    const word = `${tellsLicences} ${shape(variables)}`;
    const known = plans.get(word);
    if (known) return known;
    const document: Document = { schema, fragments, variables };
    const fields = collect(document, schema.getQueryType()!, [operation.selectionSet]);
    const isOurs = ([, nodes]: [string, FieldNode[]]) => {
      const field = nodes[0]!.name.value;
      return field === "__typename" || ours.has(field);
    };
    const stored = new Map([...fields].filter(isOurs));
    const others = [...fields].filter((field) => !isOurs(field)).flatMap(([, nodes]) => nodes);
    const split = {
      keys: [...fields.keys()],
      plan: compilePlan(model, document, stored, operation, tellsLicences),
      others,
    };
    if (plans.size >= plansPerDocument) plans.clear();
    plans.set(word, split);
    return split;
  }

  return answer;

  async function answer({ document, operationName, variables, licences = false }: Question): Promise<Answer> {
    const known = prepare(document, operationName);
    if (!known)
      return {
        errors: [new GraphQLError("expected an operation to run; name one of the document's with `operationName`")],
      };
    const coerced = getVariableValues(
      schema,
      known.operation.variableDefinitions ?? [],
      variables as Record<string, unknown>,
    );
    if (coerced.errors) return { errors: coerced.errors.map(badUserInput) };
    try {
      const { keys, plan, others } = planFor(known, coerced.coerced, licences || asksForLicences(known.operation));
      if (others.length === 0) return await readPlan(plan, coerced.coerced);
      const [ours, theirs] = await Promise.all([
        readPlan(plan, coerced.coerced),
        execute({
          schema,
          document: onlyFields(document, known.operation, others),
          variableValues: variables as Record<string, unknown>,
          contextValue: { read: answer } satisfies Context,
        }),
      ]);
      return merge(keys, ours, theirs);
    } catch (error) {
      if (error instanceof GraphQLError) return { data: null, errors: [error] };
      throw error;
    }
  }

  async function readPlan(plan: Plan, variables: Variables): Promise<Answer> {
    const { name, text } = plan;
    const values = plan.values.map((read) => read(variables));
    for (const { nodes, key, read } of plan.lookups) at(nodes, key, () => read(variables));
    const [data, found, revision, licences] = await run({ name, text, values });
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
    const json =
      plan.calculations.length === 0 && !plan.tellsLicences
        ? new RawJson(data!)
        : await withCalculations(data!, plan.calculations, variables, surroundings);
    const extensions = { revision: Number(revision), ...(plan.tellsLicences && { licences: JSON.parse(licences!) }) };
    const answer = { data: json, extensions, isPast: plan.time !== undefined };
    return errors.length === 0 ? answer : { ...answer, errors };
  }
}

/** One name may be looked up in several places of a root field; that it is not there is told once. */
function onlyOnce(lookups: Plan["lookups"], variables: Variables): Plan["lookups"] {
  const told = new Map(
    lookups.map((lookup) => [JSON.stringify([lookup.key, lookup.field, lookup.read(variables)]), lookup]),
  );
  return [...told.values()];
}

/** A document whose variables have taken more shapes than this is asked with ever new ones; its plans begin anew. */
const plansPerDocument = 50;

interface Prepared {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Document["fragments"];
  readonly plans: Map<string, Split>;
  shape(variables: Variables): string;
}

interface Split {
  readonly keys: readonly string[];
  readonly plan: Plan;
  readonly others: readonly FieldNode[];
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

function merge(keys: readonly string[], ours: Answer, theirs: ExecutionResult): Answer {
  const stored = ours.data instanceof RawJson ? (JSON.parse(ours.data.text) as Record<string, unknown>) : ours.data;
  const data = { ...stored, ...theirs.data };
  const errors = [...(ours.errors ?? []), ...(theirs.errors ?? [])];
  const ordered = Object.fromEntries(keys.filter((key) => key in data).map((key) => [key, data[key]]));
  const answer = { data: ordered, ...(ours.extensions && { extensions: ours.extensions }) };
  return errors.length === 0 ? answer : { ...answer, errors };
}

const badUserInput = ({ message, nodes, extensions }: GraphQLError) =>
  new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: "BAD_USER_INPUT", ...extensions } });
