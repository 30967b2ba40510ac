import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Scope } from "../../../sandbox/cloud/scope";
import { openCloud } from "../../../sandbox/cloud/store";
import { chooseKubernetes } from "../../../sandbox/kubernetes/choice";
import { kubernetesAccount } from "../../../sandbox/protocol/kubernetes";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), "foundation-choice-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it("is the model unless a real one is wanted", () => {
  expect([undefined, "model", "real"].map((wanted) => chooseKubernetes(dir, wanted as "model" | undefined))).toEqual([
    "model",
    "model",
    "real",
  ]);
});

it("stays real once it was, and says so to whom it wants otherwise", () => {
  mkdirSync(path.join(dir, "kubernetes"));
  expect(chooseKubernetes(dir, undefined)).toBe("real");
  expect(() => chooseKubernetes(dir, "model")).toThrow(/real API servers hold .* take another sandbox/);
});

it("stays the model while that has objects", () => {
  const { cloud, close } = openCloud(dir);
  const scope = new Scope(cloud, kubernetesAccount, "https://dev.example.com");
  cloud.request(() =>
    scope.put({ type: "kubernetes:core/v1:ConfigMap", id: "a", status: "active", inputs: {}, outputs: {} }),
  );
  close();
  expect(chooseKubernetes(dir, undefined)).toBe("model");
  expect(() => chooseKubernetes(dir, "real")).toThrow(/models hold the Kubernetes objects/);
});
