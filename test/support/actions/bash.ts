import { spawn } from "node:child_process";

/**
 * Runs a script as a runner of GitHub does where no shell is named, and nothing else of the caller's environment.
 *
 * Not synchronous: the stand-in of the host answers in this process meanwhile.
 */
export function bash(
  script: string,
  cwd: string,
  env: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const args = ["--noprofile", "--norc", "-e", "-c", script];
    const child = spawn("bash", args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    const hear = (chunk: string) => {
      said += chunk;
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, said }));
  });
}
