import { togetherOf } from "../read/read-together";
import { type Observed } from "./series";

/** The preferred observations of an indicator for a subject, the latest first, at most 500. */
export const readSeries = togetherOf<Observed>({
  field: "observations",
  latestBy: "PERIOD",
  row: "id period value status qualifier",
  most: 500,
});
