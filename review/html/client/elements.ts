import { visible } from "../../diff/scalars";
import { attributesOf, type Child, type Node as ViewNode } from "../view/node";

const svg = "http://www.w3.org/2000/svg";

/** Elements of `children`: texts become texts and nothing else. */
export function elements(...children: readonly Child[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  append(fragment, children, false);
  return fragment;
}

function append(parent: Node, child: Child, inPicture: boolean): void {
  if (child === undefined || child === false) return;
  if (typeof child === "string") parent.appendChild(document.createTextNode(visible(child)));
  else if (isList(child)) for (const one of child) append(parent, one, inPicture);
  else parent.appendChild(elementOf(child, inPicture));
}

function elementOf(node: ViewNode, inPicture: boolean): Element {
  const isPicture = inPicture || node.tag === "svg";
  const element = isPicture ? document.createElementNS(svg, node.tag) : document.createElement(node.tag);
  for (const [name, value] of attributesOf(node, visible)) element.setAttribute(name, value);
  append(element, node.children, isPicture);
  return element;
}

const isList = (child: Child): child is readonly Child[] => Array.isArray(child);

/** The element of the page with this id; it is always there. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element ${id}`);
  return found;
}

/** What a JSON element of the page holds. */
export const held = <T>(id: string): T => JSON.parse(byId(id).textContent ?? "") as T;
