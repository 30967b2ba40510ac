import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, expect, it, vi } from "vitest";
import { pricesUpdate } from "../../../cli/commands/prices-update";
import type { PriceList } from "../../../prices/price-list";
import { readLists, writeLists } from "../../../prices/update/write";
import { type Answer, offerFile, type Priced, withHost } from "../../support/price-list-host";

const region = "eu-west-1";
const today = "2026-11-25";

/** EKS is the smallest list that we read. */
const cluster: Priced = { usage: "EU-AmazonEKS-Hours:perCluster", unit: "Hours", usd: "0.1000000000" };
const extended: Priced = { usage: "EU-AmazonEKS-Hours:extendedSupport", unit: "Hours", usd: "0.5000000000" };
const eks = (...priced: Priced[]) => offerFile("AmazonEKS", region, priced);

const list = (prices: Record<string, number>, given: Partial<PriceList> = {}): PriceList => ({
  ...{ region, date: "2026-01-01", source: "https://aws.amazon.com/", verified: false, note: "" },
  prices,
  ...given,
});

const folder = mkdtempSync(path.join(tmpdir(), "lists-"));
const out: string[] = [];
const inFolder = () =>
  Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file), "utf8")]));

async function run(options: object, answers: Readonly<Record<string, Answer>>): Promise<string> {
  out.length = 0;
  vi.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0);
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  await withHost(answers, (host) => pricesUpdate({ region: [region], ...options }, { today, host, folder }));
  return out.join("");
}

/** Puts these lists into the folder, and nothing else. */
function start(lists: Record<string, PriceList>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, one] of Object.entries(lists)) writeFileSync(path.join(folder, file), JSON.stringify(one));
  writeLists([], folder);
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

const clusterBefore = list({ "cluster-hour": 0.09, "nat-gateway-hour": 0.05 });
const elsewhere = list({ "cluster-hour": 0.11 }, { region: "us-east-1" });

it("writes what it read in place of what was there, and leaves the rest", async () => {
  start({
    "old.json": clusterBefore,
    "only-eks.json": list({ "cluster-extended-support-hour": 0.4 }),
    "other.json": elsewhere,
  });
  const said = await run({}, { [`AmazonEKS/${region}`]: eks(cluster, extended) });
  expect(said).toContain(
    [
      "eu-west-1 AmazonEKS: 2 prices, 2 changed, 0 new",
      "  cluster-extended-support-hour 0.4 → 0.5 (+25.0 %)",
      "  cluster-hour 0.09 → 0.1 (+11.1 %)",
    ].join("\n"),
  );
  expect(said).toContain("eu-west-1 AmazonEC2: stays as it is, ");
  expect(process.exitCode).toBe(1);
  const lists = readLists(folder);
  expect([...lists.keys()]).toEqual(["eu-west-1-AmazonEKS.json", "old.json", "other.json"]);
  expect(lists.get("old.json")?.prices).toEqual({ "nat-gateway-hour": 0.05 });
  expect(lists.get("other.json")).toEqual(elsewhere);
  expect(readFileSync(path.join(folder, "index.ts"), "utf8")).toContain(
    'import euWest1AmazonEKS from "./eu-west-1-AmazonEKS.json";',
  );
});

it("changes nothing the second time", async () => {
  const answers = { [`AmazonEKS/${region}`]: eks(cluster, extended) };
  await run({}, answers);
  const first = inFolder();
  expect(await run({}, answers)).toContain("AmazonEKS: 2 prices, 0 changed, 0 new");
  expect(inFolder()).toEqual(first);
});

it("changes nothing where it may take nothing", async () => {
  start({ "old.json": clusterBefore });
  const before = inFolder();
  const dear = eks({ ...cluster, usd: "0.3" }, extended);
  expect(await run({}, { [`AmazonEKS/${region}`]: dear })).toContain("No price list was changed.");
  expect(inFolder()).toEqual(before);
  expect(process.exitCode).toBe(1);
  expect(await run({ yes: true }, { [`AmazonEKS/${region}`]: dear })).toContain("cluster-hour 0.09 → 0.3 (+233.3 %)");
});

it("says that there is no network, and changes nothing", async () => {
  start({ "old.json": clusterBefore });
  const before = inFolder();
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed", { cause: { code: "ENOTFOUND" } })));
  const said = await run({}, {});
  vi.unstubAllGlobals();
  expect(said).toMatch(/^eu-west-1 AWSELB: stays as it is, \S+ cannot be reached \(ENOTFOUND\)$/m);
  expect(said).toContain("No price list was changed.");
  expect(inFolder()).toEqual(before);
  expect(process.exitCode).toBe(1);
});
