import { LRUCache } from "lru-cache";
import { Client } from "pg";
import { OneRow, type Statement, type TextRow } from "./one-row";
import { connectionOf, isFull } from "./prepared";
import { readSession } from "./read-pool";

/** Up to how long a statement that takes a lane takes by its earlier runs, and what is under way in a lane in all, in milliseconds. */
const most = { one: 10, all: 20 };

/** How long a lane is left alone that could not be opened or broke, in milliseconds. */
const rest = 1_000;

/**
 * Connections on which light statements follow one another without waiting for each other's answers, which the protocol
 * of Postgres calls pipelining. Those that come together are sent in one write, which for a small question takes less time
 * than all else.
 *
 * A statement is light if it was by its earlier runs, and takes a lane only while little is under way there, so that
 * nobody waits long behind others. One that turns out to be heavy is stopped after a second; it has a connection to itself then.
 *
 * @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING
 */
export class Lanes {
  /** How long statements take, by name, in milliseconds; later runs count for more. */
  private readonly usual = new LRUCache<string, number>({ max: 1_000 });
  private readonly lanes: (Lane | undefined)[];
  private isClosed = false;

  /** @param count how many lanes; each is opened when it is first needed */
  constructor(
    private readonly url: string,
    count: number,
  ) {
    this.lanes = Array.from({ length: count }, () => undefined);
  }

  /** Its row; undefined where it had better have a connection to itself. Rejects whatever goes wrong in the lane. */
  run(statement: Statement): Promise<TextRow> | undefined {
    const usual = this.usual.get(statement.name);
    if (usual === undefined || usual > most.one || this.isClosed) return undefined;
    const lane = this.emptiest();
    if (!lane?.isOpen || lane.underWay + usual > most.all) return undefined;
    return lane.run(statement, usual, (took) => this.took(statement.name, took));
  }

  /** Learns how long a statement took, in milliseconds. */
  took(name: string, took: number): void {
    const before = this.usual.get(name) ?? took;
    this.usual.set(name, before + (took - before) / 5);
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all(this.lanes.map((lane) => lane?.close()));
  }

  private emptiest(): Lane | undefined {
    let best: Lane | undefined;
    for (const [at, known] of this.lanes.entries()) {
      const lane = known && !known.isOver() ? known : new Lane(this.url);
      this.lanes[at] = lane;
      if (lane.isOpen && !(best && best.underWay <= lane.underWay)) best = lane;
    }
    return best;
  }
}

/** One connection of them. */
class Lane {
  /** What is under way takes so long by earlier runs, in milliseconds. */
  underWay = 0;
  isOpen = false;
  private readonly client: Client;
  private readonly opening: Promise<void>;
  private count = 0;
  private isCorked = false;
  /** When the last answer came, in milliseconds of the process. */
  private answered = 0;
  private brokenAt: number | undefined;

  constructor(url: string) {
    this.client = new Client({ connectionString: url, keepAlive: true, pipeline: true });
    const broken = () => {
      this.isOpen = false;
      this.brokenAt = performance.now();
    };
    this.client.on("error", broken);
    this.client.on("end", broken);
    this.opening = this.open().catch(broken);
  }

  /** Whether another may take its place. */
  isOver(): boolean {
    return this.brokenAt !== undefined && performance.now() - this.brokenAt > rest;
  }

  run(statement: Statement, usual: number, took: (time: number) => void): Promise<TextRow> {
    const row = new OneRow(statement);
    this.underWay += usual;
    this.count++;
    return new Promise((resolve, reject) => {
      row.callback = (error, came) => {
        const now = performance.now();
        // It has waited for those before it.
        took(now - Math.max(row.sent, this.answered));
        this.answered = now;
        this.count--;
        this.underWay = this.count === 0 ? 0 : this.underWay - usual;
        if (isFull(connectionOf(this.client))) void this.close();
        if (error) reject(error);
        else resolve(came ?? []);
      };
      this.gather();
      this.client.query(row);
    });
  }

  /** Ends when all that is under way has been answered. */
  async close(): Promise<void> {
    this.isOpen = false;
    await this.opening;
    await this.client.end();
  }

  private async open(): Promise<void> {
    await this.client.connect();
    await this.client.query(`${readSession}; set statement_timeout = '1s'`);
    this.isOpen = true;
  }

  /** Sends what comes until all sockets have been looked at in one write. */
  private gather(): void {
    if (this.isCorked) return;
    const { stream } = (this.client as unknown as { connection: { stream: { cork(): void; uncork(): void } } })
      .connection;
    this.isCorked = true;
    stream.cork();
    setImmediate(() => {
      this.isCorked = false;
      stream.uncork();
    });
  }
}
