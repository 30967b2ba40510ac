import { appendFileSync } from "node:fs";
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { z } from "zod";
import { ExceptionsError } from "../core/exceptions/exceptions";
import type { Outcome } from "../core/outcome";
import { loadStandard, StandardError } from "../core/standard/file";
import type { Packs } from "../core/standard/schema";
import { analyzer, analyzerService, type Dependencies, type PackStandards } from "./analyzer";

// A schema is asked once or twice in a pack's life: to compile a parser for it takes longer than to parse without.
z.config({ jitless: true });

/**
 * Serves `packs` as one policy pack on a free port of this machine, and prints the port for the engine.
 *
 * `FOUNDATION_OUTCOMES` names a file to which a line of JSON is added for each {@link Outcome}, `FOUNDATION_DEPENDENCIES` one
 * for the {@link Dependencies} of each resource.
 */
export function servePack({ name, version }: { name: string; version: string }, packs: Packs): void {
  const standard = standardOf(packs);
  const { FOUNDATION_OUTCOMES: outcomes, FOUNDATION_DEPENDENCIES: dependencies } = process.env;
  const pack = { name, version, rules: Object.values(packs).flat() };
  // What a stack has in it is sent at once.
  const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  const records: PackStandards = {
    ...(outcomes !== undefined && { record: adderTo(outcomes) }),
    ...(dependencies !== undefined && { recordDependencies: adderTo(dependencies) }),
  };
  server.addService(analyzerService, { ...analyzer(pack, { ...standard, ...records }) });
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

/** Adds each item in a line, all in one piece, so that packs that run side by side do not come between each other's lines. */
const adderTo =
  (file: string) =>
  (items: readonly (Outcome | Dependencies)[]): void => {
    if (items.length > 0) appendFileSync(file, items.map((item) => `${JSON.stringify(item)}\n`).join(""));
  };
