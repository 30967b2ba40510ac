import { appendFileSync } from "node:fs";
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ExceptionsError } from "../core/exceptions/exceptions";
import type { Outcome } from "../core/outcome";
import { loadStandard, StandardError } from "../core/standard/file";
import type { Packs } from "../core/standard/schema";
import { analyzer, analyzerService, type PackStandards } from "./analyzer";

/**
 * Serves `packs` as one policy pack on a free port of this machine, and prints the port for the engine.
 *
 * `FOUNDATION_OUTCOMES` names a file to which a line of JSON is added for each {@link Outcome}.
 */
export function servePack({ name, version }: { name: string; version: string }, packs: Packs): void {
  const standard = standardOf(packs);
  const { FOUNDATION_OUTCOMES: file } = process.env;
  const pack = { name, version, rules: Object.values(packs).flat() };
  // What a stack has in it is sent at once.
  const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  const record = file === undefined ? {} : { record: (outcomes: readonly Outcome[]) => append(file, outcomes) };
  server.addService(analyzerService, { ...analyzer(pack, { ...standard, ...record }) });
  server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
    if (error) throw error;
    process.stdout.write(`${port}\n`);
  });
}

/** The code with which a pack ends that the files which the user wrote keep from being served. */
const misconfigured = 2;

/** Where there are mistakes in the files that the user wrote, tells them and ends, whatever else keeps the process. */
function standardOf(packs: Packs): Pick<PackStandards, "settings" | "exceptions"> {
  try {
    return loadStandard(packs);
  } catch (error) {
    if (!(error instanceof StandardError || error instanceof ExceptionsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(misconfigured);
  }
}

/** In one piece, so that packs that run side by side do not come between each other's lines. */
function append(file: string, outcomes: readonly Outcome[]): void {
  if (outcomes.length > 0) appendFileSync(file, outcomes.map((outcome) => `${JSON.stringify(outcome)}\n`).join(""));
}
