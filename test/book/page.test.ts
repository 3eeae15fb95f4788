import { beforeAll, describe, expect, test } from "vitest";

import { type Page, renderPage } from "../../src/book/page.js";
import type { Notebook } from "../../src/notebook/notebook.js";
import { type CellSpec, markdown, notebookOf } from "../notebook/make-notebook.js";

/** Renders a notebook with these cells. */
function pageOf(...cells: readonly CellSpec[]): Promise<Page> {
  return renderPage(notebookOf(...cells));
}

/** A code cell that has run, with these outputs. */
function ran(source: string, ...outputs: readonly object[]): CellSpec {
  return { cell_type: "code", source, outputs, execution_count: 1 };
}

/** What a cell displayed, in these formats. */
function displayed(data: Readonly<Record<string, unknown>>): object {
  return { output_type: "display_data", data, metadata: {} };
}

function stream(name: "stdout" | "stderr", text: string): object {
  return { output_type: "stream", name, text };
}

/** The text between `<main>` and `</main>`. */
function mainOf({ html }: Page): string {
  return /<main>([\s\S]*)<\/main>/.exec(html)?.[1] ?? "";
}

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img" aria-labelledby="t">' +
  '<title id="t">a line</title><clipPath id="c"><path d="M0 0"/></clipPath>' +
  '<g clip-path="url(#c)"><path d="M0 0L9 9"/></g></svg>';

describe("a lecture's page", () => {
  let page: Page;
  beforeAll(async () => {
    page = await pageOf(
      markdown("# Lecture 1. The *perceptron*"),
      markdown("## 1.1 One input $x$\n\n$$z = w_0 + \\sum_i x_i w_i \\tag{1.3}$$"),
      markdown("## 1.2 Bias\n\nSee (1.3), $(1.3)$, [(1.3)](https://a.example) and (9.9)."),
      ran('const w: number = 3; // "<b>"', stream("stdout", "1 < 2 & 3\n")),
    );
  });

  test("has the first heading as its title", () => {
    expect(page.title).toBe("Lecture 1. The perceptron");
    expect(page.html).toContain("<title>Lecture 1. The perceptron</title>");
  });

  test("lists its sections, with their formulas, and links to them", () => {
    const contents = /<nav[\s\S]*<\/nav>/.exec(page.html)?.[0] ?? "";
    expect(contents).toMatch(
      /<a href="#1\.1-One-input-%24x%24">1\.1 One input <span class="katex">/,
    );
    expect(contents).toContain('<a href="#1.2-Bias">1.2 Bias</a>');
    expect(page.html).toContain('<h2 id="1.2-Bias">');
  });

  test("sets equations, for the eye and for a screen reader, with an anchor at their number", () => {
    expect(page.html).toContain('<div class="equation" id="eq-1.3"><p class=');
    expect(page.html).toMatch(/<math [\s\S]*<annotation encoding="application\/x-tex">z = w_0/);
    expect(page.html).toMatch(/class="tag">[\s\S]*1\.3/);
  });

  test("links to an equation where the text names it, and only to one that it has", () => {
    const links = [...mainOf(page).matchAll(/<a class="eqref" href="([^"]+)">/g)];
    expect(links.map(([, target]) => target)).toEqual(["#eq-1.3", "#eq-1.3"]);
    expect(page.html).toContain("and (9.9).");
  });

  test("shows code in colours and what it wrote as text", () => {
    expect(page.html).toMatch(/<pre class="shiki[^"]*"[^>]*>/);
    expect(page.html).toMatch(/<span style="color:#[0-9A-Fa-f]+">const<\/span>/);
    expect(page.html).toContain('<pre class="output">1 &lt; 2 &amp; 3</pre>');
    expect(page.html).not.toContain('"<b>"');
  });

  test("is one file: it loads nothing, from the network or from beside it", () => {
    const loads = /<(?:script|img|link|iframe)[^>]*\s(?:src|href)=|@import|url\((?!data:)/i;
    expect(page.html).not.toMatch(loads);
    expect(page.html).toContain("url(data:font/woff2;base64,");
    expect(page.hasLiveFigures).toBe(false);
  });
});

describe("a link", () => {
  test("to another notebook leads to its page, at the same heading or cell", async () => {
    const links =
      "[a](glossary.ipynb#bias) [b](../exercises/02-loss.ipynb#Exercise-2.3) [c](x.ipynb) " +
      "[d](glossary.ipynb#cell-id=chain-rule) [e](https://a.example/x.ipynb) [f](#here) [g](a.ipynb.md)";
    const html = mainOf(await pageOf(markdown(links)));
    expect([...html.matchAll(/href="([^"]+)"/g)].map(([, target]) => target)).toEqual([
      "glossary.html#bias",
      "../exercises/02-loss.html#Exercise-2.3",
      "x.html",
      "glossary.html#cell-id=chain-rule",
      "https://a.example/x.ipynb",
      "#here",
      "a.ipynb.md",
    ]);
  });

  test("finds its heading under JupyterLab's name for it, and its cell", async () => {
    const html = mainOf(await pageOf(markdown("## Exercise 2.3"), markdown("### chain rule")));
    expect(html).toContain('<h2 id="Exercise-2.3">');
    expect(html).toContain('<a class="cell-anchor" id="cell-id=cell-2"></a>\n<h3 id="chain-rule">');
  });
});

