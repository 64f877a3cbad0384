import { type Computed } from "../../graph/model";
import { type Reckoned } from "../../graph/reckoned";
import { forecastFields } from "./forecast-fields";
import { forecasters } from "./forecasters";

export { forecastSdl } from "./forecasts.sdl";

/** Fields of forecasts: growth, check, path, rivals, record. */
export const forecastComputed: readonly Computed[] = forecastFields;

/** Root fields about what sources foretell. */
export const forecastInsights: readonly Reckoned[] = [forecasters];
