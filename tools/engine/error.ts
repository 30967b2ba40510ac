/** One way of getting the CLI that did not work. */
export interface Attempt {
  /** What was tried, e.g. "download from get.pulumi.com". */
  way: string;
  /** Why it did not work: the last lines of what the tool said. */
  reason: string;
}

/** There is no usable Pulumi CLI and none could be had. The message says what was tried and what to install. */
export class EngineError extends Error {
  override readonly name = "EngineError";

  constructor(
    readonly attempts: readonly Attempt[],
    advice: string,
  ) {
    const tried = attempts.map(({ way, reason }) => `- ${way}: ${reason.trim().replaceAll("\n", "\n    ")}`);
    super(`no usable Pulumi CLI, and none could be got\n${tried.join("\n")}\n${advice}`);
  }
}

/** The message of anything thrown, with the cause that Node's fetch hides. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
