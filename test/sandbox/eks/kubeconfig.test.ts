import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { kubeconfigOf } from "../../../sandbox/eks/kubeconfig";

const cluster = {
  arn: output("arn:aws:eks:eu-west-1:111122223333:cluster/dev"),
  name: output("dev"),
  endpoint: output("https://dev.example.com"),
  certificateAuthority: output({ data: "Y2E=" }),
};

function argsOf(credentials: Parameters<typeof kubeconfigOf>[1], withProfile: boolean): Promise<string[]> {
  return new Promise((resolve) => {
    kubeconfigOf(cluster, credentials, withProfile).apply((config) => {
      const [user] = config.users;
      resolve(user?.user.exec.args ?? []);
    });
  });
}

describe("kubeconfigOf", () => {
  it("gets tokens for the cluster in its region", async () => {
    const args = await argsOf(undefined, true);
    expect(args.join(" ")).toBe("--region eu-west-1 eks get-token --cluster-name dev --output json");
  });

  it("names the role always and the profile only where it is the caller's own", async () => {
    const credentials = { roleArn: "arn:aws:iam::111122223333:role/ops", profileName: "work" };
    expect((await argsOf(credentials, true)).slice(-4)).toEqual(["--role", credentials.roleArn, "--profile", "work"]);
    expect((await argsOf(credentials, false)).slice(-2)).toEqual(["--role", credentials.roleArn]);
  });
});
