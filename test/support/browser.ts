import { readFileSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { ensureBrowser } from "../../tools/browser";

/** Starts a Chromium; the first call on a machine without one gets it. */
export async function startBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath: await ensureBrowser((line) => process.stderr.write(`${line}\n`)) });
}

/** A page of a report, and what went on in it. */
export interface Opened {
  readonly page: Page;
  /** Addresses that the page asked for, its own not among them. */
  readonly requests: string[];
  /** Errors of its script, and what the browser complained of. */
  readonly errors: string[];
}

export const address = "https://report.example.com/review.html";

/** Opens markup as a page, on a network on which nothing answers. */
export async function open(browser: Browser, html: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  await context.route("**/*", async (route) => {
    const url = route.request().url();
    if (url.split("#")[0] === address) return route.fulfill({ body: html, contentType: "text/html; charset=utf-8" });
    requests.push(url);
    return route.abort();
  });
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
  });
  page.on("dialog", (dialog) => {
    errors.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(address);
  return { page, requests, errors };
}

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds serious or critical in a page, with where. */
export async function seriousIssues(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as {
    violations: { id: string; impact: string; help: string; nodes: { html: string; failureSummary: string }[] }[];
  };
  return found.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
}
