import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
} from "graphql";
import { type Model } from "../model";
import { type Variables } from "./bound";
import { compilePlan, type Plan } from "./plan";
import { PlanRoom } from "./plan-room";
import { storedRoots } from "./root";
import { collect, type Document, fragmentsOf } from "./selection";
import { shapeReader } from "./shape";

/**
 * Prepares operations: who answers which of their root fields, and the statement for what is stored. What was prepared is
 * kept as long as the parsed document is, as far as there is room.
 */
export function createPreparing(schema: GraphQLSchema, model: Model, isReckoned: (field: string) => boolean) {
  const ours = storedRoots(model);
  const isStored = (field: string) => field === "__typename" || ours.has(field);
  const isIntrospection = (field: string) => field.startsWith("__") && field !== "__typename";
  const prepared = new WeakMap<DocumentNode, Map<string, Prepared>>();
  const room = new PlanRoom<Split>();

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

  function splitFor(
    { fragments, shape, plans, operation }: Prepared,
    variables: Variables,
    tellsLicences: boolean,
  ): Split {
    const word = `${tellsLicences} ${shape(variables)}`;
    const known = room.find(plans, word);
    if (known) return known;
    const document: Document = { schema, fragments, variables };
    const fields = collect(document, schema.getQueryType()!, [operation.selectionSet]);
    const named = (isOne: (field: string) => boolean) =>
      new Map([...fields].filter(([, nodes]) => isOne(nodes[0]!.name.value)));
    const split = {
      keys: [...fields.keys()],
      document,
      plan: compilePlan(model, document, named(isStored), operation, tellsLicences),
      reckoned: named(isReckoned),
      others: [...named(isIntrospection).values()].flat(),
      written: new Map(),
    };
    room.keep(plans, word, split);
    return split;
  }

  return { prepare, splitFor };
}

/** An operation of a document. */
export interface Prepared {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Document["fragments"];
  readonly plans: Map<string, Split>;
  shape(variables: Variables): string;
}

/** The root fields of an operation, by who answers them, for variables of one shape. */
export interface Split {
  readonly keys: readonly string[];
  readonly document: Document;
  readonly plan: Plan;
  readonly reckoned: ReadonlyMap<string, readonly FieldNode[]>;
  readonly others: readonly FieldNode[];
  /** The documents by which stored rows within what is reckoned are read. */
  readonly written: Map<string, DocumentNode>;
}
