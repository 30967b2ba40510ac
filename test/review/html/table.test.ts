import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderHtml } from "../../../review/html/render";
import type { Review } from "../../../review/model/schema";
import { address, open, startBrowser } from "../../support/browser";
import { largeReview } from "../../support/reviews";
import { richReview } from "../../support/rich-review";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
}, 300_000);
afterAll(() => browser?.close());

const large = largeReview(450);
const shownNames = (page: Page) => page.locator("#table tbody button.open .name").allInnerTexts();
const opened = async (review: Review, hash = "") => {
  const { page } = await open(browser, renderHtml(review));
  if (hash !== "") {
    await page.goto("about:blank");
    await page.goto(`${address}${hash}`);
  }
  return page;
};
const pressUntil = async (page: Page, key: string, selector: string) => {
  for (let pressed = 0; pressed < 80; pressed++) {
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${selector}`);
};

describe("the table of changes", () => {
  it("is filtered by what is chosen, and the address keeps it", async () => {
    const page = await opened(large);
    await page.getByLabel("Search").fill("rds");
    await page.getByLabel("Operation").selectOption("replace");
    const plain = large.changes.filter(({ urn, op }) => urn.includes("rds") && op === "replace");
    expect(await page.locator("#shown").innerText()).toBe(`${plain.length} of 450 changes`);
    expect(await shownNames(page)).toEqual(plain.map(({ name }) => name));
    const hash = new URL(page.url()).hash;
    expect(hash).toBe("#changes?text=rds&op=replace");

    const again = await opened(large, hash);
    expect(await shownNames(again)).toEqual(plain.map(({ name }) => name));
    expect(await again.getByLabel("Search").inputValue()).toBe("rds");
  });

  it("is sorted by a column, and back", async () => {
    const page = await opened(large);
    const head = page.getByRole("button", { name: "Owner", exact: true });
    const owners = () => page.locator("#table tbody .col-owner").allInnerTexts();
    await head.click();
    const [first = ""] = await owners();
    expect(first).toBe("team-0");
    expect(await owners()).toEqual([...(await owners())].sort());
    expect(await page.locator("th.col-owner").getAttribute("aria-sort")).toBe("ascending");
    await head.click();
    expect((await owners())[0]).toBe("team-8");
    expect(await page.locator("th.col-owner").getAttribute("aria-sort")).toBe("descending");
    expect(await page.locator("th.col-danger").getAttribute("aria-sort")).toBe(null);
  });

  it("shows more, and all, when asked", async () => {
    const page = await opened(large);
    const rows = page.locator("#table tbody tr");
    expect(await rows.count()).toBe(100);
    await page.getByRole("button", { name: "Show 100 more" }).click();
    expect(await rows.count()).toBe(200);
    await page.getByRole("button", { name: "Show all 450" }).click();
    expect(await shownNames(page)).toEqual(large.changes.map(({ name }) => name));
    expect(await page.getByRole("button", { name: /^Show \d+ more|^Show all \d+/ }).count()).toBe(0);
  });

  it("works by the keyboard alone", async () => {
    const page = await opened(richReview());
    await page.keyboard.press("/");
    await page.keyboard.type("orders");
    expect(await shownNames(page)).toEqual([
      "orders",
      "orders-database",
      "orders-api",
      "orders-db",
      "orders-db-storage",
    ]);
    await pressUntil(page, "Tab", "button.open");
    await page.keyboard.press("Enter");
    const detail = page.locator("tr.detail");
    expect(await detail.innerText()).toContain("identifier: orders-main");
    expect(await page.locator("button.open[aria-expanded=true]").getAttribute("aria-controls")).toBe(
      await detail.getAttribute("id"),
    );
    await page.keyboard.press("Escape");
    expect(await detail.count()).toBe(0);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    expect(await detail.innerText()).toContain("host: orders.example.com");
    await pressUntil(page, "Shift+Tab", "#theme-choice");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(16, 20, 26)");
  });

  it("is light or dark as the system, until somebody chooses", async () => {
    const html = renderHtml(richReview());
    const background = async (colorScheme: "light" | "dark", choice = "") => {
      const { page } = await open(browser, html, { colorScheme });
      await page.getByLabel("Theme").selectOption(choice);
      return page.evaluate("getComputedStyle(document.body).backgroundColor");
    };
    const [light, dark] = ["rgb(255, 255, 255)", "rgb(16, 20, 26)"];
    expect(await background("light")).toBe(light);
    expect(await background("dark")).toBe(dark);
    expect(await background("dark", "light")).toBe(light);
    expect(await background("light", "dark")).toBe(dark);
  });

  it("opens the change that a link leads to, also one that is filtered out or far below", async () => {
    const page = await opened(large, "#changes?text=nothing+has+this");
    expect(await shownNames(page)).toEqual([]);
    await page.evaluate("location.hash = '#c433'");
    const { name } = large.changes[433] ?? {};
    await page.locator("tr.detail").waitFor();
    expect(await page.locator("tr[data-index='433'] button").getAttribute("aria-expanded")).toBe("true");
    expect(await page.evaluate("document.activeElement.textContent")).toBe(name);
  });

  it("leaves out what means nothing, says so, and shows it when asked", async () => {
    const page = await opened(richReview());
    expect(await page.locator("#shown").innerText()).toBe("8 of 14 changes; 6 of churn left out");
    await page.getByLabel("Also show 6 of churn: hashes, order, what is not known yet").check();
    expect(await page.locator("#shown").innerText()).toBe("14 changes");
    expect(await shownNames(page)).toContain("settings-5");
  });

  it("is whole on paper", async () => {
    const page = await opened(large);
    await page.emulateMedia({ media: "print" });
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    expect((await shownNames(page)).length).toBe(450);
    expect(await page.locator("#filter").isVisible()).toBe(false);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });
});

describe("the graph", () => {
  it("goes to what is around the one that is chosen, and is the same as its list", async () => {
    const page = await opened(richReview());
    const boxes = page.locator("#graph-view svg .node");
    const before = await boxes.count();
    await page.locator("#graph-view a.node", { hasText: "bastion" }).first().click();
    expect(await page.locator("#graph-view a.focus").textContent()).toContain("bastion");
    expect(await boxes.count()).toBe(2);
    await page.getByText("The same as a list").click();
    const items = await page.locator("#graph-view ul.rows > li").allInnerTexts();
    expect(items.sort()).toEqual(["bastion update", "prod unchanged: made from it bastion"]);
    await page.getByRole("link", { name: "Back to where it began" }).click();
    await expect.poll(() => boxes.count()).toBe(before);
  });
});
