import { expect, it } from "vitest";
import { runPreview } from "../../cli/actions";
import { WrongUse } from "../../cli/errors";

it("refuses to choose a Kubernetes for an account", async () => {
  const options = { sandbox: false, verbose: false, kubernetes: "real" as const };
  await expect(runPreview(["dev"], options)).rejects.toThrow(WrongUse);
});
