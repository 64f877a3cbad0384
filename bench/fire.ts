import autocannon from "autocannon";

/** Asks a server as fast as it answers, in a process of its own; prints what came as JSON. */
async function main(): Promise<void> {
  const { url, bodies, connections, seconds } = JSON.parse(process.argv[2]!) as Fire;
  const { duration, errors, non2xx, latency, ...rest } = await autocannon({
    url,
    connections,
    duration: seconds,
    method: "POST",
    headers: { "content-type": "application/json" },
    requests: bodies.map((body) => ({ body })),
  });
  const fired: Fired = {
    perSecond: rest["2xx"] / duration,
    failed: errors + non2xx,
    p50: latency.p50,
    p99: latency.p99,
  };
  process.stdout.write(JSON.stringify(fired));
}

/** What to ask, in turn, over how many connections and for how long. */
export interface Fire {
  readonly url: string;
  readonly bodies: readonly string[];
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

void main();
