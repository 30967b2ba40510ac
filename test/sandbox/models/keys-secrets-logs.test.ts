import { beforeEach, describe, expect, it } from "vitest";
import { drop, make, preview, refusal, scope, startCloud } from "../../support/models";

beforeEach(startCloud);

describe("keys, secrets and logs", () => {
  it("schedules a key's deletion and refuses its use from then on", () => {
    const key = make("aws:kms/key:Key", { deletionWindowInDays: 7 });
    const keyArn = key.outputs.arn ?? "";
    make("aws:cloudwatch/logGroup:LogGroup", { name: "/one", kmsKeyId: keyArn });
    const alias = { name: "alias/data", targetKeyId: key.id };
    make("aws:kms/alias:Alias", alias);
    expect(refusal(() => make("aws:kms/alias:Alias", alias))).toBe("AlreadyExistsException");
    drop(key);
    expect(scope.find(key.type, key.id)).toMatchObject({ status: "PendingDeletion" });
    expect(refusal(() => make("aws:cloudwatch/logGroup:LogGroup", { name: "/two", kmsKeyId: keyArn }))).toBe(
      "AccessDeniedException",
    );
    expect(refusal(() => make("aws:kms/alias:Alias", { ...alias, name: "alias/other" }))).toBe(
      "KMSInvalidStateException",
    );
  });

  it.each([6, 31])("refuses a deletion window of %i days", (deletionWindowInDays) => {
    expect(refusal(() => preview("aws:kms/key:Key", { deletionWindowInDays }))).toBe("ValidationException");
  });

  it("refuses the names that AWS keeps for its own keys", () => {
    const key = make("aws:kms/key:Key", {});
    const alias = (name: string) => () => make("aws:kms/alias:Alias", { name, targetKeyId: key.id });
    expect(refusal(alias("alias/aws/data"))).toBe("InvalidAliasNameException");
    expect(refusal(alias("data"))).toBe("InvalidAliasNameException");
    expect(refusal(() => make("aws:kms/alias:Alias", { name: "alias/x", targetKeyId: "none" }))).toBe(
      "NotFoundException",
    );
  });

  it("keeps a secret's name until its recovery window is over", () => {
    const secret = make("aws:secretsmanager/secret:Secret", { name: "db" });
    expect(refusal(() => make(secret.type, { name: "db" }))).toBe("ResourceExistsException");
    drop(secret);
    expect(refusal(() => make(secret.type, { name: "db" }))).toBe("InvalidRequestException");
    const gone = make(secret.type, { name: "now", recoveryWindowInDays: 0 });
    drop(gone);
    make(secret.type, { name: "now" });
  });

  it("refuses a log group's name that is taken and a retention that CloudWatch does not offer", () => {
    const group =
      (name: string, retentionInDays = 90) =>
      () =>
        make("aws:cloudwatch/logGroup:LogGroup", { name, retentionInDays });
    group("/app")();
    expect(refusal(group("/app"))).toBe("ResourceAlreadyExistsException");
    expect(refusal(group("/other", 91))).toBe("InvalidParameterException");
    expect(refusal(group("an app"))).toBe("InvalidParameterException");
  });
});
