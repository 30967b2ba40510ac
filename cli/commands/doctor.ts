import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import semver from "semver";
import packageJson from "../../package.json";
import { inWords } from "../../sandbox/faults/fault";
import { readFaults } from "../../sandbox/faults/store";
import { EnvironmentError, listEnvironments, loadEnvironment } from "../../stacks/environment";
import { findEngine, minimumVersion } from "../../tools/engine";
import { findControlPlane, kubernetesVersion } from "../../tools/kubernetes";
import { coverage } from "../../tools/sandbox-coverage/table";
import { sandboxDir, sandboxParts } from "../engine/sandbox-workplace";
import { ExitCode } from "../errors";
import { writeJson } from "../finish";
import { colors } from "../report/colors";

/** One thing that was looked at. `warning`: something needs it, but not the sandbox. */
interface Finding {
  name: string;
  status: "ok" | "warning" | "problem";
  detail: string;
}

/** Tells what this machine has and lacks. Exits 1 where the sandbox could not run. */
export async function doctor({ json }: { json?: string }): Promise<void> {
  const machine = [node(), await engine(), await controlPlane()];
  const findings = [...machine, ...environments(), sandbox(), sandboxModels(), credentials()];
  writeJson(json, { version: 1, findings });
  if (json !== "-") process.stdout.write(`${findings.map(line).join("\n")}\n`);
  process.exitCode = findings.some(({ status }) => status === "problem") ? ExitCode.failed : ExitCode.done;
}

const marks = { ok: colors.green("ok     "), warning: colors.yellow("warning"), problem: colors.red("problem") };
const line = ({ name, status, detail }: Finding): string => `${marks[status]}  ${name.padEnd(22)}  ${detail}`;

function node(): Finding {
  const wanted = packageJson.engines.node;
  const good = semver.satisfies(process.version, wanted);
  return {
    name: "Node.js",
    status: good ? "ok" : "problem",
    detail: good ? process.version : `${process.version}; this project needs ${wanted}`,
  };
}

async function engine(): Promise<Finding> {
  const found = await findEngine();
  if (found) {
    const host = found.languageHostPath === undefined ? "official language host" : "our own language host";
    return {
      name: "Pulumi engine",
      status: "ok",
      detail: `${found.version} (${found.source}), ${host}, ${found.executable}`,
    };
  }
  const go = version("go", ["version"]);
  const how = `downloaded at the first run, or ${go ? `built with ${go}` : "built, which needs Go (go.dev)"}`;
  return { name: "Pulumi engine", status: "warning", detail: `none of ${minimumVersion} or newer yet; it is ${how}` };
}

async function controlPlane(): Promise<Finding> {
  const name = "Kubernetes API server";
  const found = await findControlPlane();
  if (found) return { name, status: "ok", detail: `${kubernetesVersion} (built), ${found}` };
  const go = version("go", ["version"]);
  const how = go ? `builds it with ${go}, once` : "builds it, which needs Go (go.dev)";
  return { name, status: "warning", detail: `none yet; only --sandbox --kubernetes real needs it, and ${how}` };
}

function version(command: string, args: string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    // Not there, or not to be started: for doctor both mean that it cannot be used.
    return undefined;
  }
}

function environments(): Finding[] {
  return listEnvironments().map((name) => {
    try {
      const { accountId, region } = loadEnvironment(name);
      return { name: `environment ${name}`, status: "ok" as const, detail: `account ${accountId}, ${region}` };
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error;
      return {
        name: `environment ${name}`,
        status: "problem" as const,
        detail: error.message.replaceAll("\n", "\n  "),
      };
    }
  });
}

function sandbox(): Finding {
  const dir = sandboxDir();
  const faults = readFaults(sandboxParts(dir).cloud).map(inWords);
  if (faults.length > 0) {
    const detail = `made to fail (foundation sandbox break --clear ends it)\n  ${faults.join("\n  ")}`;
    return { name: "sandbox", status: "warning", detail };
  }
  return { name: "sandbox", status: "ok", detail: existsSync(dir) ? dir : "not used yet: npm start" };
}

/** What programs register without a model of its own is only held against what the SDK declares. */
function sandboxModels(): Finding {
  const { types, modelled, table } = coverage();
  const generic = table.filter(({ model }) => model === "generic").map(({ type }) => type);
  const count = `${modelled} of ${types} types`;
  return generic.length === 0
    ? { name: "sandbox models", status: "ok", detail: count }
    : { name: "sandbox models", status: "warning", detail: `${count}; without a model: ${generic.join(", ")}` };
}

function credentials(): Finding {
  const names = [
    "AWS_PROFILE",
    "AWS_ACCESS_KEY_ID",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
  ];
  const set = names.filter((name) => process.env[name] !== undefined);
  return set.length > 0
    ? { name: "AWS credentials", status: "ok", detail: `from ${set.join(", ")}` }
    : { name: "AWS credentials", status: "warning", detail: "none in the environment; only the sandbox works" };
}
