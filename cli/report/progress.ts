import { colors } from "./colors";
import type { StackResult } from "./result";
import { duration, plural } from "./words";

/** How often a person without a live line hears that a long operation still goes on. */
const stillEveryMs = 30_000;

/** Shows, on stderr, what goes on: one live line on a terminal, lines that stay elsewhere. */
export class Progress {
  private timer: NodeJS.Timeout | undefined;
  private line = "";

  constructor(
    private readonly stream: NodeJS.WriteStream = process.stderr,
    private readonly width: number = 0,
  ) {}

  /** A line that stays. */
  say(text: string): void {
    this.clear();
    this.stream.write(`${text}\n`);
  }

  /** Shows on a terminal what is waited for, until the next line. */
  busy(text: string): void {
    if (!this.stream.isTTY) return;
    this.line = text;
    this.stream.write(colors.dim(text));
  }

  /** Announces `verb` on `stack`; the returned function takes the number of resources seen so far. */
  begin(stack: string, verb: string): (resources: number) => void {
    const started = performance.now();
    let seen = 0;
    const show = () => {
      this.line = `${stack.padEnd(this.width)}  ${verb}  ${plural(seen, "resource")}  ${duration(performance.now() - started)}`;
      if (this.stream.isTTY) this.stream.write(`\r\u001b[2K${colors.dim(this.line)}`);
      else this.stream.write(`${this.line}\n`);
    };
    if (this.stream.isTTY) show();
    clearInterval(this.timer);
    this.timer = setInterval(show, this.stream.isTTY ? 100 : stillEveryMs);
    this.timer.unref();
    return (resources) => {
      seen = resources;
    };
  }

  /** Ends the live line without a result. */
  stop(): void {
    clearInterval(this.timer);
    this.clear();
  }

  /** Ends the live line with the result of the stack. */
  end(result: StackResult): void {
    this.stop();
    const name = result.stack.padEnd(this.width);
    this.stream.write(
      `${name}  ${paint(result.result)}  ${plural(result.resources.length, "resource")}  ${duration(result.durationMs)}\n`,
    );
  }

  private clear(): void {
    if (this.stream.isTTY && this.line !== "") this.stream.write("\r\u001b[2K");
    this.line = "";
  }
}

const paints: Record<StackResult["result"], (text: string) => string> = {
  succeeded: colors.green,
  failed: colors.red,
  violated: colors.red,
  skipped: colors.yellow,
  cancelled: colors.yellow,
};

/** The result of a stack in its colour. */
export const paint = (result: StackResult["result"]): string => paints[result](result);
