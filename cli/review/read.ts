import { readFileSync } from "node:fs";
import { checkValue } from "../../components/core/reasons";
import { type Review, reviewSchema } from "../../review/model/schema";
import { WrongUse } from "../errors";

const mostMistakes = 5;

/**
 * The reviews in `files`, as `foundation preview --review FILE` writes them; `-` is stdin.
 *
 * @throws WrongUse with the first mistakes of every file that holds none.
 */
export function readReviews(files: readonly string[]): Review[] {
  const mistakes: string[] = [];
  const reviews = files.flatMap((file) => {
    const { review, wrong } = readOne(file);
    mistakes.push(...wrong.map((one) => `${file === "-" ? "stdin" : file}: ${one}`));
    return review ? [review] : [];
  });
  if (mistakes.length > 0) {
    const how = "a review is what `foundation preview --review FILE` writes";
    throw new WrongUse([...mistakes, how].join("\n"));
  }
  return reviews;
}

function readOne(file: string): { review?: Review; wrong: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file === "-" ? 0 : file, "utf8"));
  } catch (error) {
    // The error's own message may quote the file.
    if (error instanceof SyntaxError) return { wrong: ["it is no JSON"] };
    return { wrong: [`cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`] };
  }
  const { data, issues } = checkValue("review", reviewSchema, value);
  const lines = issues.map(({ path, reason }) => `${path.replace(/^review\.?/, "") || "it"} ${reason}`);
  const more = lines.length > mostMistakes ? [`… and ${lines.length - mostMistakes} more`] : [];
  // Without issues, what the schema made of it.
  return issues.length > 0
    ? { wrong: [...lines.slice(0, mostMistakes), ...more] }
    : { review: data as Review, wrong: [] };
}
