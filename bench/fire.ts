import autocannon from "autocannon";

/** Asks a server as fast as it answers, in a process of its own; prints what came as JSON. */
async function main(): Promise<void> {
  const { origin, asked, connections, seconds } = JSON.parse(process.argv[2]!) as Fire;
  // No two processes send the same numbers.
  let sent = Date.now() % 10_000_000_000;
  const { duration, errors, non2xx, latency, ...rest } = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    method: "POST",
    requests: asked.map(({ body, path = "/graphql", headers }) => ({
      path,
      body,
      headers: { "content-type": "application/json", ...headers },
      ...(body.includes(counter) && {
        setupRequest: (request) => ({ ...request, body: body.replace(counter, String(++sent)) }),
      }),
    })),
  });
  const fired: Fired = {
    perSecond: rest["2xx"] / duration,
    failed: errors + non2xx,
    p50: latency.p50,
    p99: latency.p99,
  };
  process.stdout.write(JSON.stringify(fired));
}

/** Stands in a body for a number that is another each time it is sent. */
export const counter = "COUNTER";

/** A request, to /graphql unless told. */
export interface Shot {
  readonly body: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What to ask, in turn, over how many connections and for how long. */
export interface Fire {
  readonly origin: string;
  readonly asked: readonly Shot[];
  readonly connections: number;
  readonly seconds: number;
}

/** Answers a second, requests that failed, and the time of an answer in milliseconds. */
export interface Fired {
  readonly perSecond: number;
  readonly failed: number;
  readonly p50: number;
  readonly p99: number;
}

if (require.main === module) void main();
