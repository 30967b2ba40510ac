import { type Child, h, type Node } from "./node";
import { counted, name, partsOf } from "./words";

/** Which change of the review is of which resource. */
export type Links = ReadonlyMap<string, number>;

export const linksOf = (changes: readonly { readonly urn: string }[]): Links =>
  new Map(changes.map(({ urn }, index) => [urn, index]));

/** The address of a change in the table of all changes. */
export const changeAnchor = (index: number): string => `c${index}`;

/** A link to a change; its text alone where the resource does not change. */
export function changeLink(links: Links, urn: string, text = partsOf(urn).name): Node {
  const index = links.get(urn);
  return index === undefined ? name(text) : h("a", { href: `#${changeAnchor(index)}` }, name(text));
}

/** Names that a line has before the rest is counted. */
const mostNames = 6;

export function resourceLinks(links: Links, urns: readonly string[], most = mostNames): Child {
  const shown = urns.slice(0, most);
  const rest = urns.length - shown.length;
  return [
    shown.map((urn, index) => [index > 0 && ", ", changeLink(links, urn)]),
    rest > 0 && ` and ${counted(rest)} more`,
  ];
}
