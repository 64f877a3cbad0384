/**
 * How many of what is generated: a tenth of them on a server at DATABASE_URL, which is asked after the embedded one has
 * been asked them all.
 */
export const often = (count: number): number => (process.env["DATABASE_URL"] ? Math.ceil(count / 10) : count);
