import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { sandboxParts } from "../../cli/engine/sandbox-workplace";
import type { Deployment, RecordedResource } from "../../cli/recovery/deployment";
import { readCloud } from "../../sandbox/cloud/read";
import { loadCloudState } from "../../sandbox/cloud/store";

/** What is wrong between a cloud and the states of its stacks; all empty where nothing is. */
export interface Findings {
  /** In the cloud and in no state, which has another one of the same kind and name. */
  createdTwice: string[];
  /** In the cloud and in no state, or in a state and not in the cloud. */
  forgotten: string[];
  /** State files that the engine could not read. */
  unreadable: string[];
  /** Operations that a state still calls pending. */
  pending: string[];
}

const stacksDir = (dir: string) => path.join(sandboxParts(dir).state, ".pulumi/stacks/foundation");

/** State files that the engine could not read, right after a kill too; it also reads a side file where there is one. */
export function unreadableStates(dir: string): string[] {
  if (!existsSync(stacksDir(dir))) return [];
  const bad = (file: string, isGood: (content: { checkpoint?: { stack?: string } }) => boolean) => {
    try {
      return !isGood(JSON.parse(readFileSync(file, "utf8")));
    } catch (error) {
      if (error instanceof SyntaxError) return true;
      throw error;
    }
  };
  return stateFiles(dir).filter(
    (file) =>
      bad(file, ({ checkpoint }) => typeof checkpoint?.stack === "string") ||
      (existsSync(`${file}.attrs`) && bad(`${file}.attrs`, () => true)),
  );
}

const stateFiles = (dir: string) =>
  readdirSync(stacksDir(dir))
    .filter((name) => name.endsWith(".json"))
    .map((name) => path.join(stacksDir(dir), name));

/** Compares the cloud with the states, once a run that nothing disturbed is through. */
export function findings(dir: string): Findings {
  const deployments = stateFiles(dir).map(
    (file): Deployment => JSON.parse(readFileSync(file, "utf8")).checkpoint.latest ?? {},
  );
  const recorded = deployments
    .flatMap(({ resources = [] }) => resources)
    .filter(({ type, id }) => /^(aws|kubernetes):/.test(type) && id !== undefined);
  const cloud = readCloud(sandboxParts(dir).cloud).filter(({ status }) => status === "active");
  const inState = new Set(recorded.map(key));
  const inCloud = new Set(cloud.map(key));
  const nameless = cloud.filter((entry) => !inState.has(key(entry)));
  const hasTwin = ({ type, name }: { type: string; name: string }) =>
    recorded.some((resource) => resource.type === type && nameOf(resource) === name);
  return {
    createdTwice: nameless.filter(hasTwin).map(key),
    forgotten: [
      ...nameless.filter((entry) => !hasTwin(entry)).map((entry) => `${key(entry)} is in no state`),
      ...recorded.filter((resource) => !inCloud.has(key(resource))).map((one) => `${key(one)} is not in the cloud`),
    ],
    unreadable: unreadableStates(dir),
    pending: deployments.flatMap(({ pending_operations = [] }) =>
      pending_operations.map(({ type, resource }) => `${type} ${resource.urn}`),
    ),
  };
}

const key = ({ type, id }: { type: string; id?: string }) => `${type} ${id}`;

/** What `readCloud` calls the name: the Name tag, the name, or the id. */
function nameOf({ id, outputs = {} }: RecordedResource): unknown {
  const tags = outputs.tagsAll ?? outputs.tags;
  const named = typeof tags === "object" && tags !== null && "Name" in tags ? tags.Name : undefined;
  return named ?? outputs.name ?? id;
}

/** How many resources the sandbox ever made: it gives each an id of its own, and counts them. */
export function createdCount(dir: string): number {
  const { issued } = loadCloudState(sandboxParts(dir).cloud);
  return Object.values(issued).reduce((sum, count) => sum + count, 0);
}
