import { setTimeout as sleep } from "node:timers/promises";

/** How long a failed program's last rejections are waited for. */
const lastWordsMs = 100;

/**
 * Does `work` and hears the rejections that nobody awaits, so that those of a failed program reach neither the next one nor
 * Node's own handler, which would end the command. The SDK hears them only until its program is through.
 *
 * @returns the messages of what was heard.
 */
export async function hearStragglers(work: () => Promise<boolean>): Promise<string[]> {
  const heard = new Set<string>();
  const hear = (reason: unknown) => heard.add(reason instanceof Error ? reason.message : String(reason));
  process.on("unhandledRejection", hear);
  try {
    const succeeded = await work();
    if (!succeeded) await sleep(lastWordsMs);
    return [...heard];
  } finally {
    process.off("unhandledRejection", hear);
  }
}
