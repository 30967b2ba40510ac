import { describe, expect, it } from "vitest";
import { matchesImage, parseImage } from "../../../policy-packs/core/image";

describe("parseImage", () => {
  it.each([
    ["nginx", { repository: "nginx" }],
    ["nginx:1.29", { repository: "nginx", tag: "1.29" }],
    ["registry.example.com:5000/app", { repository: "registry.example.com:5000/app" }],
    ["registry.example.com:5000/app:1", { repository: "registry.example.com:5000/app", tag: "1" }],
    ["app@sha256:45b2", { repository: "app", digest: "sha256:45b2" }],
    ["app:1@sha256:45b2", { repository: "app", tag: "1", digest: "sha256:45b2" }],
    ["", { repository: "" }],
  ])("takes %j apart", (reference, image) => {
    expect(parseImage(reference)).toEqual(image);
  });
});

describe("matchesImage", () => {
  it.each([
    ["registry.example.com/app:1", "registry.example.com/*"],
    ["registry.example.com/team/app:1", "registry.example.com/*"],
    ["nginx", "docker.io/library/*"],
    ["bitnami/redis", "docker.io/bitnami/redis"],
    ["localhost/app", "localhost/*"],
    ["111122223333.dkr.ecr.eu-west-1.amazonaws.com/app", "*.dkr.ecr.*.amazonaws.com/*"],
    ["ubuntu:24.04", "ubuntu:24.04"],
  ])("finds %s under %s", (reference, pattern) => {
    expect(matchesImage(reference, [pattern])).toBe(true);
  });

  it.each([
    ["registry.example.com.example.org/app", "registry.example.com/*"],
    ["example.org/registry.example.com/app", "*.example.com/*"],
    ["ubuntu:24.10", "ubuntu:24.04"],
    ["registryXexample.com/app", "registry.example.com/*"],
  ])("does not find %s under %s", (reference, pattern) => {
    expect(matchesImage(reference, [pattern])).toBe(false);
  });

  it("finds nothing under no patterns", () => {
    expect(matchesImage("app", [])).toBe(false);
  });
});
