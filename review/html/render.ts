import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { buildSync } from "esbuild";
import type { Review } from "../model/schema";
import { dataOf, detailsOf, embedded } from "./data";
import { changesPart } from "./view/changes";
import { costPart } from "./view/cost";
import { dangerParts } from "./view/dangers";
import { graphPart } from "./view/graph";
import { header } from "./view/header";
import { linksOf } from "./view/links";
import { escaped, markup } from "./view/markup";
import { networksPart } from "./view/networks";
import { type Child, h } from "./view/node";
import { contents, type Part, partView } from "./view/part";
import { policyPart } from "./view/policy";
import { failedPart, stacksPart } from "./view/stacks";
import { tagsPart } from "./view/tags";

const sheets = ["base", "header", "cards", "tables", "forms", "figures", "pictures", "print"];

/** What every page has in it. */
interface Shared {
  readonly style: string;
  readonly script: string;
}

let shared: Shared | undefined;

/**
 * The review as one page that needs nothing else: it opens from a disk, and nothing leaves it.
 *
 * Everything but the table's filter is there without JavaScript too.
 */
export function renderHtml(review: Review): string {
  shared ??= { style: styleOf(), script: scriptOf() };
  const { style, script } = shared;
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(policy.join("; "))}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">',
    "<title>Review of a change</title>",
    `<style>${style}</style></head>`,
    `<body>${markup(body(review))}`,
    `<script type="application/json" id="page-rows">${embedded(dataOf(review))}</script>`,
    `<script type="application/json" id="page-details">${embedded(detailsOf(review))}</script>`,
    `<script>${script}</script></body></html>\n`,
  ].join("");
}

const hashOf = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;

const styleOf = (): string =>
  sheets.map((name) => readFileSync(path.join(__dirname, "style", `${name}.css`), "utf8")).join("\n");

function scriptOf(): string {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(__dirname, "client/main.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

function body(review: Review): Child {
  const links = linksOf(review.changes);
  const parts = [
    failedPart(review, links),
    ...dangerParts(review, links),
    policyPart(review, links),
    costPart(review, links),
    tagsPart(review, links),
    changesPart(review),
    graphPart(review.changes, links),
    networksPart(review, links),
    stacksPart(review, links),
  ].filter((part): part is Part => part !== undefined);
  return [
    h("a", { class: "skip", href: "#main" }, "Skip to the review"),
    header(review),
    contents(parts),
    h("main", { id: "main", tabindex: -1 }, parts.map(partView)),
  ];
}
