import { Client } from "pg";
import { type World } from "../../support/world";

/** The statement that answers a question. */
export async function statementOf(graph: World, query: string): Promise<string> {
  const sent = jest.spyOn(Client.prototype, "query");
  try {
    await graph.ask(query);
    return (sent.mock.calls as unknown as [{ text: string }][]).map(([{ text }]) => text).join();
  } finally {
    sent.mockRestore();
  }
}
