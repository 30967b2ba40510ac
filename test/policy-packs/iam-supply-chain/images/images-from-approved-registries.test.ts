import { imagesFromApprovedRegistries } from "../../../../policy-packs/iam-supply-chain/rules/images/images-from-approved-registries";
import { testRule } from "../../../support/rule";

const hub = "docker.io/library/nginx:1.29";

testRule(imagesFromApprovedRegistries, {
  bad: {
    "a public image": { set: { containerDefinitions: JSON.stringify([{ name: "app", image: hub }]) } },
    "one without a registry, behind a good one": {
      set: {
        containerDefinitions: JSON.stringify([
          { image: "111122223333.dkr.ecr.eu-central-1.amazonaws.com/app:1" },
          { image: "nginx" },
        ]),
      },
    },
    "a registry that only looks like it": {
      of: "aws:lambda/function:Function",
      set: { imageUri: "example.com/111122223333.dkr.ecr.eu-central-1.amazonaws.com/app:1" },
    },
    "an image of App Runner": {
      of: "aws:apprunner/service:Service",
      set: { "sourceConfiguration.imageRepository.imageIdentifier": "public.ecr.aws/nginx/nginx:1.29" },
    },
    "a job's image": {
      of: "aws:batch/jobDefinition:JobDefinition",
      set: { containerProperties: JSON.stringify({ image: hub }) },
    },
    "a job's image in a cluster": {
      of: "aws:batch/jobDefinition:JobDefinition",
      set: { eksProperties: { podProperties: { containers: [{ image: hub }] } } },
    },
    "a registry that the platform team leaves out": { configuration: { registries: ["registry.example.com/*"] } },
  },
  good: {
    "a registry that the platform team lists": {
      set: { containerDefinitions: JSON.stringify([{ image: "registry.example.com/app:1" }]) },
      configuration: { registries: ["registry.example.com/*"] },
    },
    "a function without an image": { of: "aws:lambda/function:Function", unset: ["imageUri"] },
    "a text that is no JSON, which the provider refuses": { set: { containerDefinitions: "[" } },
  },
  unknown: ["containerDefinitions"],
});
