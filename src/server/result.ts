import { RawJson } from "../graph/raw-json";

/** What is written of an answer. */
export interface Result {
  errors?: readonly object[];
  data?: unknown;
  extensions?: object;
}

/** The JSON of an answer; data of stored knowledge is JSON already. */
export function stringifyResult({ errors, data, extensions }: Result): string {
  if (!(data instanceof RawJson)) return JSON.stringify({ errors, data, extensions });
  const before = errors ? `"errors":${JSON.stringify(errors)},` : "";
  const after = extensions ? `,"extensions":${JSON.stringify(extensions)}` : "";
  return `{${before}"data":${data.text}${after}}`;
}
