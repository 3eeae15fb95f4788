/** The web book: text made safe for HTML, and the small part of HTML that a notebook may bring. */

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** `text` with the characters that mean something to HTML replaced, for text and attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** A JSON value that may stand inside a script element: nothing in it can end the element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/\u2028|\u2029/g, " ");
}

/** Tags of tables and text that an output may use, and the few that a lecture's text may use. */
export const OUTPUT_TAGS: ReadonlySet<string> = new Set(
  (
    "a b br caption code col colgroup dd details div dl dt em h3 h4 h5 h6 hr i kbd li ol p pre s small " +
    "span strong sub summary sup table tbody td tfoot th thead tr u ul var"
  ).split(" "),
);
export const TEXT_TAGS: ReadonlySet<string> = new Set(
  "br code details em kbd small strong sub summary sup".split(" "),
);

const ATTRIBUTES: ReadonlySet<string> = new Set(
  "align class colspan dir lang open role rowspan scope span title".split(" "),
);
const TAG =
  /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s=<>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*)\s*(\/?)>/g;
const ATTRIBUTE = /([^\s=<>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+)))?/g;

/**
 * `html` with only the tags of `tags` and harmless attributes left; every other tag is shown as
 * text, scripts and styles among them.
 */
export function safeHtml(html: string, tags: ReadonlySet<string>): string {
  let safe = "";
  let from = 0;
  for (const match of html.matchAll(TAG)) {
    const [whole, slash, name = "", attributes = ""] = match;
    const { index = 0 } = match;
    safe += escapeBetween(html.slice(from, index));
    from = index + whole.length;
    const tag = name.toLowerCase();
    if (!tags.has(tag)) safe += escapeHtml(whole);
    else if (slash === "/") safe += `</${tag}>`;
    else safe += `<${tag}${safeAttributes(attributes)}>`;
  }
  return safe + escapeBetween(html.slice(from));
}

/** Text between tags: its entities stay, a stray bracket becomes one. */
function escapeBetween(text: string): string {
  return text
    .replace(/&(?!#?\w+;)/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}

function safeAttributes(attributes: string): string {
  let safe = "";
  for (const [, name = "", double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
    const attribute = name.toLowerCase();
    const value = double ?? single ?? bare ?? "";
    if (ATTRIBUTES.has(attribute) || (attribute === "style" && isHarmlessStyle(value))) {
      safe += ` ${attribute}="${value.replace(/"/g, "&quot;").replace(/</g, "&lt;")}"`;
    } else if (attribute === "href" && /^(?:https?:|#|\.{0,2}\/)/.test(value)) {
      safe += ` href="${value.replace(/"/g, "&quot;")}"`;
    }
  }
  return safe;
}

/** A style that loads nothing, hides nothing and leaves its place on the page. */
function isHarmlessStyle(style: string): boolean {
  return !/url|expression|import|position|display|\\|&|javascript|@/i.test(style);
}
