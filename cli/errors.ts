/** Exit codes of the command; design: of several stacks the lowest non-zero wins, but 3 over 1. */
export const ExitCode = {
  done: 0,
  failed: 1,
  wrongUse: 2,
  policyViolated: 3,
  drift: 4,
  gate: 5,
  interrupted: 130,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** A failure that the reader can act on: shown as its message alone, without a stack trace. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";

  constructor(
    message: string,
    readonly exitCode: ExitCode = ExitCode.failed,
  ) {
    super(message);
  }
}

/** The command was called wrongly: an unknown selector, a missing option, a mistake in an environment file. */
export class WrongUse extends CommandFailure {
  constructor(message: string) {
    super(message, ExitCode.wrongUse);
  }
}
