/** Ids near to one that is not there, nearest first. */
export type NearIds = (table: string, id: string) => Promise<string[]>;
