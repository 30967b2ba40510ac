import { describe, expect, it } from "vitest";
import { importedInputs, objectById, objectOf, observedInputs, outputsOf } from "../../../sandbox/kubernetes/inputs";

const podType = "kubernetes:core/v1:Pod";
const live = (more: object, metadata: object = {}) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "a", namespace: "apps", uid: "1", managedFields: [], ...metadata },
  ...more,
});

describe("the object of a resource", () => {
  it("has the names of the API server, and nothing that only the provider or the server writes", () => {
    const inputs = { spec: { x_kubernetes_list_type: "set" }, metadata: { name: "a", uid: "1" }, __defaults: [] };
    expect(objectOf(podType, inputs)).toEqual({
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "a" },
      spec: { "x-kubernetes-list-type": "set" },
    });
  });

  it("is named by its id", () => {
    expect(objectById(podType, {}, "apps/a").metadata).toEqual({ namespace: "apps", name: "a" });
    expect(objectById("kubernetes:core/v1:Node", {}, "a").metadata).toEqual({ name: "a" });
  });

  it("shows its names as the SDKs spell them, with its field manager", () => {
    const outputs = outputsOf(live({ spec: { "x-kubernetes-map-type": "atomic" } }), "manager");
    expect(outputs).toMatchObject({ spec: { x_kubernetes_map_type: "atomic" }, __fieldManager: "manager" });
  });
});

describe("the inputs as the cluster has them", () => {
  const old = { metadata: { name: "a" }, spec: { cpu: "1000m", image: "b:1", args: ["x"] }, __defaults: [] };
  const canonical = live({ spec: { cpu: "1", image: "b:1", args: ["x"], added: true } });

  it("are the program's where the server only spells them otherwise or adds to them", () => {
    expect(observedInputs(old, canonical, canonical)).toEqual(old);
  });

  it("are the cluster's where somebody changed them, and lack what somebody took away", () => {
    const now = live({ spec: { cpu: "2", args: ["x", "y"] } });
    expect(observedInputs(old, now, canonical)).toEqual({ ...old, spec: { cpu: "2", args: ["x", "y"] } });
  });

  it("have a secret's texts as its data says them", () => {
    const secret = (data: Record<string, string>) => ({ ...live({ data }), kind: "Secret" });
    const program = { kind: "Secret", metadata: { name: "a" }, stringData: { user: "app", word: "old" } };
    const then = secret({ user: "YXBw", word: "b2xk" });
    expect(observedInputs(program, then, then)).toEqual(program);
    const now = secret({ user: "YXBw", word: "bmV3" });
    expect(observedInputs(program, now, then)).toEqual({ ...program, stringData: { user: "app", word: "new" } });
  });

  it("are what a program must say, where there is none yet", () => {
    const inputs = importedInputs(live({ spec: { image: "b" }, status: { phase: "Pending" } }, { labels: { a: "b" } }));
    expect(inputs).toEqual({
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "a", namespace: "apps", labels: { a: "b" } },
      spec: { image: "b" },
    });
  });
});
