import { expect, it } from "vitest";
import { runEvidence, runPreview } from "../../cli/actions";
import { WrongUse } from "../../cli/errors";

it("refuses to choose a Kubernetes for an account", async () => {
  const options = { sandbox: false, verbose: false, kubernetes: "real" as const };
  await expect(runPreview(["dev"], options)).rejects.toThrow(WrongUse);
});

it("refuses two machine-readable results on stdout", async () => {
  await expect(runPreview(["dev"], { sandbox: true, verbose: false, json: "-", sarif: "-" })).rejects.toThrow(WrongUse);
});

it("refuses to choose a Kubernetes for an account's evidence", async () => {
  const options = { sandbox: false, verbose: false, kubernetes: "real" as const, out: "evidence" };
  await expect(runEvidence(["dev"], options)).rejects.toThrow(WrongUse);
});
