import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderHtml } from "../../../review/html/render";
import type { Change, Review } from "../../../review/model/schema";
import { open, startBrowser } from "../../support/browser";
import { change, review } from "../../support/reviews";
import { richReview } from "../../support/rich-review";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
}, 300_000);
afterAll(() => browser?.close());

const hostile = [
  "</script><script>window.owned = 'script'</script>",
  "<img src=x onerror=\"window.owned = 'image'\">",
  "<!--<script>",
  "]]></style><base href=https://elsewhere.example.com/>",
  "javascript:window.owned='link'",
  "' onmouseover='window.owned=1' x='",
  "&lt;b&gt; &amp; \u2028\u2029",
  "__proto__",
  "\u202eeman\u2066 turned \u200b\u0000\u001b[31m",
  "a".repeat(10_000),
  "\ud800 lone",
];

/** Puts the texts wherever a user, a provider or a policy can put one, in turn; `first` says with which to begin. */
function everywhere(first: number): Review {
  const made = richReview();
  let at = first;
  const next = () => hostile[at++ % hostile.length] ?? "";
  // Links of the document hold by URN; everything else is only shown.
  const swap = (value: unknown, key = ""): unknown => {
    if (typeof value === "string") return kept.has(key) ? value : key === "urn" ? `${value}${next()}` : next();
    if (Array.isArray(value)) return value.map((item) => swap(item, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, swap(item, name)]));
  };
  return swap(made) as Review;
}

/** What the schema lets be of a fixed form only. */
const kept = new Set([
  ...[
    "version",
    "time",
    "op",
    "result",
    "level",
    "section",
    "state",
    "kind",
    "severity",
    "churn",
    "gate",
    "$",
    "date",
    "dependsOn",
    "dependents",
  ],
  ...["stack", "url"],
]);

describe("hostile texts", () => {
  // Each place gets texts at all distances of three.
  for (const first of [0, 3, 6, 9]) {
    it(`are shown as texts, wherever they stand (from text ${first} on)`, async () => {
      const { page, requests, errors } = await open(browser, renderHtml(everywhere(first)));
      await page.locator("button.open").first().click();
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      await page.locator("a[href^='#graph=']").first().click();
      await page.getByLabel("Search").fill(hostile[first] ?? "");
      expect(await page.evaluate("window.owned")).toBeUndefined();
      expect(requests).toEqual([]);
      expect(errors).toEqual([]);
      const counted =
        "['script', 'img', 'base', 'iframe', 'style'].map((tag) => document.getElementsByTagName(tag).length)";
      expect(await page.evaluate(counted)).toEqual([3, 0, 0, 0, 1]);
      const attributes =
        "[...document.querySelectorAll('*')].filter((one) => [...one.attributes].some(({ name }) => name.startsWith('on'))).length";
      expect(await page.evaluate(attributes)).toBe(0);
      expect(
        await page.evaluate("[...document.links].filter(({ protocol }) => protocol === 'javascript:').length"),
      ).toBe(0);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    });
  }

  it("shows markup as it was written, and what turns text as a code", async () => {
    const named = (name: string): Change =>
      change({ name, urn: `urn:pulumi:dev-network::foundation::aws:ec2/vpc:Vpc::${name}` });
    const { page } = await open(
      browser,
      renderHtml(review({ changes: [named("<b>bold</b>"), named("\u202egnp.exe")] })),
    );
    expect(await page.locator("button.open .name").allInnerTexts()).toEqual(["<b>bold</b>", "\\u{202e}gnp.exe"]);
  });

  it("links to no price page that is not one of the web", () => {
    const made = richReview();
    const sources = made.cost.sources.map((source) => ({ ...source, url: "javascript:alert(1)" }));
    const html = renderHtml({ ...made, cost: { ...made.cost, sources } });
    expect(html).not.toContain('href="javascript:');
  });
});

describe("a secret", () => {
  it("is not in the page, whatever its document holds beside it", () => {
    const canary = "canary-5f0e1a";
    const hidden = { $: "secret", value: canary } as never;
    const changes = [
      change({
        diff: [{ path: "password", kind: "update", replaces: true, before: hidden, after: { $: "secret" } }],
        replaceKeys: ["password"],
        risks: [{ id: "x", section: "data", level: "high", summary: "s", details: [], properties: ["password"] }],
      }),
    ];
    const html = renderHtml(review({ changes }));
    expect(html).toContain("(secret)");
    expect(html).not.toContain(canary);
  });
});
