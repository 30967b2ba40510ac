import { setTimeout as sleep } from "node:timers/promises";
import { CloudError } from "../cloud/errors";
import { type Call, codeOf, type Fault, isRetried, serviceOf } from "./fault";

/** How often the real provider makes a call in all (`maxRetries` of its configuration, 25 unless set). */
export const maxAttempts = 25;

/** The SDK waits up to 20 s between two attempts (aws-sdk-go-v2, aws/retry/standard.go); the sandbox a thousandth. */
const longestBackoffMs = 20;

/** Tells which faults strike a call. */
export type Striking = (call: Call) => Fault[];

/** A cloud in which nothing fails by itself. */
export const faultless: Striking = () => [];

/**
 * Does `work`, the call's own, as the faults let it.
 *
 * What the AWS SDK tries again is tried again, `maxAttempts` in all. A lost answer is one that was cut off while it was
 * read: the SDK takes that as final. (One that never began it would try again; where the API takes no client token and
 * no name, AWS then makes a second thing in the same call, which is not simulated.)
 *
 * @throws CloudError with the fault's code, or of the lost answer.
 */
export async function underFaults<T>(striking: Striking, call: Call, work: () => T | Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const faults = striking(call);
    if (faults.some(({ crash }) => crash === "before")) endAtOnce();
    const code = faults.map((fault) => codeOf(fault, call)).find((found) => found !== undefined);
    if (code === undefined) return answered(faults, call, await work());
    if (!isRetried(code)) throw new CloudError(code, `${operation(call)}: made to fail by foundation sandbox break`);
    if (attempt === maxAttempts) {
      const all = `exceeded maximum number of attempts, ${maxAttempts}`;
      throw new CloudError(code, `${operation(call)}, ${all}: made to fail by foundation sandbox break`);
    }
    await sleep(Math.min(longestBackoffMs, 2 ** attempt));
  }
}

/** What the cloud did is recorded; what becomes of its answer. */
async function answered<T>(faults: Fault[], call: Call, result: T): Promise<T> {
  if (faults.some(({ crash }) => crash === "after")) endAtOnce();
  const latency = faults.reduce((sum, { latencyMs = 0 }) => sum + latencyMs, 0);
  if (latency > 0) await sleep(latency);
  if (faults.some(({ lostAnswer }) => lostAnswer)) {
    throw new CloudError("LostAnswer", `${operation(call)}: failed to read response body: unexpected EOF`);
  }
  return result;
}

const operation = ({ name, type }: Call) => `operation error ${serviceOf(type).toUpperCase()} (${name})`;

/** As by kill -9: nothing is written any more. */
function endAtOnce(): never {
  process.kill(process.pid, "SIGKILL");
  // The signal is on its way; until then this process does nothing.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
