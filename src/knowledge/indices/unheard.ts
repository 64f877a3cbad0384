import { type PartSettings, type Settings } from "./settings";
import { ofIndex } from "./unheard-of-index";
import { ofPart } from "./unheard-of-part";

/** What does not go together: the place of the part it is said of, null for the index, and the field. */
export interface Unheard {
  readonly part: number | null;
  readonly field: string;
  readonly message: string;
}

/**
 * Finds what an index says and would not be listened to, and what it needs beside what it says: who says a thing expects
 * it to count. The same for an index of a caller's own and for one that is kept by name.
 */
export function* unheard(index: Settings, parts: readonly PartSettings[]): Iterable<Unheard> {
  for (const [field, message] of ofIndex(index)) yield { part: null, field, message };
  yield* weightsUnheard("the index", weightsOf(index), null, parts);
  for (const [place, part] of parts.entries()) {
    for (const [field, message] of ofPart(part, index)) yield { part: place, field, message };
    if (part.indicator == null) yield* weightsUnheard(`part \`${part.name}\``, weightsOf(part), place, parts);
  }
}

/** Where weights come from, if not from the parts themselves. */
const weightsOf = ({ weights, judgements }: Pick<PartSettings, "weights" | "judgements">): string | null =>
  judgements ? "judgements" : weights != null && weights !== "GIVEN" ? weights : null;

/** A part's own weight says nothing where the weights come from elsewhere. */
function* weightsUnheard(
  name: string,
  by: string | null,
  holder: number | null,
  parts: readonly PartSettings[],
): Iterable<Unheard> {
  if (by === null) return;
  for (const [place, { name: inner, within, weight }] of parts.entries()) {
    if (within !== holder || weight == null) continue;
    const message = `part \`${inner}\` has a \`weight\`, but ${name} takes its weights from ${by}: leave one of the two out`;
    yield { part: place, field: "weight", message };
  }
}
