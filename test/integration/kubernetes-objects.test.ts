import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtInKinds } from "../../sandbox/models/kubernetes/kinds";
import { ensureControlPlane } from "../../tools/kubernetes";
import { KubernetesEngine, type KubernetesStack, type Said } from "../support/kubernetes/engine";
import {
  bad,
  definitions,
  definitionsFolder,
  goodBuiltIn,
  goodCustom,
  type Manifest,
} from "../support/kubernetes/fixture";

/** A machine that has to build the control plane takes 5 to 10 minutes for it, and longer beside other tests. */
const buildMs = 40 * 60_000;
const minutesMs = 10 * 60_000;

const given = definitions.length > 0;
if (!given) console.warn(`no custom resource definitions in ${definitionsFolder}: set CRDS; their part is skipped`);

/** What the stack `good` has; tests change it between two updates. */
let wanted: Manifest[] = [...goodBuiltIn, ...(given ? goodCustom : [])];
const kinds = new Set(wanted.map(({ kind }) => kind));
const cases = bad.filter(({ manifest }) => kinds.has(manifest.kind));
let one: Manifest[] = [];

const nameOf = ({ kind, metadata }: Manifest) => `${kind}/${metadata.name}`;
/** The stack's objects with one of them changed. */
const withChanged = (changed: Manifest) =>
  wanted.map((object) => (nameOf(object) === nameOf(changed) ? changed : object));
const changedObject = (kind: string, change: (object: Manifest) => void): Manifest[] =>
  withChanged(
    wanted
      .filter((object) => object.kind === kind)
      .map((object) => {
        const changed = structuredClone(object);
        change(changed);
        return changed;
      })[0] ?? { apiVersion: "", kind, metadata: { name: "" } },
  );

