import { describe, expect, it } from "vitest";
import { Properties, plainProperties, type Wire, type WireObject } from "../../../policy-packs/analyzer/properties";
import { throwingOnUnknown } from "../../../policy-packs/core/unknown";
import { unknown } from "../../support/policy";

const signed = (signature: string, rest: WireObject): WireObject => ({
  "4dabf18193072939515e22adb298388d": signature,
  ...rest,
});
const secret = (value: Wire) => signed("1b47061264138c4ac30d75fd1eb44270", { value });
const asset = (where: WireObject) => signed("c44067f5952c0a294b673a41bacd8c17", { hash: "0123", ...where });
const archive = (where: WireObject) => signed("0def7320c3a5731c473e5ecbe6d01bc7", { hash: "4567", ...where });
const reference = (rest: WireObject) => signed("5cf8f73096256a8f31e491e813e4eb8e", rest);
const output = (rest: WireObject) => signed("d0e6a833031e9bbcd3f4e8bde6ca49a4", rest);

const code = archive({ assets: { "index.js": asset({ text: "exports" }), lib: archive({ path: "./lib" }) } });
const everything: WireObject = {
  name: "shop",
  size: 3,
  on: false,
  nothing: null,
  list: [1, secret("hunter2"), [{ inner: secret({ user: "admin", password: secret("hunter3") }) }]],
  code,
  vpc: reference({ urn: "urn:pulumi:test::foundation::aws:ec2/vpc:Vpc::main", id: "vpc-1" }),
  parent: reference({ urn: "urn:pulumi:test::foundation::aws:ec2/vpc:Vpc::main", id: "" }),
  later: output({ secret: true }),
  known: output({ value: [1], dependencies: ["urn"] }),
};

describe("properties", () => {
  it("are read as plain values", () => {
    expect(plainProperties(everything)).toEqual({
      name: "shop",
      size: 3,
      on: false,
      nothing: null,
      list: [1, "hunter2", [{ inner: { user: "admin", password: "hunter3" } }]],
      code: { assets: { "index.js": { text: "exports" }, lib: { path: "./lib" } } },
      vpc: "vpc-1",
      parent: "urn:pulumi:test::foundation::aws:ec2/vpc:Vpc::main",
      later: unknown,
      known: [1],
    });
  });

  it("are sent back as they came where nothing was changed", () => {
    const { known: _known, ...rest } = everything;
    expect(new Properties(rest).wire()).toEqual(rest);
  });

  it("throw for a signature that there is not", () => {
    expect(() => plainProperties({ a: [signed("deadbeef", {})] })).toThrow("signature that this pack does not know");
  });
});

describe("what is changed in place", () => {
  /** The properties `wire` after `change`, made as rules make it: through what throws on unknown values. */
  function changed(wire: WireObject, change: (props: Record<string, never>) => void): WireObject {
    const properties = new Properties(wire);
    change(throwingOnUnknown(properties.props) as Record<string, never>);
    return properties.wire();
  }
  const set = (object: unknown, key: PropertyKey, value: unknown) => void Reflect.set(Object(object), key, value);

  it("is sent back, and the rest as it was", () => {
    const wire = { tags: { a: "1" }, password: secret("hunter2"), later: unknown };
    expect(changed(wire, ({ tags }) => set(tags, "b", 2))).toEqual({ ...wire, tags: { a: "1", b: 2 } });
    expect(changed(wire, (props) => Reflect.deleteProperty(props, "tags"))).toEqual({
      password: wire.password,
      later: unknown,
    });
    expect(changed(wire, (props) => set(props, "tags", undefined))).not.toHaveProperty("tags");
  });

  it("stays secret where a secret is replaced", () => {
    const wire = { password: secret("hunter2"), user: { name: "a", key: secret("hunter3") } };
    expect(changed(wire, (props) => set(props, "password", "new"))).toMatchObject({ password: secret("new") });
    // The value may have gone elsewhere within the property.
    expect(changed(wire, ({ user }) => set(user, "key", "new"))).toMatchObject({
      user: secret({ name: "a", key: secret("new") }),
    });
  });

  it.each<[string, (props: Record<string, never>) => void]>([
    ["copied into a new object", (props) => set(props, "users", [{ key: Reflect.get(Object(props.users)[0], "key") }])],
    ["moved to another key", ({ users }) => set(users, 0, { name: Object(users)[0].key })],
  ])("is secret as a whole where a secret is %s", (_what, change) => {
    const wire = { users: [{ key: secret("hunter2") }], other: 1 };
    const after = changed(wire, change);
    expect(after.other).toBe(1);
    expect(JSON.stringify(after)).toContain("hunter2");
    expect(Object.keys(Object(after.users))).toEqual(Object.keys(secret(1)));
  });

  it("is secret as a whole where secrets move on in their list", () => {
    const wire = { keys: [secret("hunter2"), secret("hunter3")] };
    expect(changed(wire, ({ keys }) => void Array.prototype.unshift.call(keys, "none"))).toEqual({
      keys: secret([secret("none"), secret("hunter2"), "hunter3"]),
    });
  });

  it("takes parts of what was there", () => {
    const wire = { from: { inner: [secret("hunter2"), unknown] }, size: 1 };
    const after = changed(wire, (props) => set(props, "from", { moved: Reflect.get(Object(props.from), "inner") }));
    expect(after).toEqual({ from: { moved: [secret("hunter2"), unknown] }, size: 1 });
  });

  it("leaves assets and archives as they came, with their hashes", () => {
    const wire = { code, source: asset({ path: "./a.txt" }) };
    expect(
      changed(wire, (props) => {
        set(props.code, "assets", {});
        set(props.source, "path", "./b.txt");
        set(props, "timeout", 3);
      }),
    ).toEqual({ ...wire, timeout: 3 });
  });
});
