import { comment as publish } from "../../ci/notes/comment";
import { WrongUse } from "../errors";

export interface CommentCommandOptions {
  file: string;
  gitlab: boolean;
  pullRequest?: string;
  mergeRequest?: string;
  author?: string;
  updateOnly: boolean;
}

/** Puts a report into the one comment of a pull or merge request. */
export async function comment(options: CommentCommandOptions): Promise<void> {
  const { file, gitlab, pullRequest, mergeRequest, author, updateOnly } = options;
  const given = gitlab ? mergeRequest : pullRequest;
  if (given !== undefined && !/^[1-9]\d*$/.test(given))
    throw new WrongUse(`${given} is no number of a request, e.g. 12`);
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const told = await publish(
    {
      file,
      gitlab,
      updateOnly,
      ...(given !== undefined && { number: Number(given) }),
      ...(author !== undefined && { author }),
    },
    process.env,
    say,
  );
  process.stdout.write(`${told}\n`);
}
