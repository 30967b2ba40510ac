import { imagesPinnedByDigest } from "../../../../policy-packs/iam-supply-chain/rules/images/images-pinned-by-digest";
import { testRule } from "../../../support/rule";

const repository = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/app";
const task = (image: string) => ({ set: { containerDefinitions: JSON.stringify([{ name: "app", image }]) } });

testRule(imagesPinnedByDigest, {
  bad: {
    latest: task(`${repository}:latest`),
    "no tag": task(repository),
    "no tag behind a port": task("registry.example.com:5000/app"),
    "a function's latest": { of: "aws:lambda/function:Function", set: { imageUri: `${repository}:latest` } },
  },
  good: {
    "a digest": task(`${repository}@sha256:${"0".repeat(64)}`),
    "a digest beside latest": task(`${repository}:latest@sha256:${"0".repeat(64)}`),
    "a function without an image": { of: "aws:lambda/function:Function", unset: ["imageUri"] },
  },
  unknown: ["containerDefinitions"],
});
