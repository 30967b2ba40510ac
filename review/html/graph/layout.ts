import type { Edge, Graph, GraphNode } from "./neighbourhood";

/** Where a node is drawn, in pixels. */
export interface Placed {
  readonly node: GraphNode;
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly placed: readonly Placed[];
}

export const box = { width: 208, height: 46 } as const;
const gap = { x: 56, y: 14 } as const;
const margin = 4;
/** Times that the order in the layers is made better; more change little. */
const sweeps = 4;

/** Layers from the left to the right: whatever was made from something is to the right of it. */
export function layout({ nodes, edges }: Graph): Layout {
  const layers = orderedLayers(layersOf(nodes, edges), edges);
  const tallest = Math.max(0, ...layers.map((layer) => layer.length));
  const height = tallest * (box.height + gap.y) - gap.y + 2 * margin;
  const placed = layers.flatMap((layer, column) => {
    const own = layer.length * (box.height + gap.y) - gap.y;
    const top = (height - own) / 2;
    return layer.map((node, row) => ({
      node,
      x: margin + column * (box.width + gap.x),
      y: Math.round(top + row * (box.height + gap.y)),
    }));
  });
  const width = layers.length * (box.width + gap.x) - gap.x + 2 * margin;
  return { width: Math.max(0, width), height: Math.max(0, height), placed };
}

/** Each node one layer after the last of those that it was made from; what is in a circle stands in the first layer. */
function layersOf(nodes: readonly GraphNode[], edges: readonly Edge[]): GraphNode[][] {
  const after = groups(edges, 0, 1);
  const open = new Map(nodes.map(({ key }) => [key, 0]));
  for (const [, dependent] of edges) open.set(dependent, (open.get(dependent) ?? 0) + 1);
  const depth = new Map<string, number>();
  const queue = nodes.map(({ key }) => key).filter((key) => open.get(key) === 0);
  for (let at = 0; at < queue.length; at++) {
    const key = queue[at] ?? "";
    for (const next of after.get(key) ?? []) {
      depth.set(next, Math.max(depth.get(next) ?? 0, (depth.get(key) ?? 0) + 1));
      const left = (open.get(next) ?? 0) - 1;
      open.set(next, left);
      if (left === 0) queue.push(next);
    }
  }
  const layers: GraphNode[][] = [];
  for (const node of nodes) {
    const column = open.get(node.key) === 0 ? (depth.get(node.key) ?? 0) : 0;
    const layer = layers[column] ?? [];
    layers[column] = layer;
    layer.push(node);
  }
  return Array.from(layers, (layer) => layer ?? []);
}

/** Each layer in the order of the middle of its neighbours in the layer before, then after, so that few lines cross. */
function orderedLayers(layers: GraphNode[][], edges: readonly Edge[]): GraphNode[][] {
  const [before, after] = [groups(edges, 1, 0), groups(edges, 0, 1)];
  const position = new Map<string, number>();
  const settle = (layer: readonly GraphNode[]) => {
    for (const [index, { key }] of layer.entries()) position.set(key, index - layer.length / 2);
  };
  for (const layer of layers) settle(layer);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const neighbours = sweep % 2 === 0 ? before : after;
    for (const layer of sweep % 2 === 0 ? layers : [...layers].reverse()) {
      const middle = new Map(layer.map(({ key }) => [key, middleOf(neighbours.get(key), position, key)]));
      layer.sort((a, b) => (middle.get(a.key) ?? 0) - (middle.get(b.key) ?? 0));
      settle(layer);
    }
  }
  return layers;
}

function middleOf(
  neighbours: readonly string[] | undefined,
  position: ReadonlyMap<string, number>,
  own: string,
): number {
  if (!neighbours?.length) return position.get(own) ?? 0;
  return neighbours.reduce((sum, key) => sum + (position.get(key) ?? 0), 0) / neighbours.length;
}

function groups(edges: readonly Edge[], by: 0 | 1, of: 0 | 1): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const edge of edges) {
    const group = found.get(edge[by]);
    if (group) group.push(edge[of]);
    else found.set(edge[by], [edge[of]]);
  }
  return found;
}
