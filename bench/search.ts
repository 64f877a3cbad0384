import { openAsker } from "./ask";
import { median } from "./median";
import { shown, tableOf } from "./table";

/** What people type: beginnings short and long, whole names, other names, accents, words of a name, slips. */
const texts = [
  ...["a", "sa", "san", "barc", "new york", "san francisco"],
  ...["Peking", "Bombay", "Saint Petersburg"],
  ...["São Paulo", "münchen", "Łódź", "zurich"],
  ...["smart city", "York"],
  ...["shangai", "barcelna", "copenhagn"],
];

const rounds = 25;

const query = `query ($text: String!) {
  search(text: $text, first: 10) { nodes { __typename name ... on City { slug country { name } } } }
}`;

/** The time of searches on one connection, from asking to the last byte. */
export async function measureSearch(origin: string, tell: (message: string) => void) {
  tell(`Searching for ${texts.length} texts, ${rounds} times each.`);
  const asker = openAsker(origin);
  try {
    const times = new Map<string, number[]>(texts.map((text) => [text, []]));
    for (let round = -3; round < rounds; round++) {
      for (const text of texts) {
        const body = JSON.stringify({ query, variables: { text } });
        const started = performance.now();
        await asker.ask(body);
        if (round >= 0) times.get(text)!.push(performance.now() - started);
      }
    }
    const all = [...times.values()].flat();
    const each = [...times].map(([text, taken]) => [text, `${shown(median(taken))} ms`]);
    return {
      rows: [["`search` on one connection, median of all texts", `${shown(median(all))} ms`, "10 ms"]],
      texts: tableOf(["searched for", "median"], each),
    };
  } finally {
    asker.close();
  }
}
