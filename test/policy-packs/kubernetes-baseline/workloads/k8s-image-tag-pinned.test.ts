import { k8sImageTagPinned } from "../../../../policy-packs/kubernetes-baseline/rules/workloads/k8s-image-tag-pinned";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

const image = (name: string) => ({ set: { "spec.containers.0.image": name } });

testPodRule(k8sImageTagPinned, {
  bad: {
    "no tag": image("nginx"),
    "no tag behind a port": image("registry.example.com:5000/app"),
    "an empty tag": image("nginx:"),
    "the latest": image("registry.example.com/app:latest"),
    "no image": { unset: ["spec.containers.0.image"] },
    "an init container's": { set: { "spec.initContainers": [{ name: "init", image: "busybox" }] } },
    "an ephemeral container's": { set: { "spec.ephemeralContainers": [{ name: "debug", image: "busybox:latest" }] } },
    "one behind an unknown image": {
      set: {
        "spec.containers": [
          { name: "app", image: unknown },
          { name: "other", image: "busybox" },
        ],
      },
    },
    "another tag that moves": { ...image("app:stable"), configuration: { tags: ["latest", "stable"] } },
    "a tag, where a digest is asked": { ...image("app:1.2"), configuration: { digest: true } },
  },
  good: {
    "a digest": image("nginx@sha256:45b23dee08af5e43a7fea6c4cf9c25ccf269ee113168c19722f87876677c5cb"),
    "a digest beside latest": image(
      "nginx:latest@sha256:45b23dee08af5e43a7fea6c4cf9c25ccf269ee113168c19722f87876677c5cb",
    ),
    "a tag that begins so": image("app:latest-1.2"),
    "an exempt image": { ...image("app:latest"), configuration: { exemptImages: ["app:latest"] } },
  },
  unknown: ["spec.containers.0.image", "spec.containers"],
});
