import { badInput } from "../../graph/bad-input";
import { type PartSettings } from "../../knowledge/indices/settings";
import { unheard } from "../../knowledge/indices/unheard";
import { type Definition, nameOf, type Part, type Scope } from "./definition";

/**
 * Refuses what would be ignored, or is not enough: who says a thing expects it to count.
 *
 * @throws GraphQLError BAD_USER_INPUT with the name of the part
 */
export function requireHeard(definition: Definition, { year }: Scope): void {
  const { since } = definition;
  if (since != null && year != null)
    throw badInput(`expected \`since\` or \`year\`, got both: only figures of ${year} would count`);
  for (const { message } of unheard(definition, laidFlat(definition.parts))) throw badInput(message);
}

/** The parts one after another, each with the place of the one it lies within. */
function laidFlat(parts: readonly Part[], within: number | null = null, into: PartSettings[] = []): PartSettings[] {
  for (const part of parts) {
    const place = into.push({ ...part, name: nameOf(part), within }) - 1;
    laidFlat(part.parts ?? [], place, into);
  }
  return into;
}
