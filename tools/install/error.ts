/** One way of getting something that did not work. */
export interface Attempt {
  /** What was tried, e.g. "download from get.pulumi.com". */
  way: string;
  /** Why it did not work: the last lines of what the tool said. */
  reason: string;
}

/** What is needed is not there and could not be got. The message says what was tried and what to install. */
export class InstallError extends Error {
  override readonly name = "InstallError";

  /** @param what Its name, e.g. "Pulumi CLI". */
  constructor(
    what: string,
    readonly attempts: readonly Attempt[],
    advice: string,
  ) {
    const tried = attempts.map(({ way, reason }) => `- ${way}: ${reason.trim().replaceAll("\n", "\n    ")}`);
    super(`no usable ${what}, and none could be got\n${tried.join("\n")}\n${advice}`);
  }
}

/** The message of anything thrown, with the cause that Node's fetch hides. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
