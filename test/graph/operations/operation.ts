import * as fc from "fast-check";
import { type DocumentNode, Kind, print, type SelectionNode } from "graphql";
import { schema } from "../../../src/app";
import { Dice } from "./dice";
import { Draft } from "./draft";
import { type Samples } from "./samples";
import { selectionsOf } from "./selection";
import { smaller } from "./smaller";
import { onlyNamed, tidy } from "./tidy";

/** An operation to ask. */
export interface Operation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  /** Other variables, with which the same document is asked first: it keeps its plans. */
  readonly before?: Record<string, unknown>;
  readonly operationName: string;
}

/**
 * Operations over the whole schema: whatever types and fields it has.
 *
 * @param samples values to ask for
 * @param revision the revision as of which they are asked; undefined asks the graph as it is
 */
export function operations(samples: Samples, revision?: number): fc.Arbitrary<Operation> {
  return new Operations(samples, revision);
}

class Operations extends fc.Arbitrary<Operation> {
  constructor(
    private readonly samples: Samples,
    private readonly revision: number | undefined,
  ) {
    super();
  }

  generate(random: fc.Random): fc.Value<Operation> {
    const dice = new Dice(random);
    const draft = new Draft(dice, this.samples, dice.chance(10) ? 120 : dice.int(4, 45));
    const place = { type: schema.getQueryType()!, rows: 1, depth: 0, breadth: 1, keys: new Map<string, string>() };
    const selections = selectionsOf(draft, place);
    const document = documentOf(draft, [...selections, ...(dice.chance(3) ? introspection : [])], this.revision);
    // What was written in vain, such as a fragment that could not be spread, goes.
    const query = print(tidy(document));
    const [variables, before] = [draft.variables, draft.others].map((values) => onlyNamed(values, query));
    return valued({ query, variables: variables!, before: before!, operationName: "Asked" });
  }

  canShrinkWithoutContext(value: unknown): value is Operation {
    return typeof value === "object" && value !== null && "query" in value;
  }

  shrink(operation: Operation): fc.Stream<fc.Value<Operation>> {
    return fc.stream(smaller(operation)).map(valued);
  }
}

/** A value that fast-check shows as one would read it. */
function valued(operation: Operation): fc.Value<Operation> {
  const { query, variables, before } = operation;
  const shown = () => `\n${query}\n${JSON.stringify(variables)} after ${JSON.stringify(before)}\n`;
  return new fc.Value(Object.defineProperty({ ...operation }, fc.toStringMethod, { value: shown }), undefined);
}

const introspection: readonly SelectionNode[] = [
  {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: "__schema" },
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [
        {
          kind: Kind.FIELD,
          name: { kind: Kind.NAME, value: "queryType" },
          selectionSet: {
            kind: Kind.SELECTION_SET,
            selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: "name" } }],
          },
        },
      ],
    },
  },
];

function documentOf(draft: Draft, selections: readonly SelectionNode[], revision: number | undefined): DocumentNode {
  const number = { kind: Kind.INT as const, value: String(revision) };
  const asOf = {
    kind: Kind.DIRECTIVE as const,
    name: { kind: Kind.NAME as const, value: "asOf" },
    arguments: [{ kind: Kind.ARGUMENT as const, name: { kind: Kind.NAME as const, value: "revision" }, value: number }],
  };
  const operation = {
    kind: Kind.OPERATION_DEFINITION as const,
    operation: "query" as never,
    name: { kind: Kind.NAME as const, value: "Asked" },
    variableDefinitions: draft.definitions,
    directives: revision === undefined ? [] : [asOf],
    selectionSet: { kind: Kind.SELECTION_SET as const, selections },
  };
  const other = {
    kind: Kind.OPERATION_DEFINITION as const,
    operation: "query" as never,
    name: { kind: Kind.NAME as const, value: "Other" },
    selectionSet: {
      kind: Kind.SELECTION_SET as const,
      selections: [{ kind: Kind.FIELD as const, name: { kind: Kind.NAME as const, value: "__typename" } }],
    },
  };
  const fragments = draft.fragments.map(({ node }) => node);
  const definitions = [operation, ...fragments, ...(draft.dice.chance(5) ? [other] : [])];
  return { kind: Kind.DOCUMENT, definitions };
}
