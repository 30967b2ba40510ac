import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Review } from "../model/schema";
import { changesSection } from "./view/changes";
import { dangerSections } from "./view/dangers";
import { header } from "./view/header";
import { linksOf } from "./view/links";
import { escaped, markup } from "./view/markup";
import { type Child, h } from "./view/node";

const sheets = ["base", "cards", "tables", "print"];

let style: string | undefined;

/**
 * The review as one page that needs nothing else: it opens from a disk, and nothing leaves it.
 *
 * The verdict and what is at risk are there without JavaScript too.
 */
export function renderHtml(review: Review): string {
  style ??= sheets.map((name) => readFileSync(path.join(__dirname, "style", `${name}.css`), "utf8")).join("");
  const policy = ["default-src 'none'", `style-src '${hashOf(style)}'`, "base-uri 'none'", "form-action 'none'"];
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(policy.join("; "))}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">',
    "<title>Review of a change</title>",
    `<style>${style}</style></head>`,
    `<body>${markup(body(review))}</body></html>\n`,
  ].join("");
}

const hashOf = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;

function body(review: Review): Child {
  const links = linksOf(review.changes);
  return [header(review), h("main", { id: "main" }, dangerSections(review, links), changesSection(review))];
}
