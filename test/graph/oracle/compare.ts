import { type ExecutionResult, type GraphQLError, parse, validate } from "graphql";
import { readerOf, schema } from "../../../src/app";
import { RawJson } from "../../../src/graph/raw-json";
import { type Store } from "../../../src/store/store";
import { type Operation } from "../operations/operation";
import { createOracle } from "./oracle";
import { type Rows } from "./rows";

const surroundings = { publicUrl: "https://citegraph.example" };

/** What two executors must agree on, to the order of keys. */
interface Said {
  readonly data: unknown;
  readonly errors: readonly unknown[];
}

/** Asks the compiled read and the oracle the same, and expects the same answers. */
export function comparison(store: Store, rows: Rows, isPast = false): (operation: Operation) => Promise<void> {
  const read = readerOf(store, surroundings);
  const oracle = createOracle(rows, surroundings, isPast);
  return async ({ query, variables, before, operationName }) => {
    const document = parse(query);
    for (const values of before ? [before, variables] : [variables]) {
      const { data, errors } = await read({ document, variables: values, operationName });
      const parsed = data instanceof RawJson ? JSON.parse(data.text) : data;
      const compiled = said({ data: parsed, ...(errors && { errors }) });
      const naive = said(oracle(document, values, operationName));
      // How much one statement may read is the compiler's own limit; it is tested apart.
      if (JSON.stringify(compiled.errors).includes('"QUERY_TOO_LARGE"')) continue;
      if (JSON.stringify(compiled) === JSON.stringify(naive)) continue;
      expect(validate(schema, document)).toEqual([]);
      expect(compiled).toEqual(naive);
      expect(JSON.stringify(compiled)).toBe(JSON.stringify(naive));
    }
  };
}

function said({
  data = null,
  errors = [],
}: { data?: unknown; errors?: readonly GraphQLError[] } & ExecutionResult): Said {
  return {
    data,
    errors: errors.map(({ message, path, extensions }) => ({
      message,
      path: path ?? null,
      code: extensions["code"] ?? null,
      suggestions: extensions["suggestions"] ?? null,
    })),
  };
}
