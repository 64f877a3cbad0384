import { type Computed } from "../../graph/model";
import { type Reckoned } from "../../graph/reckoned";
import { asOfInputSdl } from "../read/as-of";
import { compareForecasts } from "./compare-forecasts";
import { milestoneField } from "./milestone";
import { ownProjections, projection } from "./projection";
import { projectionSdl as types } from "./projections.sdl";

/** Projections of cities and countries. */
export const projectionComputed: readonly Computed[] = ownProjections;

/** Root fields about what we foretell. */
export const projectionInsights: readonly Reckoned[] = [projection, milestoneField, compareForecasts];

/** The types that they speak of. */
export const projectionSdl = [asOfInputSdl, types].join("\n");
