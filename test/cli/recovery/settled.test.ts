import type { UpdateSummary } from "@pulumi/pulumi/automation";
import { describe, expect, it } from "vitest";
import { isSettled } from "../../../cli/recovery/settled";

const resources = [{ urn: "urn:pulumi:dev-network::foundation::pulumi:pulumi:Stack::x", type: "pulumi:pulumi:Stack" }];
const written = (time: string) => ({ manifest: { time }, resources });
const entry = (kind: string, result: string, end: string) =>
  ({ kind, result, endTime: new Date(end), startTime: new Date(end) }) as UpdateSummary;

describe("isSettled", () => {
  const update = entry("update", "succeeded", "2026-11-24T10:00:05.000Z");
  // Made to the nanosecond, while the history has whole seconds.
  const state = written("2026-11-24T10:00:05.873201111Z");

  it("holds once an update succeeded, also one that a refresh followed", () => {
    expect(isSettled(state, [update])).toBe(true);
    const refresh = entry("refresh", "succeeded", "2026-11-24T10:01:00.000Z");
    expect(isSettled(written("2026-11-24T10:01:00.1Z"), [refresh, update])).toBe(true);
  });

  it("does not hold after a failed update, whatever refreshed since", () => {
    const failed = entry("update", "failed", "2026-11-24T10:00:05.000Z");
    const refresh = entry("refresh", "succeeded", "2026-11-24T10:01:00.000Z");
    expect(isSettled(state, [failed, update])).toBe(false);
    expect(isSettled(state, [refresh, failed, update])).toBe(false);
  });

  it("does not hold when a killed update wrote the state after the last entry, or is the only one", () => {
    expect(isSettled(written("2026-11-24T10:00:09.1Z"), [update])).toBe(false);
    expect(isSettled(state, [])).toBe(false);
  });

  it("holds for a stack in which nothing was ever made", () => {
    expect(isSettled({}, [])).toBe(true);
    expect(isSettled({ resources: [] }, [entry("update", "failed", "2026-11-24T10:00:05.000Z")])).toBe(false);
  });
});
