import { expect, it } from "vitest";
import { quotas } from "../../../sandbox/quotas";
import { quotaId, serviceQuotaType } from "../../../sandbox/quotas/quota";
import { make, makeVpc, startCloud } from "../../support/models";
import { shows, showsAllOf } from "../../support/refusals";

const ask = (quotaCode: string, value: number, serviceCode = "vpc") =>
  make(serviceQuotaType, { serviceCode, quotaCode, value });
const vpcsPerRegion = "L-F678F1CE";

shows("NoSuchResourceException", "a quota that nothing enforces", {
  valid: () => ask(vpcsPerRegion, 6),
  refused: () => ask("L-00000000", 6),
});

shows("IllegalArgumentException", "less than the account has", {
  valid: () => ask(vpcsPerRegion, 5),
  refused: () => ask(vpcsPerRegion, 4),
  says: /lower than the current one, 5/,
});

shows("IllegalArgumentException", "more of what cannot be adjusted", {
  valid: () => ask("managed-policy-size", 6144, "iam"),
  refused: () => ask("managed-policy-size", 6145, "iam"),
  says: /cannot be adjusted/,
});

shows("IllegalArgumentException", "more than AWS grants anybody", {
  valid: () => ask("L-0DA4ABF3", 25, "iam"),
  refused: () => ask("L-0DA4ABF3", 26, "iam"),
  says: /higher than the most that is granted, 25/,
});

it("raises what the account may have", () => {
  startCloud();
  for (let count = 0; count < 5; count++) makeVpc();
  expect(() => makeVpc()).toThrow("The maximum number of VPCs has been reached.");
  ask(vpcsPerRegion, 6);
  makeVpc();
  expect(() => makeVpc()).toThrow("The maximum number of VPCs has been reached.");
});

it.each(quotas.map((quota) => [quotaId(quota), quota] as const))(
  "%s has a page and the day it was read",
  (_id, quota) => {
    expect(quota.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    expect(quota.date).toMatch(/^20\d\d-\d\d-\d\d$/);
  },
);

showsAllOf("aws:servicequotas/");
