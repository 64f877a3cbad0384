import { type Fault } from "../kind";
import { type IndexInput } from "./index-definition";
import { unheard } from "./unheard";

/** What of the settings of an index would not be listened to, or is not enough: refused as in `compositeIndex`. */
export function wrongSettings(index: IndexInput): Fault[] {
  const places = new Map(index.parts.map(({ name }, place) => [name, place]));
  const parts = index.parts.map((part) => ({
    ...part,
    within: part.within ? (places.get(part.within) ?? null) : null,
  }));
  return [...unheard(index, parts)].map(({ part, field, message }) => ({
    path: part === null ? field : `parts.${part}.${field}`,
    message,
  }));
}
