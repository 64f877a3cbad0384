import { type Computed } from "../../graph/model";
import { type Reckoned } from "../../graph/reckoned";
import { compositeIndexField } from "./composite";
import { compositeSdl } from "./composite.sdl";
import { storedIndexScores } from "./stored-index";

/** Root fields about composite indices. */
export const compositeInsights: readonly Reckoned[] = [compositeIndexField];

/** The same of a row. */
export const compositeFields: readonly Computed[] = [storedIndexScores];

/** The types that they speak of. */
export const compositeTypes = compositeSdl;
