import path from "node:path";
import { ensureEngine } from "../../tools/engine";
import { WrongUse } from "../errors";
import { projectRoot } from "../root";
import type { Workplace } from "./workplace";

/**
 * The repository's own project on real accounts, with the caller's Pulumi login and AWS credentials.
 *
 * @throws WrongUse where the caller's variables would make the run unsafe.
 */
export async function openAccount(report: (line: string) => void): Promise<Workplace> {
  refuseUnsafeVariables();
  const engine = await ensureEngine(report);
  const search = [path.dirname(engine.executable), engine.languageHostPath, process.env.PATH].filter(Boolean);
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined));
  return {
    sandbox: false,
    workDir: projectRoot,
    engine,
    env: { ...(inherited as Record<string, string>), PATH: search.join(path.delimiter) },
    close: async () => {},
  };
}

function refuseUnsafeVariables(): void {
  const refused: string[] = [];
  if (process.env.PULUMI_DEBUG_PROVIDERS !== undefined) {
    refused.push(
      "PULUMI_DEBUG_PROVIDERS is set: it would put stand-in providers under a real stack; unset it, or use --sandbox",
    );
  }
  for (const name of ["PULUMI_CONFIG_PASSPHRASE", "PULUMI_CONFIG_PASSPHRASE_FILE"]) {
    if (process.env[name] === undefined) continue;
    refused.push(
      `${name} is set: secrets of real stacks are encrypted by the environment's secretsProvider (awskms://…), never by a passphrase; unset it`,
    );
  }
  if (refused.length > 0) throw new WrongUse(refused.join("\n"));
}
