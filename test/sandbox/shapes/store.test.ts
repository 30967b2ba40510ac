import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { models } from "../../../sandbox/models";
import { readService, services } from "../../../sandbox/shapes/read";
import type { Kind } from "../../../sandbox/shapes/shape";
import { shapeOf, shapesFolder, shapesOf } from "../../../sandbox/shapes/store";

describe("what the SDK declares", () => {
  it("is read with names, kinds, what is required, deprecated and put out", () => {
    const eip = shapeOf("aws:ec2/eip:Eip");
    expect(eip?.properties).toMatchObject({ domain: "string", tags: { map: "string" } });
    expect(eip?.outputs).toEqual(expect.arrayContaining(["arn", "domain", "publicIp", "tagsAll"]));
    expect(shapeOf("aws:ec2/subnet:Subnet")?.required).toEqual(["vpcId"]);
    expect(shapeOf("aws:ec2/routeTable:RouteTable")?.properties.routes).toEqual({
      list: { object: "ec2/RouteTableRoute" },
    });
    expect(shapeOf("aws:iam/role:Role")?.properties.assumeRolePolicy).toBe("document");
    expect(shapeOf("aws:ec2/instance:Instance")?.deprecated).toContain("securityGroups");
    expect(shapesOf("ec2").objects.RouteTableRoute?.properties).toMatchObject({ gatewayId: "string" });
  });

  it("is understood for every type", { timeout: 60_000 }, () => {
    const open: string[] = [];
    let types = 0;
    for (const service of services()) {
      const { resources, objects } = shapesOf(service);
      types += Object.keys(resources).length;
      for (const [name, { properties }] of Object.entries({ ...resources, ...objects }))
        for (const [key, kind] of Object.entries(properties)) if (!isUnderstood(kind)) open.push(`${name} ${key}`);
    }
    expect(types).toBeGreaterThan(1_700);
    // Archives and assets, and what is inside policy documents, which are texts for the provider.
    expect(open.filter((one) => !/^(PolicyStatement|\w+Principal) /.test(one))).toEqual([
      "aws:lambda/function:Function code",
      "aws:lambda/layerVersion:LayerVersion code",
      "aws:s3/bucketObject:BucketObject source",
      "aws:s3/bucketObjectv2:BucketObjectv2 source",
    ]);
  });

  it.each(models)("$type is one of its types", ({ type, global = false }) => {
    const shape = shapeOf(type);
    expect(shape).toBeDefined();
    // What can be in a region has that region as an input.
    expect(shape?.properties.region === undefined).toBe(global);
  });
});

function isUnderstood(kind: Kind): boolean {
  if (typeof kind === "string") return kind !== "any";
  if ("list" in kind) return isUnderstood(kind.list);
  if ("map" in kind) return isUnderstood(kind.map);
  const [service = "", name = ""] = kind.object.split("/");
  return shapesOf(service).objects[name] !== undefined;
}

describe("what is kept of it", () => {
  const file = path.join(shapesFolder, "kms.json");
  /** A process that starts: nothing is loaded. */
  async function anew() {
    vi.resetModules();
    const read = vi.fn(readService);
    vi.doMock("../../../sandbox/shapes/read", () => ({ readService: read }));
    const store = await import("../../../sandbox/shapes/store.js");
    return { store, read };
  }
  beforeEach(() => {
    shapesOf("kms");
  });
  afterEach(() => {
    vi.doUnmock("../../../sandbox/shapes/read");
    vi.resetModules();
  });

  it("is used without reading the SDK again", async () => {
    const { store, read } = await anew();
    expect(store.shapeOf("aws:kms/key:Key")).toEqual(shapeOf("aws:kms/key:Key"));
    expect(read).not.toHaveBeenCalled();
  });

  it.each([
    ["cut off", (text: string) => text.slice(0, text.length / 2)],
    ["changed", (text: string) => text.replace("keyUsage", "keyUse")],
    ["empty", () => ""],
    ["of another form", () => "{}"],
  ])("is read again where it is %s", async (_how, broken) => {
    const whole = readFileSync(file, "utf8");
    writeFileSync(file, broken(whole));
    const { store, read } = await anew();
    expect(store.shapeOf("aws:kms/key:Key")).toEqual(shapeOf("aws:kms/key:Key"));
    expect(read).toHaveBeenCalledOnce();
    expect(readFileSync(file, "utf8")).toBe(whole);
    expect(readdirSync(shapesFolder)).not.toContain(`kms.json.${process.pid}`);
  });

  it("holds no file for a service that the SDK does not have", async () => {
    const { store } = await anew();
    expect(store.shapeOf("aws:moon/base:Base")).toBeUndefined();
    expect(readdirSync(shapesFolder)).not.toContain("moon.json");
  });
});
