import { readFileSync } from "node:fs";
import path from "node:path";
import type { Review } from "../../review/model/schema";
import { type Figure, timed } from "./measure";
import { measureHtml } from "./review-html";

const register = path.resolve(__dirname, "../typescript/register.js");
const sizes = [500, 5_000] as const;
/** Of ten resources each: see large-program.ts. */
const blockSize = 10;

interface Made {
  readonly steps: number;
  readonly loadMs: number;
  readonly reviewMs: number;
  readonly outputMs: Readonly<Record<"json" | "markdown" | "html" | "sarif", number>>;
}

/**
 * How long the reports of a change take from the engine's events on, in a process of its own that does nothing else before, beside
 * the preview that they are of; and how the page behaves in a browser.
 */
export async function review(dir: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes) {
    const file = (name: string) => path.join(dir, `${size}-${name}.json`);
    const script = (name: string) => ["-r", register, path.join(__dirname, name)];
    const env = { BENCH_EVENTS: file("events") };
    const blocks = String(size / blockSize);
    await timed([...script("policy-run.ts"), path.join(dir, String(size)), file("preview"), blocks], { dir, env });
    await timed([...script("review-run.ts"), file("events"), file("made"), file("review")], { dir });
    const { wallMs } = JSON.parse(readFileSync(file("preview"), "utf8")) as { wallMs: number };
    const made = JSON.parse(readFileSync(file("made"), "utf8")) as Made;
    figures.push(...figuresOf(made, wallMs, size));
    const document = JSON.parse(readFileSync(file("review"), "utf8")) as Review;
    figures.push(...(await measureHtml(document, dir)));
  }
  return figures;
}

function figuresOf({ steps, loadMs, reviewMs, outputMs }: Made, previewMs: number, size: number): Figure[] {
  const outputs = Object.entries(outputMs);
  const whole = reviewMs + outputs.reduce((sum, [, ms]) => sum + ms, 0);
  const figure = (name: string, value: number, unit = "ms", aim = ""): Figure => ({
    ...{ name: `${steps} steps: ${name}`, value, unit, aim },
  });
  return [
    figure("events to all four outputs", whole, "ms", size === 5_000 ? "under 2000" : ""),
    figure("events to the review", reviewMs),
    ...outputs.map(([name, ms]) => figure(`review to ${name}`, ms)),
    figure("loading what makes them, besides", loadMs),
    figure("the preview itself, without policies", previewMs),
    figure("all four outputs : the preview", whole / previewMs, "times"),
  ];
}
