import { Client } from "pg";
import { permalink, permalinkSql } from "../../src/graph/permalink";
import { serverUrl } from "../support/database";

const ids = [
  "shanghai-cn",
  "imd-smart-city-index-2024/zurich-ch",
  "City:shanghai-cn/population/2018/2022",
  "what is #1?/100 %",
  "Zürich & 上海 (10^6) \"'\\~!*;,@$+=",
  "🏙",
];

test("SQL writes the very permalinks that Node writes", async () => {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    const text = `select ${permalinkSql("https://citegraph.example", "RankingEdition", "i.id")} as link
      from unnest($1::text[]) with ordinality i(id, n) order by n`;
    const { rows } = await client.query<{ link: string }>(text, [ids]);
    expect(rows.map(({ link }) => link)).toEqual(
      ids.map((id) => permalink("https://citegraph.example", `RankingEdition:${id}`)),
    );
  } finally {
    await client.end();
  }
});
