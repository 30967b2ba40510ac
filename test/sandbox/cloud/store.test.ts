import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readCloud } from "../../../sandbox/cloud/read";
import type { CloudResource } from "../../../sandbox/cloud/resource";
import { openCloud } from "../../../sandbox/cloud/store";

const resource = (id: string, more: Partial<CloudResource> = {}): CloudResource => ({
  account: "111122223333",
  region: "eu-west-1",
  type: "aws:ec2/vpc:Vpc",
  id,
  status: "active",
  inputs: {},
  outputs: { tagsAll: { Name: `name of ${id}` } },
  ...more,
});

describe("openCloud", () => {
  let dir: string;
  beforeEach(() => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), "cloud-"));
  });
  afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

  const journal = () => {
    const file = fs.readdirSync(dir).find((name) => name.startsWith("journal-"));
    return path.join(dir, file ?? "no journal");
  };
  const ids = () => readCloud(dir).map(({ id }) => id);

  it("finds after a kill what was answered before it", () => {
    const { cloud } = openCloud(dir);
    cloud.request(() => cloud.put(resource("vpc-1")));
    cloud.request(() => cloud.put(resource("vpc-2")));
    cloud.request(() => cloud.remove(resource("vpc-1")));
    // Not closed: as after a kill, there is only the journal.
    expect(fs.existsSync(journal())).toBe(true);
    expect(ids()).toEqual(["vpc-2"]);
  });

  it.each([1, 10, 40])("drops a request whose line was torn %i characters before its end", (missing) => {
    const { cloud } = openCloud(dir);
    cloud.request(() => cloud.put(resource("vpc-1")));
    cloud.request(() => {
      cloud.put(resource("vpc-2"));
      cloud.put(resource("vpc-3"));
    });
    const content = fs.readFileSync(journal(), "utf8");
    fs.writeFileSync(journal(), content.slice(0, -missing));

    const again = openCloud(dir);
    expect(ids()).toEqual(["vpc-1"]);
    again.cloud.request(() => again.cloud.put(resource("vpc-4")));
    expect(ids()).toEqual(["vpc-1", "vpc-4"]);
  });

  it("reads the snapshot and not the journal before it when killed between the two steps of compacting", () => {
    const { cloud } = openCloud(dir);
    cloud.request(() => cloud.put(resource("vpc-1")));
    cloud.request(() => cloud.remove(resource("vpc-1")));
    const old = journal();
    const content = fs.readFileSync(old);
    openCloud(dir).close();
    fs.writeFileSync(old, content);
    expect(ids()).toEqual([]);
    openCloud(dir).close();
    expect(ids()).toEqual([]);
  });

  it("keeps nothing of a request that fails", () => {
    const { cloud } = openCloud(dir);
    cloud.request(() => cloud.put(resource("vpc-1")));
    const failing = () =>
      cloud.request(() => {
        cloud.remove(resource("vpc-1"));
        cloud.put(resource("vpc-2"));
        cloud.issue("key");
        throw new Error("refused");
      });
    expect(failing).toThrow("refused");
    expect(cloud.state()).toMatchObject({ resources: [{ id: "vpc-1" }], issued: {} });
    expect(ids()).toEqual(["vpc-1"]);
  });

  it("never issues a number twice, over restarts too", () => {
    const first = openCloud(dir);
    expect(first.cloud.request(() => first.cloud.issue("key"))).toBe(0);
    const second = openCloud(dir);
    expect(second.cloud.request(() => second.cloud.issue("key"))).toBe(1);
    second.close();
    const third = openCloud(dir);
    expect(third.cloud.request(() => third.cloud.issue("key"))).toBe(2);
  });

  it("undoes a request whose line does not fit on the disk, and goes on", () => {
    const { cloud } = openCloud(dir);
    cloud.request(() => cloud.put(resource("vpc-1")));
    const real = fs.writeSync;
    const full = vi.spyOn(fs, "writeSync").mockImplementationOnce((handle) => {
      real(handle, '[{"put":{"acc');
      throw new Error("no space left on device");
    });
    expect(() => cloud.request(() => cloud.put(resource("vpc-2")))).toThrow("no space left");
    full.mockRestore();
    expect(cloud.state().resources.map(({ id }) => id)).toEqual(["vpc-1"]);
    cloud.request(() => cloud.put(resource("vpc-3")));
    expect(ids()).toEqual(["vpc-1", "vpc-3"]);
  });

  it("says which line of the journal is damaged", () => {
    const { cloud } = openCloud(dir);
    for (const id of ["vpc-1", "vpc-2", "vpc-3"]) cloud.request(() => cloud.put(resource(id)));
    const lines = fs.readFileSync(journal(), "utf8").split("\n");
    fs.writeFileSync(journal(), [lines[0], "\0\0\0", ...lines.slice(2)].join("\n"));
    expect(() => openCloud(dir)).toThrow("line 2 of 3 is damaged");
  });

  it("is for its owner's eyes only", () => {
    const { cloud } = openCloud(dir);
    cloud.request(() => cloud.put(resource("vpc-1")));
    for (const file of fs.readdirSync(dir)) expect(fs.statSync(path.join(dir, file)).mode & 0o077).toBe(0);
  });

  it("says so when the snapshot is of another version", () => {
    fs.writeFileSync(path.join(dir, "cloud.json"), JSON.stringify({ version: 2 }));
    expect(() => openCloud(dir)).toThrow("cloud.json is not a cloud of this version");
  });

  it("lists what is there with its name and status, but not what AWS made by itself", () => {
    const { cloud } = openCloud(dir);
    cloud.request(() => {
      cloud.put(resource("vpc-1", { status: "PendingDeletion" }));
      cloud.put(resource("sg-1", { owner: "vpc-1" }));
    });
    expect(readCloud(dir)).toEqual([
      {
        account: "111122223333",
        region: "eu-west-1",
        type: "aws:ec2/vpc:Vpc",
        id: "vpc-1",
        status: "PendingDeletion",
        name: "name of vpc-1",
        tags: { Name: "name of vpc-1" },
      },
    ]);
  });
});
