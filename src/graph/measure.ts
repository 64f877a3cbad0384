import { type ModelEdge, type StoredType } from "./model";

type PickEdge = Extract<ModelEdge, { shape: "pick" }>;

/** The edge by which rows of a type are measured, such as `figure`. */
export type MeasureEdge = PickEdge & { readonly measure: NonNullable<PickEdge["measure"]> };

/** The edge by which rows of a type are measured; undefined where nothing measures them, or where they name a measure themselves. */
export function measureEdge({ edges }: StoredType): MeasureEdge | undefined {
  const isMeasure = (edge: ModelEdge): edge is MeasureEdge =>
    edge.shape === "pick" && edge.measure !== undefined && !edges.has(edge.measure.by);
  return [...edges.values()].find(isMeasure);
}

/** The field of a filter for what measures a type, in SDL; none where nothing does. */
export function measureFilterSdl(type: StoredType): string[] {
  const edge = measureEdge(type);
  if (!edge) return [];
  const { by } = edge.measure;
  return [`"Rows whose figure of an ${by} meets this; rows without one do not." ${by}: FigureFilter`];
}

/** The fields of an order for what measures a type, in SDL: with them, `field` is left out. */
export function measureOrderSdl(type: StoredType): string[] {
  const edge = measureEdge(type);
  if (!edge) return [];
  const { by } = edge.measure;
  return [
    `"By the figures of this ${by}, instead of by a field. Rows without one come last." ${by}: Slug`,
    `"With \`${by}\`: the year whose figures count; for each row its latest when not given." year: Year`,
  ];
}

/** The fields of a list's edge for what measures its rows, in SDL. */
export function measureEdgeSdl(type: StoredType): string[] {
  const edge = measureEdge(type);
  if (!edge) return [];
  const { by } = edge.measure;
  return [
    `"The figure by which the list is ordered; null where it is ordered otherwise, and for rows without one." figure: ${edge.target}`,
    `"Its place by that figure in the whole list, 1 first; rows with equal figures share one. Null where \`figure\` is, and unless the ${by} comes first in \`orderBy\`." rank: Int`,
  ];
}

/** The inputs they speak of, in SDL. */
export const measureSdl = `
"Conditions on the figure of an indicator: all that are given must hold."
input FigureFilter {
  "The indicator. Alone, it asks for rows that have a figure of it."
  slug: Slug!
  "The year whose figures count; for each row its latest when not given."
  year: Year
  eq: Float ne: Float in: [Float!] notIn: [Float!] gt: Float gte: Float lt: Float lte: Float
  "True: rows without a figure of it."
  isNull: Boolean
}`;
