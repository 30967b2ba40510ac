/** Runs a cluster that fails in a process of its own, so that only the sandbox is shared: `eks-apart.ts ATTACH ROOT`. */
import { EksEngine, surroundings } from "./eks-program";

const [attach = "", root = ""] = process.argv.slice(2);

/** The cloud refuses the cluster for its tag. */
function program() {
  surroundings().cluster({ autoMode: { enabled: true }, clusterTags: { refused: "by the cloud" } });
  return {};
}

async function main(): Promise<void> {
  const engine = await EksEngine.join(attach, root);
  const stack = await engine.stack("failing", program);
  await stack.up().then(
    () => process.stdout.write("it succeeded\n"),
    (error: unknown) => process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`),
  );
}

void main();
