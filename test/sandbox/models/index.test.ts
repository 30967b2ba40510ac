import { describe, expect, it } from "vitest";
import { models } from "../../../sandbox/models";

describe("every model", () => {
  it.each(models.map((model) => [model.type, model] as const))("%s cites a page for each refusal", (_type, model) => {
    for (const { source } of model.refusals ?? [])
      expect(source).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|kubernetes\.io)\//);
  });

  it.each(models)("$type names the source file of its properties", ({ schema }) => {
    expect(schema).toMatch(/^internal\/service\/\w+\/\w+\.go$/);
  });

  it("has a type of its own", () => {
    expect(new Set(models.map(({ type }) => type)).size).toBe(models.length);
  });
});
