import { plural } from "../../../cli/report/words";
import { counted } from "../../diff/scalars";
import type { Cost } from "../../model/schema";
import type { Block } from "../budget";
import { leftOut } from "../changes";
import { code, link, row, tableHead, text } from "../escape";
import { nameOf } from "../names";

/** What a report says of costs: the sums, and blocks that tell more. */
export interface CostPart {
  readonly title: string;
  readonly intro: string;
  readonly blocks: readonly Block[];
}

/** What a change costs in a month; undefined where it costs nothing and nothing of it is open. */
export function costPart(cost: Cost): CostPart | undefined {
  const { before, after, gaps, lines, resources } = cost;
  const open = gaps.filter(({ changed }) => changed);
  if (cents(after - before) === 0 && lines.length === 0 && open.length === 0) return undefined;
  return {
    title: `Cost (${change(before, after)} a month)`,
    intro: [`${usd(before)} a month before, ${usd(after)} after, at list prices.`, covered(resources), doubts(cost)]
      .filter((sentence) => sentence !== "")
      .join(" "),
    blocks: [
      sumsBlock(cost),
      gapsBlock(open),
      linesBlock(lines),
      sourcesBlock(cost),
      assumptionsBlock(cost.assumptions),
    ],
  };
}

const cents = (amount: number): number => Math.round(amount * 100);

/** `$1,234.50`. */
function usd(amount: number): string {
  const shown = (Math.abs(cents(amount)) / 100).toLocaleString("en-US", {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return text(`${cents(amount) < 0 ? "−" : ""}$${shown}`);
}

const change = (before: number, after: number): string =>
  `${cents(after - before) > 0 ? "+" : ""}${usd(after - before)}`;

function covered({ priced, free, unpriced, unknown }: Cost["resources"]): string {
  const missing = [
    unpriced > 0 ? `${counted(unpriced)} without a price here` : "",
    unknown > 0 ? `${counted(unknown)} of which a price is known only once they are made` : "",
  ].filter((part) => part !== "");
  const without = missing.length === 0 ? "" : `; in no sum: <b>${missing.join(", ")}</b>`;
  return `${plural(priced, "resource")} priced, ${counted(free)} free${without}.`;
}

function doubts({ sources }: Cost): string {
  const unverified = sources.filter(({ verified }) => !verified).length;
  const elsewhere = sources.filter(({ exact }) => !exact).length;
  const of = plural(sources.length, "price source");
  return [
    unverified > 0 ? `<b>${counted(unverified)} of ${of} not AWS's own</b>: what comes of it is unverified.` : "",
    elsewhere > 0 ? `${counted(elsewhere)} of ${of} of another region.` : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

const bys = ["stack", "team", "service"] as const;

function sumsBlock({ rows }: Cost): Block {
  const changed = bys.flatMap((by) =>
    rows[by]
      .filter(({ before, after }) => cents(after - before) !== 0)
      .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
      .map((one) => ({ by, ...one })),
  );
  return {
    head: tableHead(["by", "name", "before ", "after ", "change "]),
    rows: true,
    items: changed.map(({ by, name, before, after }) => [
      () => row([by, name === "" ? "none known" : code(name, 60), usd(before), usd(after), change(before, after)]),
    ]),
    rest: (from) =>
      leftOut(
        plural(changed.length - from, "sum"),
        `by ${[...new Set(changed.slice(from).map(({ by }) => by))].join(", ")}`,
      ),
  };
}

function gapsBlock(open: Cost["gaps"]): Block {
  const said = { unpriced: "no price here", unknown: "not known yet" } as const;
  return {
    head: `<b>Not in the sums, of what changes (${counted(open.length)})</b>`,
    items: open.map(({ urn, stack, type, kind, what }) => [
      () => `- ${code(nameOf(urn))} ${code(type)} in ${code(stack)}, ${said[kind]}: ${text(what)}`,
    ]),
    rest: (from) => leftOut(`${plural(open.length - from, "gap")} in the estimate`),
  };
}

function linesBlock(lines: Cost["lines"]): Block {
  return {
    folded: `What the estimate is made of: ${plural(lines.length, "line")}`,
    head: tableHead(["resource", "item", "quantity ", "for one ", "change "]),
    rows: true,
    items: lines.map(({ urn, item, quantity, unitUsd, before, after }) => [
      () =>
        row([
          code(nameOf(urn), 60),
          text(item, 80),
          `${amount(quantity.before)} → ${amount(quantity.after)}`,
          text(`$${amount(unitUsd)}`),
          change(before, after),
        ]),
    ]),
    rest: (from) => leftOut(plural(lines.length - from, "line of the estimate", "lines of the estimate")),
  };
}

const amount = (quantity: number): string => quantity.toLocaleString("en-US", { maximumSignificantDigits: 6 });

function sourcesBlock({ sources }: Cost): Block {
  const sorted = [...sources].sort(
    (a, b) => Number(a.verified) - Number(b.verified) || Number(a.exact) - Number(b.exact),
  );
  return {
    folded: `Sources of the prices (${counted(sources.length)})`,
    items: sorted.map(({ url, date, region, verified, exact }) => [
      () => {
        const where = exact ? text(region, 40) : `${text(region, 40)}, for want of the region's own`;
        return `- ${link(url)}, ${where}, ${text(date, 20)}${verified ? "" : ": <b>unverified</b>"}`;
      },
    ]),
    rest: (from) => leftOut(plural(sources.length - from, "source")),
  };
}

function assumptionsBlock(assumptions: Cost["assumptions"]): Block {
  return {
    folded: `What is assumed of use (${counted(assumptions.length)})`,
    items: assumptions.map(({ environment, what, quantity }) => [
      () => `- ${code(environment, 60)}: ${amount(quantity)} · ${text(what)}`,
    ]),
    rest: (from) => leftOut(plural(assumptions.length - from, "assumption")),
  };
}
