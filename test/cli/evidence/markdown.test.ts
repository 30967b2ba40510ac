import { marked, type Token, type Tokens } from "marked";
import { describe, expect, it } from "vitest";
import { markdownOf } from "../../../cli/evidence/markdown/document";
import { escaped } from "../../../cli/evidence/markdown/text";
import { everything, evidence, hostile, urnOf } from "../../support/evidence";

const everyToken = (tokens: Token[]): Token[] => {
  const all: Token[] = [];
  marked.walkTokens(tokens, (token) => void all.push(token));
  return all;
};

/** What a reader sees of inline tokens. */
const shown = (tokens: Token[] = []): string =>
  tokens
    .map((token) => ("tokens" in token && token.tokens ? shown(token.tokens) : "text" in token ? token.text : ""))
    .join("");

const unescaped = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&#47;", "/").replaceAll("&amp;", "&");

describe("foreign text", () => {
  const asRead = hostile.replace(/[\n\r\u202e]/g, " ");

  it("is shown as it is, on one line and in one cell", () => {
    const tokens = marked.lexer(`| a | b |\n| --- | --- |\n| ${escaped(hostile)} | after |\n`);
    const [table] = tokens as Tokens.Table[];
    expect(tokens).toHaveLength(1);
    expect(table?.rows).toHaveLength(1);
    expect(table?.rows[0]?.map(({ tokens: cell }) => unescaped(shown(cell)))).toEqual([asRead, "after"]);
  });

  it.each(["https://example.com/x", "www.example.com", "<https://example.com>", "![x](y)", "[x]: y"])(
    "makes no link, image or HTML of %s",
    (text) => {
      const kinds = everyToken(marked.lexer(escaped(text))).map(({ type }) => type);
      expect(kinds.filter((kind) => ["link", "image", "html", "def", "codespan"].includes(kind))).toEqual([]);
    },
  );
});

describe("the document", () => {
  const text = markdownOf(evidence({ outcomes: everything }));
  const tokens = marked.lexer(text);
  const tables = tokens.filter((token): token is Tokens.Table => token.type === "table");
  const tableWith = (header: string) => tables.find(({ header: cells }) => cells.some((cell) => cell.text === header));
  const rowsOf = (header: string) =>
    (tableWith(header)?.rows ?? []).map((row) => row.map((cell) => unescaped(shown(cell.tokens))));

  it("holds no HTML, and no links but those of the frameworks", () => {
    const all = everyToken(tokens);
    expect(all.filter(({ type }) => type === "html" || type === "image")).toEqual([]);
    const links = all.filter((token): token is Tokens.Link => token.type === "link").map(({ href }) => href);
    expect(links.filter((href) => href.includes("example.com"))).toEqual([]);
    expect(new Set(links).size).toBe(6);
  });

  it("names each violation, with why an exception does not count", () => {
    const rows = rowsOf("why an exception does not count");
    expect(rows).toHaveLength(4);
    expect(rows).toContainEqual([
      "vpc-flow-logs",
      "medium",
      "mandatory",
      urnOf("late"),
      "no flow log",
      "exception 1 expired on 2026-11-01",
    ]);
    expect(rows.at(-1)?.slice(0, 3)).toEqual([
      "eks-endpoint-private",
      "critical",
      "advisory, mandatory from 2027-02-01",
    ]);
  });

  it("names who accepted what, why, by which ticket and until when", () => {
    const rows = rowsOf("days left");
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual([
      ...["vpc-flow-logs", urnOf("accepted"), "the VPC has no flow log", "platform-network"],
      ...["recorded by the firewall", "NET-123", "2027-01-31", "67"],
    ]);
  });

  it("lists every control that has no rule", () => {
    const silent = /No rule supports it \((\d+) controls\): ([^\n]*)\./g;
    const lists = [...text.matchAll(silent)].map(([, count, ids = ""]) => [Number(count), ids.split(", ").length]);
    expect(lists).toHaveLength(6);
    for (const [count, ids] of lists) expect(ids).toBe(count);
  });

  it("says first whether the cloud was simulated, and where judging did not end", () => {
    expect(text.slice(0, 600)).toContain("were simulated (sandbox)");
  });
});
