import { beforeEach, describe, expect, it } from "vitest";
import { modelOf } from "../../../sandbox/models";
import { previewUpdate } from "../../../sandbox/operations/lifecycle";
import { unknown } from "../../../sandbox/values";
import { change, drop, make, preview, roleType, scope, startCloud, trustPolicy } from "../../support/models";

beforeEach(() => startCloud());

it("leaves what the program says to leave", () => {
  const type = "aws:cloudwatch/logGroup:LogGroup";
  for (const skipDestroy of [true, false]) drop(make(type, { name: `skip-${skipDestroy}`, skipDestroy }));
  expect(scope.list(type).map(({ id }) => id)).toEqual(["skip-true"]);
});

describe("a name that begins with what the program says", () => {
  const inputs = { namePrefix: "app-", assumeRolePolicy: trustPolicy() };

  it("is not known before the provider makes it, and then another one each time", () => {
    expect(preview(roleType, inputs).name).toBe(unknown);
    const [first, second] = [make(roleType, inputs), make(roleType, inputs)];
    expect(first.outputs.name).toMatch(/^app-[0-9a-f]{26}$/);
    expect(first.id).toBe(first.outputs.name);
    expect(second.id).not.toBe(first.id);
  });

  it("stays over an update", () => {
    const role = make(roleType, inputs);
    const target = { model: modelOf(roleType), scope, name: "it" };
    const news = { ...role.inputs, description: "new" };
    expect(previewUpdate(target, role.id, role.outputs, news).name).toBe(role.id);
    expect(change(role, { description: "new" }).outputs).toMatchObject({ name: role.id, description: "new" });
  });
});