describe("a quiz", () => {
  const markdownText =
    "**Question 2.3a.** What is $x$?\n\n<details>\n<summary><strong>a)</strong> $a < b$ &amp; <code>c</code></summary>\n\n**No.** See $y$.\n\n</details>";

  test("opens without a script, and its formulas are set", async () => {
    const html = mainOf(await pageOf(ran("quiz()", displayed({ "text/markdown": markdownText }))));
    expect(html).toMatch(/<details>\s*<summary><strong>a\)<\/strong> <span class="katex">/);
    expect(html).toContain("&amp; <code>c</code></summary>");
    expect(html).toContain("<strong>No.</strong> See <span");
    expect(html.match(/class="katex"/g)).toHaveLength(3);
    expect(html).not.toContain("$");
  });
});

test("a short formula and the full stop after it stay on one line", async () => {
  const main = mainOf(await pageOf(markdown("It is $0.25$<!--= 1 / 4 -->. Then $z$ grows.")));
  expect(main).toMatch(/It is <span class="together">.*<\/span>\.<\/span> Then /s);
  expect(main.match(/class="together"/g)).toHaveLength(1);
});

test("claims are not seen", async () => {
  const text = 'It is $0.25$<!--= a < b && f("x") > 0 -->, 30 %<!--given-->.\n\n<!--= 1 -->';
  const html = mainOf(await pageOf(markdown(text)));
  expect(html).not.toMatch(/&lt;!--|given|f\(/);
  expect(html).toContain("</span>,</span> 30 %.</p>");
});

describe("a figure", () => {
  const caption = 'A line through the origin: w < 0 falls, "w > 0" rises.';
  const plotly = { data: [{ x: [0], name: "</script><script>alert(1)</script>" }], layout: {} };
  const shown = [
    displayed({
      "application/vnd.plotly.v1+json": plotly,
      "image/svg+xml": SVG,
      "text/plain": `Figure 1.1. ${caption}`,
    }),
    displayed({ "text/markdown": `*Figure 1.1.* ${caption.replace("<", "\\<")}` }),
  ];

  test("is a picture with its caption below it, once", async () => {
    const html = mainOf(await pageOf(ran("show()", ...shown)));
    expect(html).toContain(
      "<figcaption><p><em>Figure 1.1.</em> A line through the origin: w &lt; 0",
    );
    expect(html.match(/through the origin/g)).toHaveLength(1);
    expect(html).toContain('<path d="M0 0L9 9"/>');
  });

  test("carries its live form as data that cannot end its element", async () => {
    const page = await pageOf(ran("show()", ...shown));
    const data = /<script type="application\/json" id="figure-1-data">(.*?)<\/script>/.exec(
      page.html,
    );
    expect(JSON.parse(data?.[1] ?? "")).toEqual(plotly);
    expect(page.hasLiveFigures).toBe(true);
    expect(page.html).toContain('<script defer src="plotly-cartesian.min.js"></script>');
  });

  test("shares no id with another figure of the page", async () => {
    const html = mainOf(await pageOf(ran("show()", ...shown), ran("show()", ...shown)));
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).toContain('clip-path="url(#figure-2-c)"');
    expect(html).toContain('aria-labelledby="figure-2-t"');
  });

  test("of two in one cell, each keeps its own caption", async () => {
    const [first, note] = shown;
    const second = displayed({ "image/svg+xml": SVG, "text/plain": "Another" });
    const html = mainOf(await pageOf(ran("show()", second, first!, note!)));
    expect(html).toContain("<figcaption>Another</figcaption>");
    expect(html.match(/<figcaption>/g)).toHaveLength(2);
  });

  test("that could run something is shown as an image, in which nothing runs", async () => {
    for (const bad of [
      SVG.replace("<g ", "<script>alert(1)</script><g "),
      SVG.replace("<g ", '<g onload="alert(1)" '),
      SVG.replace("<g ", "<g\tonload=alert(1) "),
      SVG.replace("<g ", "<foreignObject><body/></foreignObject><g "),
    ]) {
      const html = mainOf(await pageOf(ran("x", displayed({ "image/svg+xml": bad }))));
      expect(html).toContain('src="data:image/svg+xml;base64,');
      expect(html).not.toContain("alert");
    }
  });

  test("without SVG shows its PNG", async () => {
    const png = displayed({ "image/png": "iVBORw0KGgo=\n", "text/plain": "dots" });
    expect(mainOf(await pageOf(ran("x", png)))).toContain(
      '<img alt="dots" src="data:image/png;base64,iVBORw0KGgo=">',
    );
  });
});

