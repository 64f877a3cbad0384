/**
 * What a connection may prepare by name before another takes its place: Postgres keeps that as long as the connection, and
 * takes about forty bytes for each of its characters.
 */
export const most = { statements: 250, characters: 1_000_000 };

/** A statement of more characters than this is not prepared by name: Postgres forgets it with the next one. */
export const longest = 100_000;

/** What node-postgres keeps of a connection; its types do not tell. */
interface Named {
  readonly parsedStatements: Readonly<Record<string, string>>;
}

const characters = new WeakMap<Named, number>();

/** Counts a statement that is prepared by name. */
export function tellPrepared(connection: Named, { length }: string): void {
  characters.set(connection, (characters.get(connection) ?? 0) + length);
}

/** How many statements a connection has prepared by name. */
export const countPrepared = ({ parsedStatements }: Named): number => Object.keys(parsedStatements).length;

/** Whether a connection has prepared so much that it had better be closed. */
export const isFull = (connection: Named): boolean =>
  (characters.get(connection) ?? 0) > most.characters || countPrepared(connection) > most.statements;

/** The connection behind a client of node-postgres. */
export const connectionOf = (client: object) => (client as { connection: Named }).connection;
