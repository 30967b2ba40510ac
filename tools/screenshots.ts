import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, chromium } from "playwright-core";
import { renderHtml } from "../review/html/render";
import { richReview } from "../test/support/rich-review";
import { ensureBrowser } from "./browser";

interface Shot {
  readonly name: string;
  readonly size: readonly [width: number, height: number];
  readonly theme: "light" | "dark";
  /** Part of the page that is looked at. Default: its top. */
  readonly at?: string;
}

const [desktop, phone] = [
  [1440, 900],
  [390, 844],
] as const;

const shots: readonly Shot[] = [
  { name: "desktop-light", size: desktop, theme: "light" },
  { name: "desktop-dark", size: desktop, theme: "dark" },
  { name: "cost-light", size: desktop, theme: "light", at: "#cost" },
  { name: "change-dark", size: desktop, theme: "dark", at: "#c0" },
  { name: "graph-light", size: desktop, theme: "light", at: "#graph" },
  { name: "network-dark", size: desktop, theme: "dark", at: "#networks" },
  { name: "phone-light", size: phone, theme: "light" },
  { name: "phone-dark", size: phone, theme: "dark", at: "#changes" },
];

/** The pictures of the documentation: `npm run screenshots [FOLDER]`. */
async function main(): Promise<void> {
  const folder = process.argv[2] ?? path.join(__dirname, "../docs/images/review");
  mkdirSync(folder, { recursive: true });
  const dir = mkdtempSync(path.join(tmpdir(), "foundation-screenshots-"));
  const page = path.join(dir, "review.html");
  writeFileSync(page, renderHtml(richReview(500)));
  const browser = await chromium.launch({ executablePath: await ensureBrowser((line) => console.error(line)) });
  try {
    for (const shot of shots) await take(browser, page, folder, shot);
  } finally {
    await browser.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function take(
  browser: Browser,
  file: string,
  folder: string,
  { name, size, theme, at = "" }: Shot,
): Promise<void> {
  const [width, height] = size;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme });
  await page.goto(`file://${file}${at}`);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await page.close();
}

void main();
