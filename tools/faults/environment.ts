import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse, stringify } from "yaml";
import { NetworkNatMode } from "../../components/network/types";
import type { Settings } from "../../stacks/environment-schema";

/** Folder of the project. */
export const projectRoot = path.resolve(__dirname, "../..");

/** A change of the environment file, in words, and whether it replaces, adds, updates or deletes. */
export interface Change {
  what: string;
  apply: (settings: Settings) => void;
}

/** Each can be made again after it: what it sets depends on what is there. */
export const changes: readonly [Change, ...Change[]] = [
  {
    what: "logs are kept for another time (updates)",
    apply: ({ network, cluster }) => {
      network.flowLogRetentionInDays = network.flowLogRetentionInDays === 30 ? 90 : 30;
      cluster.logRetentionInDays = cluster.logRetentionInDays === 30 ? 90 : 30;
    },
  },
  {
    what: "another owner (updates of all tags)",
    apply: ({ tags }) => {
      tags.owner = tags.owner === "platform-team" ? "network-team" : "platform-team";
    },
  },
  {
    what: "a gateway in each zone, or one again (creates, updates, deletes)",
    apply: ({ network }) => {
      network.natMode = network.natMode === NetworkNatMode.Single ? NetworkNatMode.PerZone : NetworkNatMode.Single;
    },
  },
  {
    what: "other interface endpoints (creates and deletes)",
    apply: ({ network }) => {
      network.interfaceEndpoints = network.interfaceEndpoints?.includes("sts")
        ? ["ecr.api", "ssm"]
        : ["ecr.api", "ecr.dkr", "sts"];
    },
  },
  {
    what: "another person in the cluster (replaces the access entry)",
    apply: ({ cluster, accountId }) => {
      const developers = cluster.accessEntries.developers;
      if (developers === undefined) return;
      const role = developers.principalArn.endsWith("developers") ? "operators" : "developers";
      developers.principalArn = `arn:aws:iam::${accountId}:role/${role}`;
    },
  },
];

/** Copies the project's environment files to `dir`, with dev unprotected, since a campaign destroys it. */
export function copyEnvironments(dir: string): void {
  cpSync(path.join(projectRoot, "stacks/environments"), dir, { recursive: true });
  change(dir, (settings) => {
    settings.deletionProtection = false;
  });
}

/** Changes dev's file in `dir`. */
export function change(dir: string, apply: Change["apply"]): void {
  const file = path.join(dir, "dev.yaml");
  // The project's own file, which its tests check against the schema.
  const settings = parse(readFileSync(file, "utf8")) as Settings;
  apply(settings);
  writeFileSync(file, stringify(settings));
}
