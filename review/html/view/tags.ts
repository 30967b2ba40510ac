import type { Review, Tags } from "../../model/schema";
import { barKey, barRow } from "./bars";
import { changeLink, type Links } from "./links";
import { type Child, h, type Node } from "./node";
import type { Part } from "./part";
import { code, counted, folded, name } from "./words";

/** How many resources have the tags that all must have, before and after. */
export function tagsPart({ tags }: Review, links: Links): Part | undefined {
  const { stacks, required, missing } = tags;
  if (stacks.length === 0) return undefined;
  return {
    ...{ id: "tags", title: "Tags" },
    content: [
      h(
        "p",
        { class: "hint" },
        "Resources with every required tag",
        required.length > 0 && [": ", required.map((key, index) => [index > 0 && ", ", code(key)])],
        ".",
      ),
      barKey(),
      h("ul", { class: "plot" }, stacks.map(coverage)),
      missing.length > 0 &&
        folded(
          ["Without a required tag ", h("span", { class: "amount" }, counted(missing.length))],
          h(
            "ul",
            { class: "rows" },
            missing.slice(0, mostMissing).map((one) => missingView(one, links)),
          ),
          missing.length > mostMissing &&
            h("p", { class: "hint" }, `and ${counted(missing.length - mostMissing)} more`),
        ),
    ],
  };
}

const mostMissing = 200;

type Coverage = Tags["stacks"][number]["after"];

function coverage({ stack, before, after }: Tags["stacks"][number]): Node {
  const figures = [h("strong", {}, share(after)), ` ${fraction(before)} → ${fraction(after)}`];
  return barRow(name(stack), figures, percent(before), percent(after));
}

const percent = ({ tagged, taggable }: Coverage): number => (taggable === 0 ? 0 : (tagged / taggable) * 100);
/** Rounded down: what is not complete is not 100 %. */
const share = (of: Coverage): string => (of.taggable === 0 ? "none to tag" : `${Math.floor(percent(of))} %`);
const fraction = ({ tagged, taggable }: Coverage): string => `${counted(tagged)} of ${counted(taggable)}`;

const missingView = ({ urn, stack, keys }: Tags["missing"][number], links: Links): Child =>
  h(
    "li",
    {},
    changeLink(links, urn),
    h("span", { class: "type" }, " in ", name(stack)),
    ": ",
    keys.map((key, index) => [index > 0 && ", ", code(key)]),
  );
