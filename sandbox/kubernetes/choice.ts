import fs from "node:fs";
import path from "node:path";
import { loadCloudState } from "../cloud/store";
import { kubernetesAccount } from "../protocol/kubernetes";

/** What a sandbox's Kubernetes is: the models, or real API servers. */
export type KubernetesChoice = "model" | "real";

/** Where the real clusters of a cloud keep what they hold. */
export const clustersFolder = (stateDir: string): string => path.join(stateDir, "kubernetes");

/**
 * What the clusters of the cloud in `stateDir` are, or become: what holds their objects already, else what is wanted, else
 * the models.
 *
 * @throws Error where something else holds them than is wanted: what is in the one is not in the other.
 */
export function chooseKubernetes(stateDir: string, wanted: KubernetesChoice | undefined): KubernetesChoice {
  const real = fs.existsSync(clustersFolder(stateDir));
  if (real && wanted === "model") throw new Error(`real API servers ${held(stateDir)}`);
  // A large cloud takes a while to load: only who wants to change the kind of its clusters waits for that.
  if (!real && wanted === "real" && hasModelledObjects(stateDir)) throw new Error(`models ${held(stateDir)}`);
  return real ? "real" : (wanted ?? "model");
}

const held = (stateDir: string) =>
  `hold the Kubernetes objects of the sandbox in ${stateDir}; leave --kubernetes out, or take another sandbox ` +
  "(FOUNDATION_SANDBOX=DIR), or forget this one (foundation sandbox reset)";

const hasModelledObjects = (stateDir: string) =>
  loadCloudState(stateDir).resources.some(({ account }) => account === kubernetesAccount);
