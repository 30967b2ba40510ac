import {
  AnalyzerHandshakeRequest,
  AnalyzeStackRequest,
  EnforcementLevel,
  PolicySeverity,
  PolicyType,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../policy-packs/core/outcome";
import type { Settings } from "../../../policy-packs/core/settings";
import { engine, found, rules, started, subnet, tiny, vpc } from "../../support/engine-double";
import { analyzeRequest, analyzeStackRequest, answerOf, ask, serverOf } from "../../support/policy";

const { ADVISORY, MANDATORY, REMEDIATE, DISABLED } = EnforcementLevel;

describe("what the engine is told of a pack", () => {
  it("is one policy a rule, with its level for the stack, severity, type and parameters", async () => {
    const settings: Settings = ({ name }, stack) => ({
      level: stack === "prod" && name === "dns" ? "remediate" : "advisory",
      configuration: name === "not-small" ? { smallest: 26 } : {},
    });
    const info = (await (await started({ settings }, "prod")).info()).toObject();
    expect(info).toMatchObject({ name: "test", version: "0.0.0", supportsconfig: true });
    expect(info.policiesList).toMatchObject([
      {
        name: "not-small",
        severity: PolicySeverity.POLICY_SEVERITY_HIGH,
        policyType: PolicyType.POLICY_TYPE_RESOURCE,
        enforcementlevel: ADVISORY,
      },
      { name: "dns", enforcementlevel: REMEDIATE },
      { name: "used", policyType: PolicyType.POLICY_TYPE_STACK },
    ]);
    const schema = (await (await started()).info()).getPoliciesList()[0]?.getConfigschema()?.getProperties();
    expect(schema?.toJavaScript()).toMatchObject({
      smallest: { type: "integer", default: 24 },
      names: { type: "array" },
    });
    const told = (await (await started({ settings }, "prod")).info()).getInitialconfigMap().get("not-small");
    expect(told?.getProperties()?.toJavaScript()).toEqual({ smallest: 26 });
  });

  it("is told to each engine for its own stack", async () => {
    const settings: Settings = (_rule, stack) => ({
      level: stack === "prod" ? "mandatory" : "advisory",
      configuration: {},
    });
    const server = serverOf(rules, { settings });
    const levels = async (stack: string, peer: string) => {
      const one = engine(server, stack, peer);
      await one.start();
      return (await one.info()).getPoliciesList().map((policy) => policy.getEnforcementlevel());
    };
    expect(await levels("dev", "127.0.0.1:1")).toEqual([ADVISORY, ADVISORY, ADVISORY]);
    expect(await levels("prod", "127.0.0.1:2")).toEqual([MANDATORY, MANDATORY, MANDATORY]);
    expect(await levels("test", "127.0.0.1:3")).toEqual([ADVISORY, ADVISORY, ADVISORY]);
  });

  it("answers what it has nothing to do for", async () => {
    const server = serverOf(rules);
    await ask(server.handshake, new AnalyzerHandshakeRequest());
    await ask(server.cancel, new Empty());
    expect((await ask(server.getPluginInfo, new Empty())).getVersion()).toBe("0.0.0");
    expect(answerOf(await ask(server.analyzeStack, new AnalyzeStackRequest()))).toEqual({
      violations: [],
      notApplicable: [{ rule: "used", reason: "" }],
    });
  });
});

describe("what the engine says of a pack", () => {
  it("goes over the settings: levels and parameters", async () => {
    const one = await started();
    await one.configure({ "not-small": [ADVISORY, { smallest: 27 }], dns: [DISABLED], all: [ADVISORY] });
    const { violations, notApplicable } = await one.analyze(vpc, { cidrBlock: "10.0.0.0/28" });
    expect(violations).toMatchObject([{ rule: "not-small", level: "advisory", message: "smaller than /27" }]);
    expect(notApplicable).toEqual([{ rule: "dns", reason: "" }]);
  });

  it("ends an introduction only where it sets a level", async () => {
    const introduction = { mandatoryFrom: "2027-02-01", daysLeft: 10 };
    const settings: Settings = () => ({ level: "advisory", configuration: {}, introduction });
    const one = await started({ settings });
    await one.configure({ "not-small": [ADVISORY, { smallest: 27 }] });
    expect((await one.analyze(vpc, tiny)).violations).toMatchObject([
      { level: "advisory", message: "smaller than /27 (mandatory from 2027-02-01, 10 days)" },
    ]);
    await one.configure({ "not-small": [MANDATORY, { smallest: 27 }] });
    expect((await one.analyze(vpc, tiny)).violations).toMatchObject([
      { level: "mandatory", message: "smaller than /27" },
    ]);
  });

  it("is refused with all mistakes, and then changes nothing", async () => {
    const one = await started();
    const wrong = one.configure({
      "not-smal": [DISABLED],
      "not-small": [DISABLED, { smallest: "few", larges: 3 }],
      dns: [DISABLED, { on: 1 }],
    });
    const said = await wrong.catch((error: Error) => error.message);
    expect(said).toMatch(/not-smal.*not-small/);
    expect(said).toMatch(/not-small\.smallest: .*number/);
    expect(said).toMatch(/not-small\.larges: .*smallest/);
    expect(said).toMatch(/dns\.on: /);
    expect((await one.analyze(vpc, tiny)).violations).toMatchObject([{ message: found }]);
  });

  it("is for its own stack, however many engines a pack serves, and whatever connection they come back on", async () => {
    const server = serverOf(rules);
    const [dev, prod, other, late] = [
      engine(server, "dev", "127.0.0.1:1"),
      engine(server, "prod", "127.0.0.1:2"),
      engine(server, "dev", "127.0.0.1:3", "shop"),
      engine(server, "dev", "127.0.0.1:4"),
    ] as const;
    await Promise.all([dev.start(), prod.start(), other.start()]);
    await Promise.all([
      dev.configure({ "not-small": [ADVISORY] }),
      prod.configure({ "not-small": [MANDATORY, { smallest: 28 }] }),
    ]);
    expect((await dev.analyze(vpc, tiny)).violations).toMatchObject([{ level: "advisory", message: found }]);
    expect((await prod.analyze(vpc, tiny)).violations).toEqual([]);
    expect((await other.analyze(vpc, tiny)).violations).toMatchObject([{ level: "mandatory", message: found }]);
    expect((await late.analyze(vpc, tiny)).violations).toMatchObject([{ level: "advisory", message: found }]);
  });

  it("is for every stack where an engine does not say which it runs", async () => {
    const one = engine(serverOf(rules), "dev", "127.0.0.1:1");
    await one.configure({ "not-small": [ADVISORY] });
    expect((await one.analyze(vpc, tiny)).violations).toMatchObject([{ level: "advisory" }]);
  });
});

describe("answers", () => {
  it("name passed rules by leaving them out", async () => {
    const one = await started();
    expect(await one.analyze(subnet, { cidrBlock: "10.0.0.0/24" })).toEqual({
      violations: [],
      notApplicable: [{ rule: "dns", reason: "" }],
    });
  });

  it("are told to whoever records them", async () => {
    const outcomes: Outcome[] = [];
    const server = serverOf(rules, { record: (these) => outcomes.push(...these) });
    await ask(server.analyze, analyzeRequest({ type: vpc, name: "one", props: tiny }));
    await ask(server.analyzeStack, analyzeStackRequest([{ type: vpc, name: "one", props: tiny }]));
    expect(outcomes.map(({ rule, result }) => [rule, result])).toEqual([
      ["not-small", "failed"],
      ["dns", "passed"],
      ["used", "failed"],
    ]);
  });

  it("are errors where the pack itself fails, without the error's words", async () => {
    const settings: Settings = () => {
      throw new RangeError("hunter2");
    };
    const asked = ask(serverOf(rules, { settings }).analyze, analyzeRequest({ type: vpc, name: "one", props: {} }));
    const said = await asked.catch((error: Error) => error.message);
    expect(said).toMatch(/^the policy pack failed: RangeError\n\s+at /);
    expect(said).not.toContain("hunter2");
  });
});
