import fc from "fast-check";
import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { visible } from "../../../review/diff/scalars";
import { attribute, code, comment, fence, link, row, tableHead, text } from "../../../review/markdown/escape";
import { between, hostileText, hostileTexts, linked, pageOf } from "../../support/markdown";

const runs = { numRuns: 300 };
const read = (value: string) => value.replaceAll(between, "");
const asText = (value: string) => visible(value.trim().replace(/\s+/g, " "));

/** Contexts in which text stands, and what is read there. */
const contexts = {
  paragraph: (inner: string) => `before ${inner} after`,
  "beginning of a paragraph": (inner: string) => `${inner} after`,
  "item of a list": (inner: string) => `- ${inner} after`,
  heading: (inner: string) => `## ${inner} after`,
  "summary of details": (inner: string) => `<details><summary>${inner} after</summary>\n\nbody\n\n</details>`,
  "cell of a table": (inner: string) => `${tableHead(["a", "b"])}\n${row([inner, "after"])}`,
};

describe.each(Object.entries(contexts))("in a %s", (_name, context) => {
  it.each(hostileTexts)("text and code show %j as it is", (value) => {
    shows(context, value);
  });

  it("text and code show anything as it is", () => {
    fc.assert(
      fc.property(hostileText, (value) => shows(context, value)),
      runs,
    );
  });
});

function shows(context: (inner: string) => string, value: string): void {
  const plain = pageOf(context(text(value, 100_000)));
  expect(plain.problems).toEqual([]);
  expect(plain.prose).not.toMatch(linked);
  expect(read(plain.prose).replace(/\s+/g, " ")).toContain(asText(value).replace(/\s+/g, " "));
  const coded = pageOf(context(code(value, 100_000)));
  expect(coded.problems).toEqual([]);
  expect(coded.codes.map(read).map(withoutEdges)).toContain(withoutEdges(visible(value)));
  expect(coded.prose).toContain("after");
}

// HTML shows blanks at the edges no more than Markdown does.
const withoutEdges = (value: string) => value.replace(/ +/g, " ").trim();

describe("a fence", () => {
  it("holds any lines, and ends where it should", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { maxLength: 6 }), (lines) => {
        const tokens = marked.lexer(
          `${fence(
            "diff",
            lines.map((line) => `+ ${line}`),
          )}\n\nafter`,
        );
        expect(tokens.map(({ type }) => type).filter((type) => type !== "space")).toEqual(["code", "paragraph"]);
      }),
      runs,
    );
  });

  it("is as long as it has to be", () => {
    expect(fence("diff", ["  ```` ", "+ a"])).toBe("`````diff\n  ```` \n+ a\n`````");
  });
});

describe("a comment", () => {
  it("is one, whatever it is made of", () => {
    fc.assert(
      fc.property(hostileText, (value) => {
        const made = comment(`foundation-review:${value}`);
        expect(made).toMatch(/^<!-- foundation-review(?!.*--.*-->)[\w ./:-]* -->$/);
      }),
      runs,
    );
  });
});

describe("an attribute", () => {
  it("keeps its quotes, and is nothing else", () => {
    fc.assert(
      fc.property(hostileText, (value) => {
        expect(attribute(value)).toMatch(/^"[^"<>&'`]*(?:&#\d+;[^"<>&'`]*)*"$/);
      }),
      runs,
    );
  });
});

describe("a link", () => {
  it.each([
    ["https://docs.aws.amazon.com/vpc/x.html", true],
    ["https://aws.amazon.com/rds/pricing/", true],
    ["https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/index.json", true],
    ["https://evil.example.com/aws.amazon.com/", false],
    ["https://notaws.amazon.com/", false],
    ["https://aws.amazon.com.evil.example.com/", false],
    ["https://user@aws.amazon.com/", false],
    ["https://pricing.s3.amazonaws.com/x", false],
    ["javascript:alert(1)//aws.amazon.com/", false],
    ['https://aws.amazon.com/" onclick="x', false],
  ])("%s: %s", (url, is) => expect(link(url).startsWith("<a ")).toBe(is));
});

describe("text", () => {
  it("counts what is cut", () => {
    expect(text("x".repeat(1_500), 100)).toBe(`${"x".repeat(100)} … (1,400 more characters)`);
  });

  it("leaves ordinary names as they are", () => {
    expect(code("prod-data_main.v1")).toBe("<code>prod-data_main.v1</code>");
    expect(text("arn:aws:iam::111122223333:role/Admin may read, write (2 of 3)")).toBe(
      "arn:aws:iam::111122223333:role/Admin may read, write (2 of 3)",
    );
  });
});
