import { k8sImageRegistries } from "../../../../policy-packs/kubernetes-baseline/rules/workloads/k8s-image-registries";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

const image = (name: string) => ({ set: { "spec.containers.0.image": name } });
const own = { allowedImages: ["registry.example.com/*", "docker.io/library/*"] };

testPodRule(k8sImageRegistries, {
  bad: {
    "Docker Hub": image("nginx:1.29"),
    "another registry": image("quay.io/team/app:1"),
    "a registry that only begins so": image("public.ecr.aws.example.org/app:1"),
    "no image": { unset: ["spec.containers.0.image"] },
    "an init container's": { set: { "spec.initContainers": [{ name: "init", image: "busybox:1" }] } },
    "an ephemeral container's": { set: { "spec.ephemeralContainers": [{ name: "debug", image: "busybox:1" }] } },
    "one behind an unknown image": {
      set: {
        "spec.containers": [
          { name: "app", image: unknown },
          { name: "other", image: "busybox:1" },
        ],
      },
    },
    "one that the configuration leaves out": { ...image("quay.io/app:1"), configuration: own },
  },
  good: {
    "a public registry of AWS": image("public.ecr.aws/docker/library/nginx:1.29"),
    "a digest": image("registry.k8s.io/pause@sha256:45b23dee08af5e43a7fea6c4cf9c25ccf269ee113168c19722f87876677c5cb"),
    "one that the configuration allows": { ...image("registry.example.com/a/b:1"), configuration: own },
    "the short name of one that it allows": { ...image("nginx:1.29"), configuration: own },
  },
  unknown: ["spec.containers.0.image"],
});
