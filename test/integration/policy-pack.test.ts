import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judged, type Options, PackRuns } from "../support/pack-runs";

const policyPacks = [path.resolve(__dirname, "../../policy-packs/security-baseline")];

describe("the security baseline on the real engine", () => {
  let runs: PackRuns;

  beforeAll(async () => {
    runs = await PackRuns.start();
  });
  afterAll(() => runs.stop());

  it("lets a good stack through, in the preview before anything exists and when it is made", async () => {
    const stack = await runs.open("good", {});
    const preview = await judged((onEvent) => stack.preview({ policyPacks, onEvent }));
    expect(preview).toMatchObject({ failed: false, events: [] });
    const up = await judged((onEvent) => stack.up({ policyPacks, onEvent }));
    expect(up).toMatchObject({ failed: false, events: [] });
    const ofKey = up.summaries.find(({ resourceUrn }) => resourceUrn.endsWith("aws:kms/key:Key::key"));
    expect(ofKey?.passed).toContain("kms-rotation");
    expect(ofKey?.passed?.filter((rule) => !rule.startsWith("kms-"))).toEqual([]);
    expect(ofKey?.failed).toBeUndefined();
    await stack.destroy();
  });

  it("fails a preview by --policy-pack, and says what, where and how bad", async () => {
    const stack = await runs.open("bad", { rotation: false, sshFrom: "0.0.0.0/0", flowLog: false });
    const { failed, events } = await judged((onEvent) => stack.preview({ policyPacks, onEvent, color: "never" }));
    expect(failed).toBe(true);
    const common = { policyPackName: "security-baseline", enforcementLevel: "mandatory" };
    const asked = ["kms-rotation", "sg-no-public-ssh-rdp", "vpc-flow-logs"];
    const found = events.filter(({ policyName }) => asked.includes(policyName));
    expect(found.sort((a, b) => a.policyName.localeCompare(b.policyName))).toMatchObject([
      {
        ...common,
        policyName: "kms-rotation",
        severity: "medium",
        resourceUrn: expect.stringMatching(/aws:kms\/key:Key::key$/),
        message: expect.stringContaining("the key does not rotate: set enableKeyRotation to true"),
      },
      {
        ...common,
        policyName: "sg-no-public-ssh-rdp",
        severity: "critical",
        resourceUrn: expect.stringMatching(/SecurityGroupIngressRule::ssh$/),
        message: expect.stringContaining("SSH open to the Internet"),
      },
      {
        ...common,
        policyName: "vpc-flow-logs",
        severity: "medium",
        resourceUrn: expect.stringMatching(/aws:ec2\/vpc:Vpc::main$/),
        message: expect.stringContaining("the VPC has no flow log"),
      },
    ]);
  });

  it("fails an update by PULUMI_OPTION_POLICY_PACK before the resource is made", async () => {
    const stack = await runs.open("typed", { rotation: false }, { PULUMI_OPTION_POLICY_PACK: policyPacks.join() });
    const { failed, events } = await judged((onEvent) => stack.up({ onEvent }));
    expect(failed).toBe(true);
    expect(events.map((event) => event.policyName)).toEqual(["kms-rotation"]);
    const { deployment } = await stack.exportStack();
    const types = (deployment.resources ?? []).map((resource: { type: string }) => resource.type);
    expect(types).not.toContain("aws:kms/key:Key");
    await stack.destroy();
  });

  describe("with an exception", () => {
    const entry = `
  - rule: kms-rotation
    resource: urn:pulumi:*::foundation::aws:kms/key:Key::key
    owner: platform-security
    reason: imported key material
    ticket: SEC-7
    since: 2026-11-01
    expires: 2026-11-30`;
    const bounds = "bounds: [{ owners: [platform-security], severity: critical, maximumDays: 30 }]";

    async function preview(stackName: string, today: string, text = entry) {
      const file = path.join(runs.dir, "exceptions.yaml");
      writeFileSync(file, `${bounds}\nexceptions:${text}\n`);
      const stack = await runs.open(
        stackName,
        { rotation: false },
        { FOUNDATION_EXCEPTIONS: file, FOUNDATION_TODAY: today },
      );
      const { failed, events } = await judged((onEvent) => stack.preview({ policyPacks, onEvent, color: "never" }));
      return { failed, levels: events.map((event) => event.enforcementLevel), said: events[0]?.message };
    }

    it("shows the finding with owner and days left, and lets the stack through", async () => {
      expect(await preview("excepted", "2026-11-24")).toEqual({
        failed: false,
        levels: [expect.stringMatching(/advisory|warning/)],
        said: expect.stringContaining(
          "(excepted until 2026-11-30, 6 days left, by platform-security: imported key material, SEC-7)",
        ),
      });
    });

    it.each([
      ["expired", "2026-12-01", entry, "exception 1 expired on 2026-11-30"],
      [
        "malformed",
        "2026-11-24",
        entry.replace("SEC-7", '""'),
        "exception 1 does not count: ticket: must not be empty",
      ],
      ["too-long", "2026-11-24", entry.replace("11-30", "12-30"), "platform-security may except for 30 at most"],
      ["over-broad", "2026-11-24", entry.replace(/urn.*/, '"*"'), "names every resource"],
      ["not-theirs", "2026-11-24", entry.replace("platform-security", "shop"), "shop may except nothing"],
    ])("that is %s brings the finding back and says so", async (name, today, text, reason) => {
      expect(await preview(name, today, text)).toEqual({
        failed: true,
        levels: ["mandatory"],
        said: expect.stringContaining(reason),
      });
    });
  });

  it("is in force as the standard says for the stack's environment, and tells what it introduces", async () => {
    const file = path.join(runs.dir, "standard.yaml");
    writeFileSync(
      file,
      `environments:
  audited: { preset: regulated, rules: { log-group-retention: { parameters: { min: 400 } } } }
  tried: { preset: starter }
introductions:
  - { rules: [kms-rotation], mandatoryFrom: 2027-02-01 }
`,
    );
    const variables = { FOUNDATION_STANDARD: file, FOUNDATION_TODAY: "2026-11-25" };
    const told = async (stackName: string) => {
      const stack = await runs.open(stackName, { rotation: false }, variables);
      const { failed, events } = await judged((onEvent) => stack.preview({ policyPacks, onEvent, color: "never" }));
      const lines = events.map(({ policyName, enforcementLevel, message }) => {
        const level = enforcementLevel === "mandatory" ? enforcementLevel : "advisory";
        return `${level} ${policyName}: ${message.trim().replace(/^.*\n/, "")}`;
      });
      return { failed, lines: lines.filter((line) => /kms-rotation|log-group-retention/.test(line)) };
    };
    const unrotated = "advisory kms-rotation: the key does not rotate: set enableKeyRotation to true";
    expect(await told("audited-shop")).toEqual({
      failed: true,
      lines: expect.arrayContaining([
        `${unrotated} (mandatory from 2027-02-01, 68 days)`,
        expect.stringMatching(/^mandatory log-group-retention: .*set retentionInDays to 400 or more/),
      ]),
    });
    // Of a medium rule, starter is advised anyway.
    expect(await told("tried-shop")).toEqual({ failed: false, lines: [unrotated] });
  });

  describe("with what --policy-pack-config says", () => {
    async function up(stackName: string, options: Options, configuration: object) {
      const file = path.join(runs.dir, `${stackName}.json`);
      writeFileSync(file, JSON.stringify(configuration));
      const stack = await runs.open(stackName, options);
      return {
        ...(await judged((onEvent) => stack.up({ policyPacks, policyPackConfigs: [file], onEvent, color: "never" }))),
        stack,
      };
    }

    it("advises only, where that is the level", async () => {
      const { failed, events, stack } = await up("advised", { rotation: false }, { "kms-rotation": "advisory" });
      expect(events.map(({ policyName, enforcementLevel }) => [policyName, enforcementLevel])).toEqual([
        ["kms-rotation", expect.stringMatching(/advisory|warning/)],
      ]);
      expect(failed).toBe(false);
      await stack.destroy();
    });

    it("mends the resource before it is made", async () => {
      const { failed, events, stack } = await up("mended", { retention: 1 }, { "log-group-retention": "remediate" });
      expect(events).toEqual([]);
      expect(failed).toBe(false);
      const { deployment } = await stack.exportStack();
      const logs = deployment.resources?.find(({ type }: { type: string }) => type.endsWith(":LogGroup"));
      expect(logs.inputs.retentionInDays).toBeGreaterThan(1);
      // What is secret in the state; the SDK exports it in plain text.
      expect(logs.inputs.tags).toHaveProperty("plaintext");
      await stack.destroy();
    });

    it("is refused with every mistake", async () => {
      const wrong = { "kms-rotatoin": "advisory", "kms-rotation": { enforcementLevel: "advisory", days: 30 } };
      const { failed, output } = await up("misconfigured", {}, wrong);
      expect(failed).toBe(true);
      expect(output).toMatch(/kms-rotatoin: .*kms-rotation/);
      expect(output).toMatch(/kms-rotation\.days: /);
    });
  });
});
