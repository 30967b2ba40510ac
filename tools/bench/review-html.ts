import { writeFileSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { renderHtml } from "../../review/html/render";
import type { Review } from "../../review/model/schema";
import { ensureBrowser } from "../browser";
import type { Figure } from "./measure";

/** Rounds of each figure; the middle one counts, so that a busy moment of the machine does not. */
const rounds = 5;

/** What is typed into the search, one after another. */
const searches = ["rds", "prod replace", "service-7", "nothing has this", "a"];

/**
 * How long the HTML report of a review takes: to be made, to its first paint, until its table answers, and to be filtered.
 *
 * @param dir Folder for the page: it is opened from the disk, as a reader would.
 */
export async function measureHtml(review: Review, dir: string): Promise<Figure[]> {
  const size = review.changes.length.toLocaleString("en-US");
  renderHtml({ ...review, changes: [] });
  const started = performance.now();
  const html = renderHtml(review);
  const rendered = performance.now() - started;
  const file = path.join(dir, "review.html");
  writeFileSync(file, html);
  const browser = await chromium.launch({ executablePath: await ensureBrowser(() => {}) });
  try {
    const opened: Opened[] = [];
    for (let round = 0; round < rounds; round++) opened.push(await open(browser, file));
    const figure = (name: string, unit: string, aim: string, value: number): Figure => ({
      ...{ name: `review-html, ${size} changes: ${name}`, unit, aim, value },
    });
    return [
      figure("made", "ms", "part of 2 s", rendered),
      figure("size", "MB", "", html.length / 1e6),
      figure("first contentful paint", "ms", "< 1000", middle(opened.map(({ painted }) => painted))),
      figure("table answers", "ms", "", middle(opened.map(({ ready }) => ready))),
      figure(
        "filter until painted, worst of the searches",
        "ms",
        "< 100",
        middle(opened.map(({ filtered }) => filtered)),
      ),
    ];
  } finally {
    await browser.close();
  }
}

interface Opened {
  readonly painted: number;
  readonly ready: number;
  readonly filtered: number;
}

async function open(browser: Browser, file: string): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(`file://${file}`, { waitUntil: "load" });
    const times = await page.evaluate<[number, number]>(`new Promise((done) => {
      const paint = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
      const [loaded] = performance.getEntriesByType("navigation");
      const look = () => (paint() === undefined ? setTimeout(look, 5) : done([paint(), loaded.domContentLoadedEventEnd]));
      look();
    })`);
    const filtered: number[] = [];
    for (const text of searches) filtered.push(await filter(page, text));
    return { painted: times[0], ready: times[1], filtered: Math.max(...filtered) };
  } finally {
    await page.close();
  }
}

/** From the input to the frame that shows what came of it. */
function filter(page: Page, text: string): Promise<number> {
  return page.evaluate<number>(`new Promise((done) => {
    const field = document.getElementById("filter-text");
    const started = performance.now();
    field.value = ${JSON.stringify(text)};
    field.dispatchEvent(new Event("input", { bubbles: true }));
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - started)));
  })`);
}

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
