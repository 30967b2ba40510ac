import type { PageData } from "../data";
import { searched, selectionOf } from "../select";
import { linksOf } from "../view/links";
import { Details } from "./details";
import { held } from "./elements";
import { FilterForm } from "./filter";
import { drawGraph } from "./graph";
import { ChangesTable } from "./table";
import { startTheme } from "./theme";

startTheme();
if (document.getElementById("table")) startTable();

function startTable(): void {
  const { rows } = held<PageData>("page-rows");
  const links = linksOf(rows);
  const all = rows.map(searched);
  const table = new ChangesTable(all, links, new Details());
  const form = new FilterForm(all, (part) => table.show({ ...table.selected, ...part }, true));
  const follow = () => {
    const change = /^#c(\d+)$/.exec(location.hash)?.[1];
    const selection = selectionOf(location.hash);
    if (selection) {
      table.show(selection, false);
      document.getElementById("changes")?.scrollIntoView();
    }
    if (change !== undefined) table.open(Number(change));
    const graph = /^#graph(?:=(\d+))?$/.exec(location.hash);
    if (graph) drawGraph(rows, links, graph[1] === undefined ? undefined : Number(graph[1]));
    form.show(table.selected);
  };
  table.show(table.selected, false);
  follow();
  window.addEventListener("hashchange", follow);
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    // The address may be the one already, and the row closed again.
    if (link && link.hash !== "" && link.hash === location.hash) follow();
  });
  document.addEventListener("keydown", (event) => {
    const isWriting = event.target instanceof Element && event.target.matches("input, select, textarea");
    if (event.key !== "/" || isWriting || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    form.focus();
  });
}
