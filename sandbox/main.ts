import { parseArgs } from "node:util";
import { type Ownership, own } from "./cloud/owner";
import { openCloud } from "./cloud/store";
import { eksService } from "./eks/server";
import { Faults } from "./faults/store";
import type { Striking } from "./faults/strike";
import { type Guests, receiveGuests } from "./guests";
import { clustersFolder } from "./kubernetes/choice";
import { Clusters } from "./kubernetes/clusters";
import { clusterHandlers } from "./kubernetes/server";
import { aws } from "./protocol/aws";
import { kubernetes, noComponents } from "./protocol/kubernetes";
import { providerHandlers } from "./protocol/provider";
import { type Served, serve } from "./protocol/serve";

/** How long an engine that is still connected may keep the sandbox alive after its parent and its guests have gone. */
const patienceMs = 30_000;

/**
 * Serves the cloud in `stateDir`, or tells who does that already.
 *
 * @param controlPlane Executable of the API servers behind its Kubernetes clusters; models without one.
 */
async function main(stateDir: string, controlPlane: string | undefined): Promise<void> {
  // Ctrl-C reaches the whole group: engines need the cloud until they are through, and the parent closes stdin then.
  process.on("SIGINT", () => {});
  process.on("SIGHUP", () => {});
  // Whoever listened may be gone, while guests still need the cloud.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});

  const owned = await own(stateDir);
  if ("guestPort" in owned) say({ attach: owned.attach, host: owned });
  else await serveCloud(stateDir, controlPlane, owned);
}

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** Serves the cloud until the parent and all guests have gone, and no engine is connected any more. */
async function serveCloud(stateDir: string, controlPlane: string | undefined, ownership: Ownership): Promise<void> {
  const stored = openCloud(stateDir);
  const served = new Map<string, Served>();
  let guests: Guests | undefined;
  let parentGone = false;
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
    if (!parentGone || (guests?.count() ?? 0) > 0) return;
    if (!leaving) {
      leaving = true;
      ownership.leave();
      setTimeout(finish, patienceMs);
    }
    if (![...served.values()].some(({ connections }) => connections() > 0)) finish();
  };

  const faults = new Faults(stateDir);
  const striking: Striking = (call) => faults.striking(call);
  const packages = {
    aws: providerHandlers(aws, stored.cloud, striking),
    eks: eksService(),
    kubernetes: {
      ...(clusters
        ? clusterHandlers(stored.cloud, clusters, striking)
        : providerHandlers(kubernetes, stored.cloud, striking)),
      ...noComponents,
    },
  };
  for (const [name, handlers] of Object.entries(packages)) served.set(name, await serve(handlers, leaveWhenIdle));
  guests = await receiveGuests(() => !leaving, leaveWhenIdle);
  const attach = [...served].map(([name, { port }]) => `${name}:${port}`).join();
  ownership.serve({ attach, guestPort: guests.port });

  process.on("SIGTERM", finish);
  process.stdin.resume().on("close", () => {
    parentGone = true;
    if ((guests?.count() ?? 0) > 0) say({ staying: true });
    leaveWhenIdle();
  });
  say({ attach });
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
