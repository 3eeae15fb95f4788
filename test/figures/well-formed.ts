/** A small reader of XML: enough to know that a document is well formed, and to look into it. */

/** An element with what is in it: the elements alone, and in order with the text between them. */
export interface XmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  readonly content: (XmlElement | string)[];
}

const ENTITY = /&(?!(?:amp|lt|gt|quot|#\d+);)/;

/**
 * The root element of a document.
 *
 * @throws Error where the document is not well formed
 */
export function readXml(document: string): XmlElement {
  const top: XmlElement = { tag: "", attributes: {}, children: [], content: [] };
  const open = [top];
  let at = 0;
  for (const match of document.matchAll(
    /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    const [whole, closing, tag = "", attributes = "", empty] = match;
    const between = document.slice(at, match.index);
    if (/[<>]/.test(between) || ENTITY.test(between)) throw new Error(`stray text: ${between}`);
    open.at(-1)!.content.push(between);
    at = match.index + whole.length;
    if (closing === "/") {
      const last = open.pop()!;
      if (last.tag !== tag) throw new Error(`</${tag}> closes <${last.tag}>`);
      continue;
    }
    const element = { tag, attributes: readAttributes(attributes), children: [], content: [] };
    open.at(-1)!.children.push(element);
    open.at(-1)!.content.push(element);
    if (empty !== "/") open.push(element);
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.tag}> is never closed`);
  if (at !== document.length) throw new Error(`text after the end: ${document.slice(at, at + 40)}`);
  if (top.children.length !== 1) throw new Error(`${top.children.length} root elements`);
  return top.children[0]!;
}

function readAttributes(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = "", value = ""] of text.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (name in found) throw new Error(`attribute ${name} twice`);
    if (ENTITY.test(value)) throw new Error(`bare & in ${name}`);
    found[name] = value;
  }
  return found;
}

/** All elements of a tag, in document order. */
export function all(root: XmlElement, tag: string): XmlElement[] {
  const here = root.tag === tag ? [root] : [];
  return [...here, ...root.children.flatMap((child) => all(child, tag))];
}

/** The text of an element with all that is in it, entities resolved. */
export function textOf(element: XmlElement): string {
  return element.content
    .map((part) => (typeof part === "string" ? plain(part) : textOf(part)))
    .join("");
}

function plain(text: string): string {
  const signs = text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"');
  return signs.replace(/&amp;/g, "&");
}
