import { type Key } from "../partners/key";
import { addKey, listKeys, revokeKey } from "../partners/keyring";
import { columns } from "./columns";
import { type Command, only, read, UsageError } from "./usage";

/** `key add|list|revoke`: what partners prove with who they are. */
export const key: Command = async ({ args: [action = "", ...rest], log, note, withStore }) => {
  const { values, positionals } = read(rest, { expires: { type: "string" } } as const);
  if (action === "add") {
    const partner = only(positionals, "the slug of a partner");
    const expires = expiry(values.expires);
    return withStore(async ({ source }) => {
      log(await addKey(source, partner, expires));
      const until = expires ? `until ${dayOf(expires)}` : "without end";
      note(`This is shown once: give it to ${partner} and keep no copy. It can be used ${until}.`);
    });
  }
  if (action === "list") {
    if (positionals.length > 1) throw new UsageError("key list expects one partner, or none for all");
    return withStore(async ({ source }) => log(tableOf(await listKeys(source, positionals[0]))));
  }
  if (action === "revoke") {
    const given = only(positionals, "a key, or its public part such as cg_0123456789");
    return withStore(async ({ source }) => {
      const { id, partner } = await revokeKey(source, given);
      log(`Revoked the key cg_${id} of ${partner}: it is refused from now on.`);
    });
  }
  throw new UsageError(`key expects add, list or revoke, got ${action || "nothing"}`);
};

/** A key lasts a year unless it is told otherwise. */
function expiry(given: string | undefined): Date | null {
  if (given === "never") return null;
  if (given === undefined) {
    const date = new Date();
    date.setUTCFullYear(date.getUTCFullYear() + 1);
    return date;
  }
  const date = new Date(`${given}T00:00:00Z`);
  // A day that no month has would be taken for one of the next month.
  const isDay = !Number.isNaN(date.getTime()) && dayOf(date) === given;
  if (!isDay || date.getTime() <= Date.now())
    throw new UsageError(`--expires expects a day to come, such as 2030-12-31, or never, got ${given}`);
  return date;
}

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? "";

function tableOf(keys: readonly Omit<Key, "digest">[]): string {
  if (keys.length === 0) return "There are no keys. Add one: npx citegraph key add <partner>";
  const rows = keys.map(({ id, partner, addedAt, expiresAt, lastUsedAt, revokedAt }) => {
    const state = revokedAt ? `revoked ${dayOf(revokedAt)}` : expiresAt && expiresAt <= new Date() ? "expired" : "open";
    return [`cg_${id}`, partner, dayOf(addedAt), dayOf(expiresAt) || "never", momentOf(lastUsedAt), state];
  });
  return columns([["key", "partner", "added", "expires", "last used", "state"], ...rows]);
}

const momentOf = (date: Date | null) => date?.toISOString().slice(0, 16).replace("T", " ") ?? "never";
