/** HTML that may stand in a page as it is. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | undefined | false | readonly Part[];

/** HTML from a template: whatever is put in is text and is escaped, unless it is HTML already. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((text, string, i) => `${text}${textOf(parts[i - 1])}${string}`));
}

/** Parts one after the other, with something between them. */
export function joined(parts: readonly Part[], between: Part = ""): Html {
  const known = parts.filter((part) => part !== undefined && part !== false && part !== "");
  return new Html(known.map(textOf).join(textOf(between)));
}

/** Text that cannot end the `script` it stands in, nor be taken for markup. */
export function scriptText(json: string): Html {
  return new Html(
    json.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(textOf).join("");
  if (part === undefined || part === false) return "";
  return String(part).replace(/[&<>"']/g, (sign) => entities[sign]!);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