describe("objects in a real API server behind the real engine", () => {
  let engine: KubernetesEngine;
  let stack: KubernetesStack;
  let badStack: KubernetesStack;

  beforeAll(async () => {
    engine = new KubernetesEngine(await ensureControlPlane((line) => console.log(line)));
    await engine.start();
    const known = await engine.stack("definitions", () => definitions);
    expect((await known.up()).errors).toEqual(new Map());
    stack = await engine.stack("good", () => wanted);
    badStack = await engine.stack("bad", () => one);
  }, buildMs);
  afterAll(() => engine?.remove(), minutesMs);

  it("has every definition that is given, and at least 25 kinds", () => {
    if (given) expect(goodCustom.map(({ kind }) => kind).sort()).toEqual(definedKinds());
    expect(kinds.size).toBeGreaterThanOrEqual(25);
    expect([...kinds].filter((kind) => !cases.some(({ manifest }) => manifest.kind === kind))).toEqual([]);
  });

  it("takes each good object at preview and at up, and has nothing to do afterwards", async () => {
    const planned = await stack.preview();
    expect(planned.errors).toEqual(new Map());
    expect(planned.steps.filter((step) => step.startsWith("create "))).toHaveLength(wanted.length + 1);
    expect((await stack.up()).errors).toEqual(new Map());
    expect(await stack.preview()).toEqual({ errors: new Map(), steps: [] });
    expect(await stack.refreshed()).toEqual({ errors: new Map(), steps: [] });
  });

  it("keeps a secret's value out of the state", () => {
    const state = stack.state();
    expect(state).toContain("basic-auth");
    for (const spelled of ["fixture-password", Buffer.from("fixture-password").toString("base64")]) {
      expect(state).not.toContain(spelled);
    }
  });

  describe.each([
    ["new", false],
    ["changed", true],
  ])("of bad objects that are %s", (_what, change) => {
    const several = cases.filter((each) => each.change === change);
    let up: Said;

    const withBad = async (manifests: Manifest[], run: (target: KubernetesStack) => Promise<Said>): Promise<Said> => {
      const before = wanted;
      if (change) for (const manifest of manifests) wanted = withChanged(manifest);
      else one = manifests;
      const said = await run(change ? stack : badStack);
      [wanted, one] = [before, []];
      return said;
    };

    // An update goes on after what is refused, so one is enough for all; a preview ends with the first.
    beforeAll(async () => {
      up = await withBad(
        several.map(({ manifest }) => manifest),
        (target) => target.up(),
      );
    });

    it("refuses at up these alone", () => {
      expect([...up.errors.keys()].sort()).toEqual(several.map(({ manifest }) => nameOf(manifest)).sort());
    });

    it.each(several.map((each) => [each.name, each] as const))(
      "refuses alike at preview and at up: %s",
      async (_name, { manifest, says }) => {
        const preview = await withBad([manifest], (target) => target.preview());
        expect([...preview.errors.keys()]).toEqual([nameOf(manifest)]);
        expect(preview.errors.get(nameOf(manifest))).toMatch(says);
        expect(up.errors.get(nameOf(manifest))).toMatch(says);
      },
    );
  });

  it("finds at preview what is wrong with an object whose namespace the same update makes", async () => {
    const deployment = bad.find(({ name }) => name.startsWith("Deployment: an unknown field"))?.manifest;
    if (deployment === undefined) throw new Error("there is no such case");
    const namespace: Manifest = { apiVersion: "v1", kind: "Namespace", metadata: { name: "later" } };
    one = [namespace, { ...deployment, metadata: { ...deployment.metadata, namespace: "later" } }];
    const { errors } = await badStack.preview();
    one = [];
    expect([...errors.keys()]).toEqual([nameOf(deployment)]);
    expect([...errors.values()].join()).toMatch(/imagePolicy: field not declared/);
  });

  it("does not judge at preview a kind whose definition the same update may make, and refuses it at up", async () => {
    one = [{ apiVersion: "example.org/v1", kind: "Gadget", metadata: { name: "gadget", namespace: "apps" } }];
    const [preview, up] = [await badStack.preview(), await badStack.up()];
    one = [];
    expect(preview.errors).toEqual(new Map());
    expect([...up.errors.values()].join()).toContain('no matches for kind "Gadget" in version "example.org/v1"');
  });

  it("never says what a secret holds", async () => {
    const data = { "tls.crt": "hunter2-certificate!", "tls.key": "aHVudGVyMg==" };
    const metadata = { name: "broken", namespace: "apps" };
    one = [{ apiVersion: "v1", kind: "Secret", metadata, type: "kubernetes.io/tls", data }];
    const [preview, up] = [await badStack.preview(), await badStack.up()];
    one = [];
    for (const message of [...preview.errors.values(), ...up.errors.values()]) {
      expect(message).toContain("illegal base64 data");
      expect(message).not.toContain("hunter2");
    }
    expect(preview.errors.size + up.errors.size).toBe(2);
  });

  it("replaces what the provider replaces, and changes the rest in place", async () => {
    const before = wanted;
    wanted = changedObject("StorageClass", (object) => {
      object.parameters = { type: "gp3", encrypted: "false" };
    });
    wanted = changedObject("Deployment", (object) => {
      object.spec = { ...(object.spec as object), replicas: 3 };
    });
    const { errors, steps } = await stack.preview();
    expect(errors).toEqual(new Map());
    expect(steps.sort()).toEqual([
      "create-replacement StorageClass/gp3",
      "delete-replaced StorageClass/gp3",
      "replace StorageClass/gp3",
      "update Deployment/web",
    ]);
    expect((await stack.up()).errors).toEqual(new Map());
    expect(engine.kubectl("get", "storageclass", "gp3", "-o", "jsonpath={.parameters.encrypted}")).toBe("false");
    wanted = before;
    expect((await stack.up()).errors).toEqual(new Map());
  });

  it("finds what somebody changed with kubectl, and does not take a field that another manager took", async () => {
    const scale = ["scale", "deployment/web", "--namespace=apps", "--replicas=7"];
    engine.kubectl(...scale);
    expect((await stack.refreshed()).steps).toEqual(["update Deployment/web"]);
    const conflict = [...(await stack.up()).errors.values()].join();
    expect(conflict).toMatch(/managed by field manager "pulumi-kubernetes-[0-9a-f]{8}" had an apply conflict/);
    expect(conflict).toMatch(/conflict with "kubectl".*\.spec\.replicas/s);
    engine.kubectl("delete", "deployment/web", "--namespace=apps");
    expect((await stack.refreshed()).steps).toEqual(["create Deployment/web"]);
    expect((await stack.up()).errors).toEqual(new Map());
  });

  it("serves the kinds that the model knows", () => {
    const resources = engine.kubectl("api-resources", "--no-headers", "-o", "wide");
    const served = new Set(
      resources
        .trim()
        .split("\n")
        .flatMap((line) => /(\S+)\s+(true|false)\s+(\S+)\s/.exec(line)?.slice(1, 4).join(" ") ?? []),
    );
    // kubectl names one version of a group; of this group another one is served too.
    const modelled = builtInKinds.filter(({ apiVersion }) => apiVersion !== "autoscaling/v1");
    const isServed = ({ apiVersion, namespaced, kind }: (typeof modelled)[number]) =>
      served.has(`${apiVersion} ${namespaced} ${kind}`);
    expect(modelled.filter((kind) => !isServed(kind))).toEqual([]);
  });

  it("keeps everything over a restart of the sandbox, and deletes it in the end", async () => {
    await engine.stop();
    await engine.start();
    stack = await engine.stack("good", () => wanted);
    expect(await stack.refreshed()).toEqual({ errors: new Map(), steps: [] });
    await stack.destroy();
    expect(engine.kubectl("get", "namespaces", "-o", "name")).not.toContain("namespace/apps");
  });
});

/** The kinds of the definitions that are given. */
function definedKinds(): string[] {
  return definitions.map(({ spec }) => (spec as { names: { kind: string } }).names.kind).sort();
}
