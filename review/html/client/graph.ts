import type { Row } from "../view/changes";
import { graphView } from "../view/graph";
import type { Links } from "../view/links";
import { elements } from "./elements";

/** Draws the graph around a change, or as it began; whoever chose a change in it goes on from there. */
export function drawGraph(rows: readonly Row[], links: Links, focus: number | undefined): void {
  const place = document.getElementById("graph-view");
  if (!place || (focus !== undefined && rows[focus] === undefined)) return;
  const isInside = place.contains(document.activeElement);
  place.replaceChildren(elements(graphView(rows, links, focus)));
  document.getElementById("graph")?.scrollIntoView();
  const chosen = place.querySelector<SVGAElement>("a.focus");
  chosen?.scrollIntoView({ block: "nearest", inline: "center" });
  if (isInside) chosen?.focus({ preventScroll: true });
}
