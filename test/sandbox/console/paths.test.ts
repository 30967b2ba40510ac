import { describe, expect, it } from "vitest";
import { parsePath, valueAt, withValue } from "../../../sandbox/console/paths";

describe("property paths", () => {
  it("parses names, positions, quoted names, and tags as they are typed", () => {
    expect(parsePath("vpcConfig.subnetIds[1]")).toEqual(["vpcConfig", "subnetIds", 1]);
    expect(parsePath('data["a.b/c"]')).toEqual(["data", "a.b/c"]);
    expect(parsePath("tags.kubernetes.io/role/elb")).toEqual(["tags", "kubernetes.io/role/elb"]);
    expect(parsePath('tags["a"]')).toEqual(["tags", "a"]);
    for (const wrong of ["", "[0]", "a..b", "a[x]", "a b"]) expect(parsePath(wrong), wrong).toBeUndefined();
  });

  it("reads and changes what is there, and nothing else", () => {
    const before = { a: { list: [{ x: 1 }, { x: 2 }], keep: true } };
    expect(valueAt(before, ["a", "list", 1, "x"])).toBe(2);
    expect(valueAt(before, ["a", "none", 1])).toBeUndefined();
    expect(withValue(before, ["a", "list", 1, "x"], 3)).toEqual({ a: { list: [{ x: 1 }, { x: 3 }], keep: true } });
    expect(withValue(before, ["a", "list", 0], undefined)).toEqual({ a: { list: [{ x: 2 }], keep: true } });
    expect(withValue({}, ["b", "c"], "new")).toEqual({ b: { c: "new" } });
    expect(before.a.list).toHaveLength(2);
  });
});
