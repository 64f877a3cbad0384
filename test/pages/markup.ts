/** A page as it is read: what it holds, or an error where it is not well formed. */
export interface ReadPage {
  readonly ids: readonly string[];
  /** Addresses of links, unescaped. */
  readonly links: readonly string[];
  /** What it says, without markup, script and style. */
  readonly text: string;
  /** What stands in its script elements, with their types. */
  readonly scripts: readonly { readonly type: string | undefined; readonly text: string }[];
}

const empty = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const token = /<!doctype html>|<\/([a-z][a-z0-9]*)>|<([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"<>]*")*)\s*>|([^<]+)|(<)/gy;

/** Reads a page strictly: every element is closed in its order, every attribute is quoted, no sign stands loose. */
export function readPage(page: string): ReadPage {
  const open: string[] = [];
  const read = {
    ids: [] as string[],
    links: [] as string[],
    scripts: [] as { type: string | undefined; text: string }[],
  };
  let text = "";
  token.lastIndex = 0;
  for (let match = token.exec(page); match; match = token.exec(page)) {
    const [whole, closes, opens, attributes = "", words, loose] = match;
    if (loose) throw new Error(`a loose < before ${page.slice(match.index, match.index + 60)}`);
    if (closes && open.pop() !== closes) throw new Error(`</${closes}> closes nothing at ${match.index}`);
    if (words !== undefined) {
      if (/&(?!(amp|lt|gt|quot|#39);)/.test(words)) throw new Error(`a loose & in ${words.slice(0, 80)}`);
      text += unescaped(words);
    }
    if (opens || closes) text += " ";
    if (!opens) continue;
    const given = new Map(
      [...attributes.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, unescaped(value!)]),
    );
    if (given.has("id")) read.ids.push(given.get("id")!);
    if (opens === "a") read.links.push(given.get("href")!);
    if (opens === "script" || opens === "style") {
      const end = page.indexOf(`</${opens}`, token.lastIndex);
      if (opens === "script") read.scripts.push({ type: given.get("type"), text: page.slice(token.lastIndex, end) });
      token.lastIndex = end + opens.length + 3;
    } else if (!empty.has(opens)) open.push(opens);
    if (whole.length === 0) break;
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(", ")}`);
  return { ...read, text: text.replace(/\s+/g, " ") };
}

const signs: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const unescaped = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_whole, name: string) => signs[name]!);
