import { helmReleaseImagesPinned } from "../../../../policy-packs/iam-supply-chain/rules/helm/helm-release-images-pinned";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(helmReleaseImagesPinned, {
  bad: {
    "the latest": { set: { "values.image.tag": "latest" } },
    "the latest of a part": { set: { "values.controller": { image: { tag: "latest" } } } },
    "the latest in a list": { set: { "values.sidecars": [{ name: "log", image: "example.com/log:latest" }] } },
    "an image in one text": { set: { "values.image": "example.com/shop:latest" } },
    "a tag of its own": { set: { "values.imageTag": "latest" } },
    "the latest behind what is unknown": { set: { values: { name: unknown, image: { tag: "latest" } } } },
  },
  good: {
    "no values": { unset: ["values"] },
    "the chart's own tag": { set: { "values.image.tag": "" } },
    "a digest": { set: { "values.image": { repository: "shop", digest: `sha256:${"0".repeat(64)}` } } },
    "the latest of something else": { set: { "values.kernel": "latest", "values.imageName": "latest" } },
    "a label": { set: { "values.labels": { release: "latest" } } },
  },
  unknown: ["values", "values.image.tag"],
});