describe("what a notebook may not bring into the page", () => {
  test.each([
    ["a script", "<script>alert(1)</script>"],
    ["a script in capitals", "<SCRIPT SRC=//a.example/x.js></SCRIPT>"],
    ["an event handler", '<img src=x onerror="alert(1)">'],
    ["a frame", '<iframe src="https://a.example"></iframe>'],
    ["a script address", '<a href="javascript:alert(1)">x</a>'],
    ["an unclosed tag", "<img src=x onerror=alert(1)//"],
    ["a handler on a tag that may stay", '<b onclick="alert(1)" style="position:fixed">x</b>'],
  ])("%s, in text, in an HTML output or printed", async (_, bad) => {
    const outputs = [displayed({ "text/html": bad }), stream("stdout", bad), stream("stderr", bad)];
    const html = mainOf(await pageOf(markdown(`text ${bad}\n\n${bad}`), ran("x", ...outputs)));
    const tags = html.match(/<[a-z][^>]*>/gi)?.join("\n") ?? "";
    expect(tags).not.toMatch(/<(?:script|iframe|img)|\son\w+=|javascript:|position/i);
  });

  test("tables and folded asides stay as they are", async () => {
    const table = '<table style="color:#0072b2"><tr><th scope="row">1 &amp; 2</th></tr></table>';
    const aside = "<details><summary>Why</summary>\n\nBecause *so*.\n\n</details>";
    const html = mainOf(await pageOf(markdown(aside), ran("x", displayed({ "text/html": table }))));
    expect(html).toContain(table);
    expect(html).toContain(
      "<details><summary>Why</summary>\n<p>Because <em>so</em>.</p>\n</details>",
    );
  });
});

test("a formula that cannot be read is reported", async () => {
  const page = await pageOf(markdown("$\\frac{1}{$ and $x$"));
  expect(page.formulaErrors).toEqual(["\\frac{1}{"]);
});

test("a notebook without headings has its file's name as title, and no list of sections", async () => {
  const notebook: Notebook = { ...notebookOf("1"), path: "notebooks/07-plain.ipynb" };
  const page = await renderPage(notebook);
  expect(page.title).toBe("07-plain");
  expect(page.html).not.toContain("<nav");
});

test("errors and colour codes are told in plain text", async () => {
  const error = { output_type: "error", ename: "RangeError", evalue: "<x>", traceback: [] };
  const html = mainOf(await pageOf(ran("x", error, stream("stderr", "\u001b[31mred\u001b[0m"))));
  expect(html).toContain('<pre class="output stderr">RangeError: &lt;x&gt;</pre>');
  expect(html).toContain('<pre class="output stderr">red</pre>');
});
