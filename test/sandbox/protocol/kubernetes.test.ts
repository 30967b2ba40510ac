import { ConstructRequest, type ConstructResponse } from "@pulumi/pulumi/proto/provider_pb";
import { expect, it } from "vitest";
import { kubernetesConfig, noComponents } from "../../../sandbox/protocol/kubernetes";
import { unknown } from "../../../sandbox/values";

it("tells clusters apart by their server, or by a kubeconfig's content", () => {
  const regionOf = (kubeconfig: string) => kubernetesConfig({ kubeconfig }).region;
  expect(regionOf('{"clusters":[{"cluster":{"server":"https://a.example.com"}}]}')).toBe("https://a.example.com");
  expect(regionOf("server: https://b.example.com\n")).toBe("https://b.example.com");
  expect(regionOf("context: dev")).not.toBe(regionOf("context: prod"));
  expect(regionOf(unknown)).toBe(unknown);
});

it("reads the settings as the engine sends them", () => {
  const config = kubernetesConfig({ namespace: "apps", enableConfigMapMutable: "true", enablePatchForce: "false" });
  expect(config.kubernetes).toEqual({
    namespace: "apps",
    mutable: { configMaps: true, secrets: false },
    patchForce: false,
    upsert: false,
  });
});

it("refuses components, and says what to do instead", async () => {
  const request = new ConstructRequest().setType("kubernetes:helm.sh/v4:Chart");
  const answered = new Promise<{ details?: string | undefined } | null>((resolve) => {
    const call = { request, getPeer: () => "engine" } as Parameters<NonNullable<typeof noComponents.construct>>[0];
    noComponents.construct?.(call, (error: { details?: string } | null, _response?: ConstructResponse | null) =>
      resolve(error),
    );
  });
  expect((await answered)?.details).toContain("does not make the component kubernetes:helm.sh/v4:Chart");
});
