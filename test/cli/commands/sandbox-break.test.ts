import { describe, expect, it } from "vitest";
import { faultOf } from "../../../cli/commands/sandbox-break";
import { faultSchema, inWords } from "../../../sandbox/faults/fault";

describe("faultOf", () => {
  it("reads every option", () => {
    const fault = faultOf({
      ...{ service: "ec2", call: "create", type: "aws:ec2/subnet:Subnet", error: "InternalError", latency: "2s" },
      ...{ crash: "after", rate: "0.1", times: "3", skip: "0", seed: "7" },
    });
    expect(faultSchema.parse(fault)).toEqual(fault);
    expect(fault).toMatchObject({ service: "ec2", latencyMs: 2000, rate: 0.1, times: 3, skip: 0, seed: 7 });
    expect(inWords(fault)).toBe(
      "ec2 aws:ec2/subnet:Subnet create: InternalError, the sandbox ends after it, answered 2000 ms later, rate 0.1, seed 7, at most 3 times, not the first 0",
    );
  });

  it("strikes every call that it names, unless told otherwise", () => {
    expect(faultOf({ lostAnswer: true })).toMatchObject({ lostAnswer: true, rate: 1, seed: 1 });
  });

  it("tells every mistake with what is allowed, and an example", () => {
    const all = { service: "s4", call: "make", type: "Subnet", error: "oops", latency: "5", crash: "now" };
    expect(() => faultOf({ ...all, rate: "0", times: "0", skip: "x", seed: "-1" })).toThrow(
      /--service s4: must be one of .*ec2[\s\S]*--call make[\s\S]*--type Subnet[\s\S]*--error oops[\s\S]*--crash now[\s\S]*--latency 5[\s\S]*--times 0[\s\S]*--skip x[\s\S]*--rate 0[\s\S]*--seed -1[\s\S]*e\.g\. foundation sandbox break/,
    );
  });

  it("wants to know how to fail, in one way", () => {
    expect(() => faultOf({ service: "ec2" })).toThrow("says not how to fail");
    expect(() => faultOf({ error: "InternalError", lostAnswer: true })).toThrow("a call fails in one way");
  });
});
