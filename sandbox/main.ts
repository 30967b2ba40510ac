import { parseArgs } from "node:util";
import { own } from "./cloud/owner";
import { openCloud } from "./cloud/store";
import { eksService } from "./eks/server";
import { Faults } from "./faults/store";
import type { Striking } from "./faults/strike";
import { clustersFolder } from "./kubernetes/choice";
import { Clusters } from "./kubernetes/clusters";
import { clusterHandlers } from "./kubernetes/server";
import { aws } from "./protocol/aws";
import { kubernetes } from "./protocol/kubernetes";
import { providerHandlers } from "./protocol/provider";
import { type Served, serve } from "./protocol/serve";

/** How long an engine that is still connected may keep the sandbox alive after its parent has gone. */
const patienceMs = 30_000;

/**
 * Serves the cloud in `stateDir` until the parent has gone and no engine is connected any more.
 *
 * @param controlPlane Executable of the API servers behind its Kubernetes clusters; models without one.
 */
async function main(stateDir: string, controlPlane: string | undefined): Promise<void> {
  // Ctrl-C reaches the whole group: engines need the cloud until they are through, and the parent closes stdin then.
  process.on("SIGINT", () => {});
  process.on("SIGHUP", () => {});

  const ownership = await own(stateDir);
  const stored = openCloud(stateDir);
  const served = new Map<string, Served>();
  let leaving = false;
  const clusters = controlPlane === undefined ? undefined : new Clusters(controlPlane, clustersFolder(stateDir));
  let finishing = false;
  const finish = async () => {
    if (finishing) return;
    finishing = true;
    for (const { close } of served.values()) close();
    await clusters?.stop();
    stored.close();
    ownership.release();
    process.exit(0);
  };
  const leaveWhenIdle = () => {
    const busy = [...served.values()].some(({ connections }) => connections() > 0);
    if (leaving && !busy) finish();
  };

  const faults = new Faults(stateDir);
  const striking: Striking = (call) => faults.striking(call);
  const packages = {
    aws: providerHandlers(aws, stored.cloud, striking),
    eks: eksService(),
    kubernetes: clusters
      ? clusterHandlers(stored.cloud, clusters, striking)
      : providerHandlers(kubernetes, stored.cloud, striking),
  };
  for (const [name, handlers] of Object.entries(packages)) served.set(name, await serve(handlers, leaveWhenIdle));

  process.on("SIGTERM", finish);
  process.stdin.resume().on("close", () => {
    leaving = true;
    ownership.leave();
    setTimeout(finish, patienceMs);
    leaveWhenIdle();
  });
  const attach = [...served].map(([name, { port }]) => `${name}:${port}`).join();
  process.stdout.write(`${JSON.stringify({ attach })}\n`);
}

const { values } = parseArgs({ options: { state: { type: "string" }, "control-plane": { type: "string" } } });
if (values.state === undefined) {
  process.stderr.write("usage: sandbox/main.ts --state DIR [--control-plane FILE]\n");
  process.exit(2);
}
main(values.state, values["control-plane"]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
