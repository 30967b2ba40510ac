import { afterEach, describe, expect, it } from "vitest";
import { CloudError } from "../../../sandbox/cloud/errors";
import { kubernetesInvoke } from "../../../sandbox/invokes/kubernetes";
import { isNamespaced } from "../../../sandbox/models/kubernetes/kinds";
import { kubernetesModel } from "../../../sandbox/models/kubernetes/object";
import { diffInputs } from "../../../sandbox/operations/diff";
import type { Properties } from "../../../sandbox/values";
import { drop, make, preview, refusal, scope, startCloud } from "../../support/models";
import { shows } from "../../support/refusals";

const namespaceType = "kubernetes:core/v1:Namespace";
const configType = "kubernetes:core/v1:ConfigMap";
const definitionType = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";
const widgetType = "kubernetes:example.com/v1:Widget";

const namespace = (name: string) => make(namespaceType, { apiVersion: "v1", kind: "Namespace", metadata: { name } });
const config = (metadata: Properties): Properties => ({ apiVersion: "v1", kind: "ConfigMap", metadata });
const widget: Properties = { apiVersion: "example.com/v1", kind: "Widget", metadata: { name: "one" } };
const definition = (name: string): Properties => ({
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name },
  spec: {
    group: "example.com",
    scope: "Cluster",
    names: { plural: "widgets", kind: "Widget" },
    versions: [{ name: "v1", served: true, storage: true }],
  },
});

afterEach(startCloud);

describe("refusals", () => {
  shows("NotFound", "an object in a namespace that is not there", {
    valid: () => {
      namespace("apps");
      return [
        make(configType, config({ name: "a", namespace: "apps" })),
        make(configType, config({ name: "a", namespace: "kube-system" })),
      ];
    },
    refused: () => make(configType, config({ name: "a", namespace: "api" })),
    says: /^namespaces "api" not found$/,
  });
  shows("AlreadyExists", "a name that is taken in its namespace", {
    valid: () =>
      make(configType, config({ name: "a", namespace: "kube-system" })) && make(configType, config({ name: "a" })),
    refused: () => make(configType, config({ name: "a", namespace: "default" })),
    says: /ConfigMap "default\/a" already exists/,
  });
  shows("AlreadyExists", "a namespace that every cluster has", {
    valid: () => namespace("apps"),
    refused: () => namespace("kube-system"),
  });
  shows("Invalid", "a name that is none, with everything else that is wrong with the metadata", {
    valid: () =>
      preview(
        configType,
        config({ name: "a.b-c", labels: { "example.com/tier": "" }, annotations: { note: "any text" } }),
      ),
    refused: () =>
      preview(configType, config({ name: "A_b", labels: { tier: "two words" }, annotations: { "a/b/c": "" } })),
    says: /metadata\.name: .*"A_b".*metadata\.labels: .*"two words".*metadata\.annotations: .*"a\/b\/c"/,
  });
  shows("Invalid", "a namespace's name with a dot", { valid: () => namespace("a-b"), refused: () => namespace("a.b") });
  shows("Invalid", "a definition that is not named by its kind and group", {
    valid: () => preview(definitionType, definition("widgets.example.com")),
    refused: () => preview(definitionType, definition("widgets.example.org")),
    says: /must be spec\.names\.plural\+"\."\+spec\.group/,
  });
  shows("NoKindMatch", "a custom resource without its definition", {
    valid: () => make(definitionType, definition("widgets.example.com")) && make(widgetType, widget),
    refused: () => make("kubernetes:example.com/v2:Widget", { ...widget, apiVersion: "example.com/v2" }),
    says: /^no matches for kind "Widget" in version "example\.com\/v2"$/,
  });
  shows("NoKindMatch", "a version that Kubernetes no longer serves, at preview", {
    valid: () =>
      preview("kubernetes:batch/v1:CronJob", { apiVersion: "batch/v1", kind: "CronJob", metadata: { name: "a" } }),
    refused: () =>
      preview("kubernetes:batch/v1beta1:CronJob", {
        apiVersion: "batch/v1beta1",
        kind: "CronJob",
        metadata: { name: "a" },
      }),
  });
  shows("Forbidden", "deleting a namespace that the cluster needs", {
    valid: () => drop(namespace("apps")),
    refused: () => {
      scope.put({ type: namespaceType, id: "default", status: "active", inputs: {}, outputs: {} });
      drop({ type: namespaceType, id: "default", outputs: {} });
    },
  });
});

describe("what is no refusal", () => {
  it("takes names with colons for roles, and bindings of roles that are not there", () => {
    const roleType = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding";
    const roleRef = { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "absent" };
    expect(make(roleType, { kind: "ClusterRoleBinding", metadata: { name: "Team:readers" }, roleRef }).id).toBe(
      "Team:readers",
    );
  });

  it("does not judge at preview what the same update may make", () => {
    expect(() => preview(widgetType, widget)).not.toThrow();
    expect(() => preview(configType, config({ name: "a", namespace: "later" }))).not.toThrow();
  });

  it("knows the kinds that EKS brings", () => {
    const pool = { apiVersion: "karpenter.sh/v1", kind: "NodePool", metadata: { name: "general" } };
    expect(make("kubernetes:karpenter.sh/v1:NodePool", pool).id).toBe("general");
  });
});

