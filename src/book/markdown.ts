/**
 * The web book: the lecture's text, from markdown with formulas to HTML. Headings and numbered
 * equations get anchors, and where the text names an equation it becomes a link to it.
 */
import { katex } from "@mdit/plugin-katex";
import MarkdownIt from "markdown-it";

import { escapeHtml, safeHtml, TEXT_TAGS } from "./html.js";

/** A heading, for the table of contents. */
export interface Heading {
  readonly level: number;
  readonly id: string;
  /** The heading's content as HTML, formulas included. */
  readonly html: string;
  readonly text: string;
}

/** What is collected while the cells of one page are rendered. */
export interface PageState {
  readonly headings: Heading[];
  /** Numbers of the page's equations, such as "1.3". */
  readonly equations: ReadonlySet<string>;
  readonly ids: Set<string>;
  /** Formulas that KaTeX could not read. */
  readonly formulaErrors: string[];
}

/** A fresh state for a page with these markdown texts. */
export function pageState(texts: readonly string[]): PageState {
  const tags = texts.flatMap((text) => [...text.matchAll(EQUATION_TAG)].map((match) => match[1]!));
  return { headings: [], equations: new Set(tags), ids: new Set(), formulaErrors: [] };
}

const EQUATION_TAG = /\\tag\*?\{\(?([^{}()]+)\)?\}/g;
/** Longer formulas, in signs of LaTeX, may break: they would not fit a narrow page. */
const LONG = 24;
const EQUATION_IN_FORMULA = /^\s*\(?(?:\\text\{)?\(?(\d+\.\d+)\)?\}?\)?\s*$/;

/** Render one cell's markdown as part of the page that `state` describes. */
export function renderMarkdown(text: string, state: PageState): string {
  return MARKDOWN.render(withoutClaims(text), { state } satisfies Environment);
}

/**
 * Render HTML that holds formulas between dollars: tags of `tags` and formulas stay, all else is text.
 */
export function renderHtml(html: string, tags: ReadonlySet<string>, state: PageState): string {
  return html
    .split(/(\$[^$\n]+\$)/)
    .map((part, index) =>
      index % 2 === 1
        ? MARKDOWN.renderInline(part, { state } satisfies Environment)
        : safeHtml(part, tags),
    )
    .join("");
}

/** The text without the marks that only a run of the notebook reads. */
function withoutClaims(text: string): string {
  return text.replace(/<!--(?:=[\s\S]*?|\s*given\s*)-->/g, "");
}

interface Environment {
  readonly state: PageState;
}

type Rules = MarkdownIt["renderer"]["rules"];
type Rule = NonNullable<Rules[string]>;
type Token = ReturnType<MarkdownIt["parse"]>[number];

const MARKDOWN = markdownIt();

function markdownIt(): MarkdownIt {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  markdown.use(katex<Environment>, {
    throwOnError: false,
    strict: "ignore",
    trust: false,
    output: "htmlAndMathml",
  });
  const { math_block: block, math_inline: inline } = markdown.renderer.rules;
  const html: Rule = (tokens, index, _, env: Environment) =>
    renderHtml(tokens[index]!.content, TEXT_TAGS, env.state);
  const rules: Rules = {
    html_block: html,
    html_inline: html,
    math_block: (tokens, index, options, env: Environment, self) => {
      const { content } = tokens[index]!;
      const html = checked(block!(tokens, index, options, env, self), content, env);
      const number = [...content.matchAll(EQUATION_TAG)][0]?.[1];
      const id = number === undefined ? "" : ` id="${equationId(number)}"`;
      return `<div class="equation"${id}>${html}</div>\n`;
    },
    math_inline: (tokens, index, options, env: Environment, self) => {
      const { content } = tokens[index]!;
      const html = checked(inline!(tokens, index, options, env, self), content, env);
      const number = EQUATION_IN_FORMULA.exec(content)?.[1];
      const isKnown = number !== undefined && env.state.equations.has(number);
      const linked = isKnown ? `<a class="eqref" href="#${equationId(number)}">${html}</a>` : html;
      return content.length > LONG ? linked : withPunctuation(linked, tokens[index + 1]);
    },
    text: (tokens, index, _, env: Environment) => {
      const isInLink = tokens
        .slice(0, index)
        .reduce((depth, { type }) => depth + linkStep(type), 0);
      const html = escapeHtml(tokens[index]!.content);
      return isInLink > 0 ? html : withEquationLinks(html, env.state);
    },
    link_open: (tokens, index, options, _, self) => {
      const token = tokens[index]!;
      const target = token.attrGet("href");
      if (target !== null) token.attrSet("href", pageTarget(target));
      return self.renderToken(tokens, index, options);
    },
    table_open: () => '<div class="wide"><table>\n',
    table_close: () => "</table></div>\n",
    heading_open: (tokens, index, options, env: Environment, self) => {
      const content = tokens[index + 1] as Token;
      const token = tokens[index] as Token;
      const html = self.renderInline(content.children ?? [], options, env);
      const text = content.children?.map((child) => child.content).join("") ?? "";
      const id = freshId(headingId(content), env.state.ids);
      env.state.headings.push({ level: Number(token.tag.slice(1)), id, html, text });
      return `<${token.tag} id="${escapeHtml(id)}">`;
    },
  };
  Object.assign(markdown.renderer.rules, rules);
  return markdown;
}

/** A short formula takes the sign after it along, so that no line begins with a full stop. */
function withPunctuation(formula: string, next: Token | undefined): string {
  const [sign] = next?.type === "text" ? (/^[.,;:?!)]+/.exec(next.content) ?? []) : [];
  if (next === undefined || sign === undefined) return formula;
  next.content = next.content.slice(sign.length);
  return `<span class="together">${formula}${sign}</span>`;
}

function linkStep(type: string): number {
  if (type === "link_open") return 1;
  return type === "link_close" ? -1 : 0;
}

function checked(html: string, formula: string, { state }: Environment): string {
  if (html.includes("katex-error")) state.formulaErrors.push(formula.trim());
  return html;
}

function equationId(number: string): string {
  return `eq-${number.replace(/[^\w.-]/g, "-")}`;
}

function withEquationLinks(html: string, { equations }: PageState): string {
  return html.replace(/\((\d+\.\d+)\)/g, (whole, number: string) =>
    equations.has(number) ? `<a class="eqref" href="#${equationId(number)}">${whole}</a>` : whole,
  );
}

/** Another notebook's page, at the same place; any other target stays. */
function pageTarget(target: string): string {
  return /^[a-z][\w+.-]*:/i.test(target) ? target : target.replace(/\.ipynb(?=#|$)/, ".html");
}

/** JupyterLab's anchor of a heading: its text, with a dash for each space. */
function headingId({ children }: Token): string {
  const parts = (children ?? []).map(({ type, content }) =>
    type === "math_inline" ? `$${content}$` : content,
  );
  return parts.join("").trim().replace(/\s/g, "-") || "section";
}

function freshId(base: string, taken: Set<string>): string {
  let id = base;
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
  taken.add(id);
  return id;
}
