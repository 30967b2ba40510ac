import fc from "fast-check";
import { marked } from "marked";

/** What breaks Markdown, HTML and tables, links where it should not, or is not seen. */
export const hostileTexts = [
  "```",
  "````\n```diff",
  "`a`",
  "a|b||",
  "\\|",
  "line\nend\r\n\n# heading",
  "<script>alert(1)</script>",
  "</code></summary></details>",
  "<details><summary>",
  "--><img src=x onerror=alert(1)>",
  "<!-- comment",
  "@octocat @org/team",
  "#123 org/repo#4 GH-5",
  "https://evil.example.com/?a=b",
  "www.evil.example.com",
  "evil@example.com",
  "![x](https://evil.example.com/x.png)",
  "[click](javascript:alert(1))",
  "[x]: https://evil.example.com",
  "<https://evil.example.com>",
  "**bold** __b__ ~~s~~ *i* _i_",
  "- item",
  "1. item",
  "> quote",
  "=====",
  "---",
  "| --- |",
  "$x$ $$y$$",
  "\u202eevil\u202c",
  "zero\u200bwidth\u2060\ufeff",
  "a\u0000b\u001b[31m",
  "&lt;b&gt; &amp; &#64;",
  "\ud800",
  "x".repeat(5_000),
  "`".repeat(200),
  "    indented",
  " ",
  "",
];

/** Any text, and above all a hostile one. */
export const hostileText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.array(fc.constantFrom(...hostileTexts), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(" ")),
);

const allowed = new Set("h2 h3 p table thead tbody tr th td details summary pre code ul li b i a strong em".split(" "));
const attributes =
  /^(?: class="language-(?:diff|text)"| align="(?:right|left|center)"| href="https:\/\/[^"]*aws\.amazon\.com\/[^"]*")?$/;

/** The page that GitHub makes of Markdown, near enough: what is wrong with it, and what is read outside of code and links, and in code. */
export function pageOf(markdown: string): { problems: string[]; prose: string; codes: string[] } {
  const html = marked.parse(markdown, { async: false, gfm: true }).replace(/<!-- foundation-review[\w:-]* -->/, "");
  const page = new Page();
  for (const [whole, close, tag, given = ""] of html.matchAll(/<(\/?)([a-z][a-z\d]*)((?:\s[^<>]*)?)>|[^<]+|</gi)) {
    if (tag === undefined) page.text(whole);
    else if (close === "/") page.close(tag);
    else page.open(tag, given);
  }
  return page.read();
}

class Page {
  private readonly problems: string[] = [];
  private readonly around: string[] = [];
  private readonly codes: string[] = [];
  private prose = "";
  private code = "";

  text(text: string): void {
    if (text === "<") this.problems.push("a loose <");
    if (this.around.some((tag) => tag === "code" || tag === "pre")) this.code += text;
    else if (!this.around.includes("a")) this.prose += text;
  }

  open(tag: string, given: string): void {
    if (!allowed.has(tag) || !attributes.test(given)) this.problems.push(`<${tag}${given}>`);
    this.around.push(tag);
  }

  close(tag: string): void {
    if (this.around.pop() !== tag) this.problems.push(`</${tag}> closes another`);
    if (tag !== "code") return;
    this.codes.push(decoded(this.code));
    this.code = "";
  }

  read(): { problems: string[]; prose: string; codes: string[] } {
    const open = this.around.length > 0 ? [`never closed: ${this.around.join(", ")}`] : [];
    return { problems: [...this.problems, ...open], prose: decoded(this.prose), codes: this.codes };
  }
}

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|(lt|gt|quot|amp));/g, (_found, number, name) =>
    name === undefined ? String.fromCodePoint(Number(number)) : (named[name] ?? ""),
  );

/** What GitHub would make a link or a mention of. */
export const linked = /@[\w-]|#\d|\bgh-\d|:\/\/|\bwww\./i;

/** What a report puts between the parts of what would be a link. */
export const between = "\u200b";
