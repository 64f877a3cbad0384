import { registerEnumType } from "type-graphql";

export enum ObservationStatus {
  MEASURED = "MEASURED",
  ESTIMATED = "ESTIMATED",
  PROVISIONAL = "PROVISIONAL",
  PLANNED = "PLANNED",
  FORECAST = "FORECAST",
}
registerEnumType(ObservationStatus, {
  name: "ObservationStatus",
  description: "How a number came about, with its code in SDMX's CL_OBS_STATUS.",
  valuesConfig: {
    MEASURED: { description: "Counted or measured (SDMX: A, normal value)." },
    ESTIMATED: { description: "Estimated (SDMX: E, estimated value)." },
    PROVISIONAL: { description: "May yet be revised (SDMX: P, provisional value)." },
    PLANNED: { description: "Announced beforehand (SDMX: F, forecast value; SDMX has no code of its own for plans)." },
    FORECAST: { description: "Foretold (SDMX: F, forecast value)." },
  },
});
