import { sandboxParts } from "../../cli/engine/sandbox-workplace";
import { findOne } from "../../cli/sandbox/lookup";
import { readOwners } from "../../cli/sandbox/owners";
import type { Cloud } from "../../sandbox/cloud/cloud";
import { own } from "../../sandbox/cloud/owner";
import type { CloudResource } from "../../sandbox/cloud/resource";
import { Scope } from "../../sandbox/cloud/scope";
import { openCloud } from "../../sandbox/cloud/store";
import { changeOutside, createOutside, deleteOutside } from "../../sandbox/console/change";

/** The simulated cloud of a test, as somebody in the console works on it. */
export class Console {
  private constructor(
    private readonly cloud: Cloud,
    private readonly sandboxDir: string,
    private readonly place: { account: string; region: string },
  ) {}

  /** Does `work` while no sandbox runs over the cloud in `sandboxDir`. */
  static async open(
    sandboxDir: string,
    place: { account: string; region: string },
    work: (console: Console) => void,
  ): Promise<void> {
    const { cloud: dir } = sandboxParts(sandboxDir);
    const ownership = await own(dir);
    if ("guestPort" in ownership) throw new Error(`the sandbox is in use by process ${ownership.pid}`);
    const stored = openCloud(dir);
    try {
      work(new Console(stored.cloud, sandboxDir, place));
    } finally {
      stored.close();
      ownership.release();
    }
  }

  /** The thing called TYPE/NAME, by its name in the cloud or in the program. */
  find(what: string): CloudResource {
    return findOne(this.cloud.state().resources, { what }, readOwners(this.sandboxDir));
  }

  /** Changes properties by path; null takes one away. */
  set(what: string, changes: Record<string, string | null>): void {
    const resource = this.find(what);
    const settings = Object.entries(changes).map(([path, value]) => ({ path, ...(value !== null && { value }) }));
    this.cloud.request(() => changeOutside(this.scope(resource), resource, settings));
  }

  delete(what: string): void {
    const resource = this.find(what);
    this.cloud.request(() => deleteOutside(this.scope(resource), resource));
  }

  create(type: string, properties: Record<string, string>): CloudResource {
    const settings = Object.entries(properties).map(([path, value]) => ({ path, value }));
    return this.cloud.request(() => createOutside(this.scope(this.place), type, settings));
  }

  /** Puts a thing back as it was. */
  restore(resource: CloudResource): void {
    this.cloud.request(() => this.cloud.put(resource));
  }

  private scope({ account, region }: { account: string; region: string }): Scope {
    return new Scope(this.cloud, account, region);
  }
}
