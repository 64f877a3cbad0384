import { kinds } from "../knowledge";
import { type Revised } from "./book";
import { claimId } from "./compare";
import { type Fault, type FaultCode } from "./fault";
import { type Ask } from "./mentions";

/** The faults of claims that only show beside what the graph knows, such as a value out of its indicator's range: by source. */
export async function audit(ask: Ask, revised: readonly Revised[]): Promise<Map<string, Fault[]>> {
  const faults = new Map<string, Fault[]>();
  for (const { name, audit: sql } of kinds) {
    if (!sql) continue;
    const ids = revised.flatMap(({ changes }) =>
      changes.filter(({ kind, verdict }) => kind === name && verdict !== "retracted").map(({ id }) => id),
    );
    const rows = ids.length === 0 ? [] : ((await ask(sql, [ids])) as unknown as Audited[]);
    const places = new Map(rows.length === 0 ? [] : revised.flatMap(placesOf));
    for (const { id, field, ...fault } of rows) {
      const { source, path } = places.get(id)!;
      const known = faults.get(source) ?? [];
      known.push({ ...fault, path: `${path}.${field}` });
      faults.set(source, known);
    }
  }
  return faults;
}

/** What a kind's audit finds. */
interface Audited {
  readonly id: string;
  readonly field: string;
  readonly message: string;
  readonly code: FaultCode;
}

/** Where each claim stands in its submission, by the claim's id. */
const placesOf = ({ source, arrivals }: Revised) =>
  arrivals.map(({ fact, path }) => [claimId(fact, source), { source, path }] as const);
