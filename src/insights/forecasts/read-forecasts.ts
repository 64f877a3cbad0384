import { togetherOf } from "../read/read-together";
import { type StoredForecast, storedFields } from "./stored";

/** How many forecasts of one indicator for one subject are looked at. */
const most = 100;

/** What is foretold of an indicator for a subject, the latest published first, at most 100. */
export const readForecasts = togetherOf<StoredForecast>({
  field: "forecasts",
  latestBy: "PUBLISHED",
  row: storedFields,
  most,
});
