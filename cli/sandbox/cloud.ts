import { type Ownership, own } from "../../sandbox/cloud/owner";
import { openCloud, type StoredCloud } from "../../sandbox/cloud/store";
import { sandboxDir, sandboxParts } from "../engine/sandbox-workplace";
import { CommandFailure } from "../errors";

/**
 * Does `work` on the simulated cloud while no other process uses it.
 *
 * @throws CommandFailure naming the process that uses it.
 */
export async function withCloud<T>(work: (stored: StoredCloud) => T): Promise<T> {
  const ownership = await ownCloud();
  try {
    const stored = openCloud(sandboxParts(sandboxDir()).cloud);
    try {
      return work(stored);
    } finally {
      stored.close();
    }
  } finally {
    ownership.release();
  }
}

/** Makes this process the only user of the cloud. @throws CommandFailure naming the process that uses it. */
export async function ownCloud(): Promise<Ownership> {
  const { cloud } = sandboxParts(sandboxDir());
  const owned = await own(cloud);
  if (!("guestPort" in owned)) return owned;
  throw new CommandFailure(
    `the sandbox is in use by process ${owned.pid}: let its command end (or stop it with Ctrl-C), then try again`,
  );
}
