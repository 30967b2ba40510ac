import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderHtml } from "../../../review/html/render";
import { open, seriousIssues, startBrowser } from "../../support/browser";
import { review } from "../../support/reviews";
import { richReview } from "../../support/rich-review";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
}, 300_000);
afterAll(() => browser?.close());

const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
] as const;
const themes = ["light", "dark"] as const;

describe("the page", () => {
  for (const viewport of sizes)
    for (const colorScheme of themes) {
      it(`has no serious issue of accessibility in ${colorScheme} at ${viewport.width} pixels`, async () => {
        const { page, errors } = await open(browser, renderHtml(richReview(200)), { viewport, colorScheme });
        await page.getByRole("button", { name: "orders", exact: true }).first().click();
        await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
        expect(await seriousIssues(page)).toEqual([]);
        expect(errors).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(viewport.width);
      });
    }

  it("is looked at by something that finds issues", async () => {
    const { page } = await open(
      browser,
      '<!doctype html><html><body><p style="color:#aaa">pale</p><input></body></html>',
    );
    const found = (await seriousIssues(page)).join("\n");
    for (const id of ["color-contrast", "label", "html-has-lang"]) expect(found).toContain(`${id}: `);
  });

  it("asks for nothing", async () => {
    const { page, requests, errors } = await open(browser, renderHtml(richReview(20)));
    await page.waitForLoadState("networkidle");
    expect(requests).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("lets nothing out that a script would ask for", async () => {
    const { page, requests } = await open(browser, renderHtml(richReview()));
    const asks = "fetch('https://elsewhere.example.com/').then(() => 'answered', () => 'refused')";
    expect(await page.evaluate(asks)).toBe("refused");
    await page.evaluate(
      "document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example.com/a.png' }))",
    );
    await page.evaluate(
      "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }))",
    );
    await page.waitForTimeout(50);
    expect(await page.evaluate("window.ran")).toBe(undefined);
    expect(requests).toEqual([]);
  });

  it("tells the verdict and what is in danger without JavaScript", async () => {
    const { page } = await open(browser, renderHtml(richReview()), { javaScriptEnabled: false });
    expect(await page.locator(".verdict").innerText()).toContain("1 database would be replaced and its data lost");
    expect(await page.locator("#data").innerText()).toContain("forces the replacement");
    expect(await page.locator("#access").innerText()).toContain("Port 22 of bastion is newly open to the internet");
    expect(await page.locator("#changes tbody tr").count()).toBe(8);
  });

  it("says that nothing changes", async () => {
    const { page, errors } = await open(browser, renderHtml(review()));
    expect(await page.locator(".verdict").innerText()).toContain("Nothing would change in 1 stack");
    expect(await page.locator("#changes").innerText()).toContain("Nothing changes.");
    expect(errors).toEqual([]);
    expect(await seriousIssues(page)).toEqual([]);
  });

  it("says which stack failed, and why", async () => {
    const { page } = await open(browser, renderHtml(richReview()));
    const failed = await page.locator("#failed").innerText();
    expect(failed).toContain("prod-edge failed");
    expect(failed).toContain("allowed: a name with a dot, e.g. shop.example.com");
    expect(await page.locator("main > section").first().getAttribute("id")).toBe("failed");
  });
});
