import { expect, it } from "vitest";
import { exampleKubeconfig, kubeconfigOf } from "../../../policy-packs/core/kubeconfig";

it("reads JSON and YAML", () => {
  expect(kubeconfigOf(exampleKubeconfig)).toMatchObject({ kind: "Config", clusters: [{ name: "shop" }] });
  expect(kubeconfigOf("kind: Config\nclusters:\n- name: shop\n")).toEqual({
    kind: "Config",
    clusters: [{ name: "shop" }],
  });
});

it.each([undefined, "", "~/.kube/config", "/etc/kube:config", "C:\\kube\\config", "a: b: c", "- a"])(
  "takes %j for no contents",
  (text) => {
    expect(kubeconfigOf(text)).toBeUndefined();
  },
);
