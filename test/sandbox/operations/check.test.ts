import { describe, expect, it } from "vitest";
import { modelOf } from "../../../sandbox/models";
import { kubernetesModel } from "../../../sandbox/models/kubernetes/object";
import { type CheckRequest, checkedInputs, isAutoNamed } from "../../../sandbox/operations/check";
import { unknown } from "../../../sandbox/values";

const role = modelOf("aws:iam/role:Role");
const request = (more: Partial<CheckRequest> = {}): CheckRequest => ({
  name: "app",
  olds: undefined,
  news: {},
  randomSeed: Buffer.from("seed"),
  defaultTags: {},
  ...more,
});

describe("checkedInputs", () => {
  it("names what the program does not, the same for the same seed", () => {
    const { name } = checkedInputs(role, request());
    expect(name).toMatch(/^app-[0-9a-f]{7}$/);
    expect(checkedInputs(role, request()).name).toBe(name);
    expect(checkedInputs(role, request({ randomSeed: Buffer.from("other") })).name).not.toBe(name);
  });

  it("keeps a name for the life of a resource, and not over a replacement", () => {
    const olds = checkedInputs(role, request());
    expect(checkedInputs(role, request({ olds, randomSeed: Buffer.from("other") })).name).toBe(olds.name);
    expect(checkedInputs(role, request({ randomSeed: Buffer.from("other") })).name).not.toBe(olds.name);
  });

  it("names anew what the program named before", () => {
    const olds = checkedInputs(role, request({ news: { name: "mine" } }));
    expect(isAutoNamed(olds, "name")).toBe(false);
    expect(checkedInputs(role, request({ olds })).name).not.toBe("mine");
  });

  it("leaves the name open where the program says what it begins with", () => {
    expect(checkedInputs(role, request({ news: { namePrefix: "app-" } })).name).toBeUndefined();
  });

  it("makes small letters, and no digits, where the provider does", () => {
    const named = (more: object) =>
      checkedInputs({ ...role, autoName: { property: "name", ...more } }, request({ name: "App" })).name;
    expect(named({ lowerCase: true })).toMatch(/^app-[0-9a-f]{7}$/);
    expect(named({ suffix: false })).toBe("App");
  });

  it("names as the stack's configuration says", () => {
    const named = (mode: "propose" | "enforce" | "disable", name: string, model = role) =>
      checkedInputs(model, request({ naming: { mode, name } })).name;
    const small = { ...role, autoName: { property: "name", lowerCase: true, maxLength: 10 } };
    expect(named("propose", "Acme-app", small)).toBe("acme-app");
    expect(named("enforce", "Acme-app", small)).toBe("Acme-app");
    expect(named("disable", "")).toBeUndefined();
    expect(() => named("propose", "x".repeat(11), small)).toThrow("exceeds maximum length of 10");
    const olds = checkedInputs(role, request());
    expect(checkedInputs(role, request({ olds, naming: { mode: "enforce", name: "new" } })).name).toBe(olds.name);
  });

  it("keeps a name within what AWS takes", () => {
    const { name } = checkedInputs(role, request({ name: "x".repeat(200) }));
    expect(name).toHaveLength(64);
  });

  it("puts the prefix before a name that needs one", () => {
    const { name } = checkedInputs(modelOf("aws:kms/alias:Alias"), request());
    expect(name).toMatch(/^alias\/app-[0-9a-f]{7}$/);
  });

  it("names a Kubernetes object inside its metadata", () => {
    const news = { metadata: { labels: { app: "web" } } };
    const inputs = checkedInputs(kubernetesModel("kubernetes:core/v1:ConfigMap"), request({ news }));
    expect(inputs.metadata).toEqual({ labels: { app: "web" }, name: expect.stringMatching(/^app-[0-9a-f]{7}$/) });
  });

  it("fills in defaults, inside an object only where there is that object", () => {
    const cluster = modelOf("aws:eks/cluster:Cluster");
    const inputs = checkedInputs(cluster, request({ news: { vpcConfig: { endpointPublicAccess: false } } }));
    expect(inputs).toMatchObject({
      bootstrapSelfManagedAddons: true,
      vpcConfig: { endpointPublicAccess: false, endpointPrivateAccess: false },
    });
    expect(inputs.accessConfig).toBeUndefined();
  });

  it("puts the provider's tags under those of the resource", () => {
    const inputs = checkedInputs(
      role,
      request({ news: { tags: { owner: "app-team" } }, defaultTags: { owner: "platform", env: "dev" } }),
    );
    expect(inputs).toMatchObject({ tags: { owner: "app-team" }, tagsAll: { owner: "app-team", env: "dev" } });
  });

  it("does not know all tags while one is not known", () => {
    expect(checkedInputs(role, request({ news: { tags: { owner: unknown } } })).tagsAll).toBe(unknown);
  });
});
