import { describe, expect, it } from "vitest";
import { registeredTypes, typesIn } from "../../../tools/sandbox-coverage/registered";

describe("typesIn", () => {
  it("finds the classes that are made, on every branch and however they are imported", () => {
    const program = `
      import * as aws from "@pulumi/aws";
      import { ConfigMap as Settings } from "@pulumi/kubernetes/core/v1";
      import * as k8s from "@pulumi/kubernetes";
      import { KeyPair, type Vpc } from "@pulumi/aws/ec2";
      import { Role } from "@pulumi/aws/iam/role";
      import { StorageClass } from "@pulumi/kubernetes/storage/v1/storageClass";
      export const make = (is: boolean) => (is ? new aws.sqs.Queue("a") : new KeyPair("b", { publicKey: "c" }));
      function later() { return [new Role("d"), new Settings("e"), new k8s.apps.v1.Deployment("f"), new StorageClass("g")]; }
    `;
    expect(typesIn(program)).toEqual([
      "aws:sqs/queue:Queue",
      "aws:ec2/keyPair:KeyPair",
      "aws:iam/role:Role",
      "kubernetes:core/v1:ConfigMap",
      "kubernetes:apps/v1:Deployment",
      "kubernetes:storage.k8s.io/v1:StorageClass",
    ]);
  });

  it("finds tokens that stand in a text", () => {
    const program = `
      register("aws:kms/key:Key", \`kubernetes:batch/v1:CronJob\`);
      const others = ["aws:SourceAccount", "aws:index/getRegion:getRegion", "aws:kms/kee:Kee", "kubernetes:core"];
    `;
    expect(typesIn(program)).toEqual(["aws:kms/key:Key", "kubernetes:batch/v1:CronJob"]);
  });

  it("takes nothing else for a type", () => {
    const program = `
      import * as aws from "@pulumi/aws";
      import * as kubernetes from "@pulumi/kubernetes";
      import { Provider } from "@pulumi/kubernetes/provider";
      import { Vpc } from "./vpc";
      const made = [new aws.Provider("a"), new kubernetes.Provider("b"), new Provider("c"), new Vpc("d"), new Map()];
      const read = aws.ec2.Subnet.get("e", "subnet-1");
      declare const bucket: aws.s3.Bucket;
    `;
    expect(typesIn(program)).toEqual([]);
  });
});

it("registeredTypes reads the library, the layers and the stand-in for the eks plugin", () => {
  const types = registeredTypes();
  expect(types).toEqual([...new Set(types)].sort());
  expect(types).toEqual(
    expect.arrayContaining([
      "aws:ec2/natGateway:NatGateway",
      "aws:kms/key:Key",
      "aws:autoscaling/group:Group",
      "kubernetes:core/v1:ConfigMap",
    ]),
  );
});
