/** What cannot be sent, or was refused as a whole; the message stands alone. */
export class SendFault extends Error {
  override readonly name = "SendFault";
}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/**
 * Sends a mutation to a Citegraph, and answers its data.
 *
 * @throws SendFault saying what the server, or the way to it, says
 */
export async function send(
  url: string,
  key: string,
  query: string,
  variables: object,
): Promise<Record<string, unknown>> {
  const body = JSON.stringify({ query, variables });
  const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
  const response = await fetch(url, { method: "POST", headers, body }).catch((error: Error & { cause?: Error }) => {
    throw new SendFault(
      `nothing answers at ${url} (${error.cause?.message || error.message}); start Citegraph, or say with --url where it is`,
    );
  });
  const text = await response.text();
  const { data, errors } = answerOf(text, url, response.status);
  if (errors) throw new SendFault(errors.map(told).join("\n"));
  if (!data) throw noGraph(url, response.status);
  return data;
}

function answerOf(text: string, url: string, status: number): Answer {
  try {
    return (JSON.parse(text) as Answer | null) ?? {};
  } catch {
    throw noGraph(url, status);
  }
}

const noGraph = (url: string, status: number) =>
  new SendFault(
    `${url} answers ${status}, and not as a graph does; expected the address of one, such as http://127.0.0.1:4000/graphql`,
  );

const told = ({ message, extensions }: NonNullable<Answer["errors"]>[number]) =>
  extensions?.code ? `${message} (${extensions.code})` : message;
