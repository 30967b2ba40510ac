import { h } from "../view/node";
import { byId, elements } from "./elements";

const themes = [
  ["", "As the system"],
  ["light", "Light"],
  ["dark", "Dark"],
] as const;

/** The choice between light and dark; it counts until the page is closed. */
export function startTheme(): void {
  const place = byId("theme");
  place.append(
    elements(
      h("label", { for: "theme-choice" }, "Theme"),
      h(
        "select",
        { id: "theme-choice" },
        themes.map(([value, title]) => h("option", { value }, title)),
      ),
    ),
  );
  place.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    if (target.value === "") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = target.value;
  });
}
