import { box, layout, type Placed } from "../graph/layout";
import { type Edge, type Graph, type GraphNode, neighbourhood, startOf } from "../graph/neighbourhood";
import type { Row } from "./changes";
import { changeLink, type Links } from "./links";
import { type Child, h, type Node } from "./node";
import type { Part } from "./part";
import { counted, folded, levelWords, operations, partsOf, plural, shortType } from "./words";

/** What changes, what it was made from, and what was made from it; absent where nothing touches anything else. */
export function graphPart(rows: readonly Row[], links: Links): Part | undefined {
  if (startOf(rows).length === 0) return undefined;
  return {
    id: "graph",
    title: "Dependencies",
    content: h("div", { id: "graph-view" }, graphView(rows, links)),
  };
}

/** The graph around one change; where none is named, of a small review, or around what is most dangerous. */
export function graphView(rows: readonly Row[], links: Links, focus?: number): Child {
  const starts = focus === undefined ? startOf(rows) : [focus];
  const graph = neighbourhood(rows, links, starts);
  const drawn = graph.nodes.filter(({ index }) => index !== undefined).length;
  const row = focus === undefined ? undefined : rows[focus];
  return [
    h(
      "p",
      { class: "hint" },
      row
        ? ["Around ", changeLink(links, row.urn), ". ", h("a", { href: "#graph" }, "Back to where it began"), "."]
        : `${counted(drawn)} of ${plural(rows.length, "change")}${drawn < rows.length ? ", the most dangerous first" : ""}.`,
      " From the left to the right: what something was made from, and what was made from it. Choose one to see what is around it.",
    ),
    picture(rows, graph, focus),
    folded("The same as a list", list(rows, links, graph)),
  ];
}

function picture(rows: readonly Row[], graph: Graph, focus: number | undefined): Node {
  const { width, height, placed } = layout(graph);
  const places = new Map(placed.map((one) => [one.node.key, one]));
  return h(
    "div",
    { class: "scroll graph", tabindex: 0, role: "group", "aria-label": "Graph of resources" },
    h(
      "svg",
      {
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        role: "group",
        "aria-label": "Resources by what they were made from",
      },
      graph.edges.map((edge) => line(edge, places)),
      placed.map((one) => boxOf(one, rows, focus)),
    ),
  );
}

function line([source, dependent]: Edge, places: ReadonlyMap<string, Placed>): Child {
  const [from, to] = [places.get(source), places.get(dependent)];
  if (!from || !to) return undefined;
  const [x1, y1] = [from.x + box.width, from.y + box.height / 2];
  const [x2, y2] = [to.x, to.y + box.height / 2];
  const bend = Math.max(24, (x2 - x1) / 2);
  return h("path", { class: "edge", d: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}` });
}

function boxOf({ node, x, y }: Placed, rows: readonly Row[], focus: number | undefined): Node {
  const row = node.index === undefined ? undefined : rows[node.index];
  const { title, below, kind } = textsOf(node, row);
  const drawn = [
    h("rect", { x, y, width: box.width, height: box.height, rx: 6 }),
    // A picture in the picture cuts off what is too long in any font.
    h(
      "svg",
      { x, y, width: box.width - 8, height: box.height },
      h("text", { x: 12, y: 19, class: "graph-name" }, fitted(title, 26)),
      h("text", { x: 12, y: 36, class: "graph-type" }, fitted(below, 32)),
    ),
    h("title", {}, `${title}, ${below}`),
  ];
  const classes = `node ${kind}${node.index !== undefined && node.index === focus ? " focus" : ""}`;
  return row === undefined
    ? h("g", { class: classes }, drawn)
    : h("a", { class: classes, href: `#graph=${node.index}` }, drawn);
}

function textsOf({ key, more }: GraphNode, row: Row | undefined): { title: string; below: string; kind: string } {
  if (more !== undefined) return { title: `${counted(more)} more`, below: "not drawn", kind: "node-more" };
  if (!row) {
    const { name, type } = partsOf(key);
    return { title: name, below: `${shortType(type)}, unchanged`, kind: "node-same" };
  }
  const { sign, word } = operations[row.op];
  const level = row.risks[0] ? `, ${levelWords[row.risks[0].level].toLowerCase()}` : "";
  return {
    title: `${sign} ${row.name}`,
    below: `${word.toLowerCase()}${level}: ${shortType(row.type)}`,
    kind: `node-${row.op}`,
  };
}

const fitted = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

function list(rows: readonly Row[], links: Links, { nodes, edges }: Graph): Node {
  const dependents = new Map<string, string[]>();
  for (const [source, dependent] of edges) dependents.set(source, [...(dependents.get(source) ?? []), dependent]);
  const more = new Map(nodes.map((node) => [node.key, node.more]));
  const one = (key: string): Child => {
    const count = more.get(key);
    return count === undefined ? changeLink(links, key) : `${counted(count)} more`;
  };
  return h(
    "ul",
    { class: "rows" },
    nodes
      .filter(({ more: count }) => count === undefined)
      .map(({ key, index }) => {
        const made = dependents.get(key) ?? [];
        const row = index === undefined ? undefined : rows[index];
        const what = row ? operations[row.op].word.toLowerCase() : "unchanged";
        const of = made.map((dependent, position) => [position > 0 && ", ", one(dependent)]);
        return h(
          "li",
          {},
          changeLink(links, key),
          h("span", { class: "type" }, ` ${what}`),
          made.length > 0 && [": made from it ", of],
        );
      }),
  );
}
