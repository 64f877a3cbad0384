/** Ids near to one that is not there, nearest first. */
export type NearIds = (table: string, id: string) => Promise<string[]>;

/** What was there may be near to what is asked for today only by chance: answers as of a revision suggest nothing. */
export const noneNear: NearIds = async () => [];
