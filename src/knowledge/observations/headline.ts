/**
 * The order of the observations of one indicator of one thing, its headline first. What a partner claims stands beside
 * what publishers say and does not displace it, however late its period; what is planned or foretold has not come yet.
 */
export const headline = ["source.kind=PARTNER", "status=PLANNED,FORECAST", "period desc"] as const;
