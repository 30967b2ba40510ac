import { createHash } from "node:crypto";
import path from "node:path";
import { ApiClient } from "../../tools/kubernetes/client";
import { type ControlPlane, startControlPlane } from "../../tools/kubernetes/control-plane";
import { CloudError } from "../cloud/errors";
import { ObjectApi } from "./object-api";

interface Cluster {
  api: ObjectApi;
  stop(): Promise<void>;
}

/** The real API servers behind the clusters of a cloud, each started when it is first asked for. */
export class Clusters {
  private readonly started = new Map<string, Promise<Cluster>>();

  /**
   * @param executable What `ensureControlPlane` answers.
   * @param folder Keeps what each cluster holds, in a folder of its own.
   */
  constructor(
    private readonly executable: string,
    private readonly folder: string,
  ) {}

  /** @throws CloudError where its API server does not start. */
  async api(cluster: string): Promise<ObjectApi> {
    let found = this.started.get(cluster);
    if (found === undefined) {
      found = this.start(cluster);
      this.started.set(cluster, found);
      // The next request may find the port or the memory that this one did not.
      found.catch(() => this.started.delete(cluster));
    }
    return (await found).api;
  }

  async stop(): Promise<void> {
    const all = await Promise.allSettled(this.started.values());
    await Promise.all(all.map((result) => (result.status === "fulfilled" ? result.value.stop() : undefined)));
  }

  private async start(cluster: string): Promise<Cluster> {
    let plane: ControlPlane;
    try {
      plane = await startControlPlane(this.executable, path.join(this.folder, folderOf(cluster)));
    } catch (error) {
      throw new CloudError("ClusterUnreachable", error instanceof Error ? error.message : String(error));
    }
    const client = new ApiClient(plane.access);
    return {
      api: new ObjectApi(client),
      async stop() {
        client.close();
        await plane.stop();
      },
    };
  }
}

/** A name that a person recognises and no other cluster has. */
function folderOf(cluster: string): string {
  const host = cluster.replace(/^https?:\/\//, "").replaceAll(/[^\w.-]+/g, "-");
  return `${host.slice(0, 40)}-${createHash("sha256").update(cluster).digest("hex").slice(0, 8)}`;
}
