import type { Change } from "../../model/schema";
import { type Links, resourceLinks } from "./links";
import { type Child, h, type Node } from "./node";
import { name, plural } from "./words";

/** Where a resource belongs, in one line. */
export function whereOf({ stack, component, owner }: Pick<Change, "stack" | "component" | "owner">): Child {
  return [
    h("span", {}, "in ", name(stack)),
    component.length > 0 &&
      h(
        "span",
        {},
        "part of ",
        component.map((one, index) => [index > 0 && " › ", name(one.name)]),
      ),
    owner !== "" && h("span", {}, "owned by ", name(owner)),
  ];
}

export const pair = (title: string, value: Child): Node => h("div", {}, h("dt", {}, title), h("dd", {}, value));

/** What decides how bad a change is: protection, the order of a replacement, and what was made from it. */
export function facts(change: Omit<Change, "diff">, links: Links, others: readonly Child[] = []): Node {
  const { op, dependents } = change;
  const ends = op === "replace" || op === "delete";
  const count = plural(dependents.length, "resource");
  return h(
    "dl",
    { class: "pairs" },
    ends && pair("Protection", protection(change)),
    ends && pair(op === "replace" ? "Order" : "In the cloud", orderOf(change)),
    (ends || dependents.length > 0) &&
      pair(
        "Depends on it",
        dependents.length === 0 ? "nothing that is known" : [`${count}: `, resourceLinks(links, dependents)],
      ),
    others,
  );
}

const protection = ({ protect }: Pick<Change, "protect">): string =>
  protect ? "protected: the engine refuses to delete it" : "not protected";

function orderOf({ op, deleteFirst, retainOnDelete }: Omit<Change, "diff">): string {
  const stays = "stays there, managed by nobody";
  if (op === "delete") return retainOnDelete ? stays : "deleted";
  const order = deleteFirst ? "the old one is deleted before the new one is there" : "the new one is made first";
  return retainOnDelete ? `${order}; the old one ${stays}` : order;
}
