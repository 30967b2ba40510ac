import { describe, expect, it } from "vitest";
import { missingTls } from "../../../policy-packs/core/database-tls";

describe("missingTls", () => {
  it.each([
    ["postgres14", "rds.force_ssl to 1"],
    ["postgres15", undefined],
    ["postgres9.6", "rds.force_ssl to 1"],
    ["aurora-postgresql16", "rds.force_ssl to 1"],
    ["aurora-postgresql17", undefined],
    ["sqlserver-ee-15.0", "rds.force_ssl to 1"],
    ["mysql8.4", "require_secure_transport to 1"],
    ["mysql9.7", undefined],
    ["mysql10.0", undefined],
    ["aurora-mysql8.0", "require_secure_transport to 1"],
    ["mariadb11.4", "require_secure_transport to 1"],
    ["mariadb11.8", undefined],
    ["mariadb11.10", undefined],
    ["db2-ae-11.5", "db2comm to SSL"],
    ["oracle-ee-19", undefined],
    ["postgres", undefined],
    ["mysql8.0", "require_secure_transport to 1"],
  ])("knows what a group of %s does where nothing is said", (family, missing) => {
    expect(missingTls({ family })).toBe(missing);
  });

  it("sees that a default is switched off", () => {
    const parameters = [{ name: "rds.force_ssl", value: "0" }];
    expect(missingTls({ family: "postgres16", parameters })).toBe("rds.force_ssl to 1");
  });
});