describe("what belongs together", () => {
  it("deletes what is in a namespace with it, and custom resources with their definition", () => {
    const apps = namespace("apps");
    const inside = make(configType, config({ name: "a", namespace: "apps" }));
    const beside = make(configType, config({ name: "a" }));
    const known = make(definitionType, definition("widgets.example.com"));
    const one = make(widgetType, widget);
    expect(one.id).toBe("one");
    drop(apps);
    drop(known);
    expect([inside, beside, one].map(({ type, id }) => scope.find(type, id)?.id)).toEqual([
      undefined,
      "default/a",
      undefined,
    ]);
  });

  it("puts an object without a namespace into the provider's", () => {
    const settings = {
      namespace: "apps",
      mutable: { configMaps: false, secrets: false },
      patchForce: false,
      upsert: false,
    };
    expect(kubernetesModel(configType, settings).defaults).toEqual({ metadata: {}, "metadata.namespace": "apps" });
  });
});

describe("what replaces", () => {
  const replacing = (type: string, olds: Properties, news: Properties, model = kubernetesModel(type)) =>
    [...diffInputs(model, olds, news).changes].filter(([, { replaces }]) => replaces).map(([at]) => at);
  const mutable = { mutable: { configMaps: true, secrets: true }, patchForce: false, upsert: false };

  it.each([
    [
      "kubernetes:apps/v1:Deployment",
      { spec: { selector: { matchLabels: { a: "b" } }, replicas: 1 } },
      { spec: { selector: { matchLabels: { a: "c" } }, replicas: 2 } },
      ["spec.selector.matchLabels.a"],
    ],
    [
      "kubernetes:batch/v1:Job",
      { spec: { template: { spec: { priority: 1 } } } },
      { spec: { template: { spec: { priority: 2 } } } },
      ["spec.template.spec.priority"],
    ],
    [
      "kubernetes:core/v1:Pod",
      { spec: { containers: [{ name: "a", image: "b" }] } },
      { spec: { containers: [{ name: "a", image: "c" }] } },
      ["spec.containers[0].image"],
    ],
    [
      "kubernetes:core/v1:Service",
      { spec: { clusterIP: "None", type: "ClusterIP" } },
      { spec: { clusterIP: "10.0.0.1", type: "NodePort" } },
      ["spec.clusterIP"],
    ],
    [
      "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
      { roleRef: { name: "a" } },
      { roleRef: { name: "b" } },
      ["roleRef.name"],
    ],
    [
      "kubernetes:storage.k8s.io/v1:StorageClass",
      { parameters: { type: "gp2" } },
      { parameters: { type: "gp3" } },
      ["parameters.type"],
    ],
    [configType, { data: { a: "b" } }, { data: { a: "c" } }, ["data.a"]],
    ["kubernetes:core/v1:Secret", { stringData: { a: "b" } }, { stringData: { a: "c" } }, ["stringData.a"]],
  ])("%s", (type, olds, news, paths) => {
    expect(replacing(type, olds, news)).toEqual(paths);
  });

  it("is not a config map's data where the provider is told so, unless the object says that it never changes", () => {
    const model = kubernetesModel(configType, mutable);
    expect(replacing(configType, { data: { a: "b" } }, { data: { a: "c" } }, model)).toEqual([]);
    expect(replacing(configType, { data: { a: "b" } }, { data: { a: "c" }, immutable: true }, model)).toEqual([
      "data.a",
    ]);
  });
});

describe("types that are no object", () => {
  it.each([
    ["kubernetes:core/v1:ConfigMapList", "NotSupported"],
    ["kubernetes:core/v1:ConfigMapPatch", "NotModelled"],
    ["kubernetes:helm.sh/v3:Release", "NotModelled"],
  ])("%s is refused", (type, code) => {
    expect(refusal(() => kubernetesModel(type))).toBe(code);
  });
});

describe("functions", () => {
  it("decodes YAML, and puts what is in a namespace into the default one", async () => {
    const text =
      "apiVersion: v1\nkind: ConfigMap\n---\n# nothing\n---\napiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n";
    expect(await kubernetesInvoke("kubernetes:yaml:decode", { text, defaultNamespace: "apps" }, isNamespaced)).toEqual({
      result: [
        { apiVersion: "v1", kind: "ConfigMap", metadata: { namespace: "apps" } },
        { apiVersion: "v1", kind: "Namespace", metadata: { name: "a" } },
      ],
    });
  });

  it("refuses what is no YAML, and charts", async () => {
    await expect(kubernetesInvoke("kubernetes:yaml:decode", { text: "a: [" }, isNamespaced)).rejects.toThrow(
      CloudError,
    );
    await expect(kubernetesInvoke("kubernetes:helm:template", {}, isNamespaced)).rejects.toThrow("helm template");
  });
});
