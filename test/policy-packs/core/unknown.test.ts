import { describe, expect, it } from "vitest";
import { isNonEmpty, isSet, throwingOnUnknown, UnknownValueError } from "../../../policy-packs/core/unknown";
import { unknown } from "../../support/policy";

describe("what is unknown", () => {
  it.each([
    ["string", unknown],
    ["boolean", "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7"],
    ["number", "3eeb2bf0-c639-47a8-9e75-3b44932eb421"],
    ["Array", "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2"],
    ["asset", "030794c1-ac77-496b-92df-f27374a8bd58"],
    ["archive", "e48ece36-62e2-4504-bad9-02848725956a"],
    ["Object", "dd056dcd-154b-4c76-9bd3-c8f88648b5ff"],
  ])("throws when read, with its path: %s", (kind, value) => {
    const read = () => throwingOnUnknown({ rules: [{}, { cidr: value }] }).rules[1]?.cidr;
    expect(read).toThrow(new UnknownValueError(`${kind} value at .rules.1.cidr can't be known during preview`));
    expect(read).toThrow(UnknownValueError);
  });

  it("throws when a list of it is walked, spread, searched or put into text", () => {
    const { list, known } = throwingOnUnknown({ list: ["a", unknown], known: ["a"] });
    for (const walk of [
      () => [...list],
      () => list.map((item) => item),
      () => list.includes("b"),
      () => list.join(),
      () => JSON.stringify({ list }),
      () => ({ ...list }),
    ]) {
      expect(walk).toThrow(".list.1");
    }
    expect(known.filter((item) => item !== "b").concat(known)).toEqual(["a", "a"]);
    expect(Array.isArray(known)).toBe(true);
  });

  it("can be counted, and asked for whether it is there", () => {
    const props = throwingOnUnknown({
      list: [unknown, unknown],
      text: unknown,
      empty: "",
      nothing: null,
      other: undefined,
    });
    expect(Object.keys(props)).toEqual(["list", "text", "empty", "nothing", "other"]);
    expect("text" in props).toBe(true);
    expect(props.list.length).toBe(2);
    expect([isSet(props, "text"), isSet(props, "nothing"), isSet(props, "other")]).toEqual([true, false, false]);
    expect([isNonEmpty(props, "text"), isNonEmpty(props, "empty")]).toEqual([true, false]);
  });

  it("is the value itself only, not a text that holds it", () => {
    expect(throwingOnUnknown({ text: `id-${unknown}` }).text).toBe(`id-${unknown}`);
  });
});
