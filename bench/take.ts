import { get } from "node:http";
import { type Taken } from "./copy";

/** Takes a list to its end, in a process of its own; prints how much came, and in what time, as JSON. */
function take(url: string, encoding: string): void {
  const started = performance.now();
  let [bytes, lines] = [0, 0];
  get(url, { headers: { "accept-encoding": encoding } }, (response) => {
    if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`);
    response.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
    });
    response.on("error", (error) => {
      throw error;
    });
    response.on("end", () => {
      const taken: Taken = { bytes, lines, seconds: (performance.now() - started) / 1000 };
      process.stdout.write(JSON.stringify(taken));
    });
  });
}

take(process.argv[2]!, process.argv[3]!);
