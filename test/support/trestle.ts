import { readFileSync } from "node:fs";
import path from "node:path";
import { cacheRoot } from "../../tools/install/cache";
import { run } from "../../tools/install/process";
import { pythonCommands } from "./linters/venv";

export { hasPython } from "./linters/venv";

const requirements = path.join(__dirname, "trestle/requirements.txt");
const script = path.join(__dirname, "trestle/validate.py");

/**
 * What compliance-trestle says against the OSCAL assessment results in `files`; nothing where all are valid. The first call
 * gets it into a folder outside the repository: half a minute.
 */
export async function trestleErrors(files: readonly string[]): Promise<string> {
  const version = /compliance-trestle==(\S+)/.exec(readFileSync(requirements, "utf8"))?.[1] ?? "";
  const bin = await pythonCommands(path.join(cacheRoot(), "compliance-trestle", version), requirements);
  const { code, stdout, stderr } = await run(path.join(bin, "python"), [script, ...files]);
  const isValid = code === 0 && stdout.match(/^valid$/gm)?.length === files.length;
  return isValid ? "" : stderr || stdout;
}
