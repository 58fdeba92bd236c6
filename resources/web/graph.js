"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const look = data.look;
  const byId = new Map(data.nodes.map((node) => [node.id, node]));
  const links = new Map(data.nodes.map((node) => [node.id, []]));
  for (const edge of [...data.edges].reverse()) { // strongest first
    links.get(edge.from).push(edge);
    if (edge.to !== edge.from) links.get(edge.to).push(edge);
  }

  const families = {
    en: 'system-ui, "Segoe UI", "Noto Sans", sans-serif',
    ja: '"Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", "Noto Sans JP", sans-serif',
    zh: '"PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
    ko: '"Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", "Noto Sans KR", sans-serif',
  };

  // The outlines of the app's own painter, in radii
  function trace(ctx, shape, x, y, r) {
    const [width, height] = shape.half;
    ctx.beginPath();
    if (shape.polygon.length) shape.polygon.forEach(([px, py]) => ctx.lineTo(x + px * r, y + py * r));
    else if (shape.corner !== null) ctx.roundRect(x - width * r, y - height * r, 2 * width * r, 2 * height * r, shape.corner * r);
    else ctx.arc(x, y, r * width, 0, 2 * Math.PI);
    ctx.closePath();
  }

  function drawNode(ctx, node, x, y, state) {
    const shape = look.shapes[node.kind];
    ctx.save();
    trace(ctx, shape, x, y, node.size);
    ctx.lineJoin = "round";
    ctx.strokeStyle = state.selected || state.hover ? look.accent : look.canvas;
    ctx.lineWidth = state.selected ? Math.min(7, 2 + node.size) : 4;
    ctx.stroke();
    ctx.fillStyle = node.pill ? node.pill.fill : shape.colour;
    ctx.fill();
    if (node.pill && node.pill.dotted) {
      trace(ctx, shape, x, y, node.size);
      ctx.setLineDash([0, 2 * node.pill.width]);
      ctx.lineCap = "round";
      ctx.strokeStyle = node.pill.line;
      ctx.lineWidth = node.pill.width;
      ctx.stroke();
    }
    if (shape.hollow) {
      ctx.beginPath();
      ctx.arc(x, y, node.size * shape.half[0] * (1 - shape.hollow), 0, 2 * Math.PI);
      ctx.fillStyle = look.canvas;
      ctx.fill();
    }
    ctx.restore();
  }

  function ctxRenderer({ ctx, id, x, y, state }) {
    const node = byId.get(id);
    const [width, height] = look.shapes[node.kind].half;
    return {
      drawNode: () => drawNode(ctx, node, x, y, state),
      nodeDimensions: { width: 2 * width * node.size, height: 2 * height * node.size },
    };
  }
  for (const node of data.nodes) node.ctxRenderer = ctxRenderer;

  const stage = document.getElementById("graph");
  const sets = { nodes: new vis.DataSet(data.nodes), edges: new vis.DataSet(data.edges) };
  const network = new vis.Network(stage, sets, data.options);
  if (look.axes.length) {
    const scale = Math.min(stage.clientWidth / look.page[0], stage.clientHeight / look.page[1]);
    network.moveTo({ position: { x: 0, y: 0 }, scale, animation: false });
  } else network.fit({ animation: false, maxZoomLevel: 1.6 });
  // What is shown first stands above the legend, labels included
  const below = document.getElementById("legend").offsetHeight + 2 * look.label_px;
  const share = Math.max(0.4, 1 - below / stage.clientHeight);
  network.moveTo({ scale: network.getScale() * share, offset: { x: 0, y: -below / 2 }, animation: false });

  // Labels by importance, never over one another, the same size at every zoom
  let chosen = null;
  let hovered = null;
  const widths = new Map();
  const order = [...data.nodes].sort((a, b) => a.rank - b.rank);
  const fontOf = (language, size, bold) => `${bold ? 600 : 400} ${size}px ${families[language] ?? families.en}`;

  function widthOf(ctx, node) {
    if (!widths.has(node.id)) {
      widths.set(node.id, node.parts.map(([text, language]) => {
        ctx.font = fontOf(language, look.label_px, node.bold);
        return ctx.measureText(text).width;
      }));
    }
    return widths.get(node.id);
  }

  function haloed(ctx, text, x, y, scale) {
    ctx.lineWidth = 4 / scale;
    ctx.strokeStyle = look.canvas;
    ctx.strokeText(text, x, y);
    ctx.fillText(text, x, y);
  }

  function drawLabel(ctx, node, x, y, scale) {
    const parts = widthOf(ctx, node);
    let at = x - parts.reduce((sum, width) => sum + width, 0) / 2 / scale;
    node.parts.forEach(([text, language], i) => {
      ctx.font = fontOf(language, look.label_px / scale, node.bold);
      haloed(ctx, text, at, y, scale);
      at += parts[i] / scale;
    });
  }

  // A veil over all, and what is chosen once more above it: restyling 1,500 nodes would take a third of a second
  function drawChosen(ctx) {
    const scale = network.getScale();
    const centre = network.getViewPosition();
    const [width, height] = [stage.clientWidth / scale, stage.clientHeight / scale];
    ctx.save();
    ctx.globalAlpha = 0.85;
    ctx.fillStyle = look.canvas;
    ctx.fillRect(centre.x - width / 2, centre.y - height / 2, width, height);
    ctx.restore();
    const drawn = chosen.edges.map(({ id }) => network.body.edges[id]);
    drawn.forEach((edge) => edge.draw(ctx));
    drawn.forEach((edge) => edge.drawArrows(ctx));
    for (const id of chosen.nodes) {
      const { x, y } = network.getPosition(id);
      drawNode(ctx, byId.get(id), x, y, { selected: id === chosen.id });
    }
  }

  // Pins at the upper right of their nodes, read states at the lower right, changes at the upper left: the same size at every zoom
  function drawMark(ctx, what, x, y, scale) {
    const { radius, colour, strokes } = look.marks[what];
    const [r, rim] = [radius / scale, look.placing.rim_px / scale];
    const disk = (start, end) => { ctx.beginPath(); ctx.arc(x, y, r, start, end); ctx.closePath(); };
    disk(0, 2 * Math.PI);
    ctx.fillStyle = ctx.strokeStyle = look.canvas;
    ctx.lineWidth = 2 * rim;
    ctx.fill();
    ctx.stroke();
    ctx.fillStyle = ctx.strokeStyle = colour;
    ctx.lineWidth = rim;
    ctx.stroke();
    if (what === "reading") disk(Math.PI / 2, 1.5 * Math.PI);
    ctx.fill();
    ctx.strokeStyle = look.canvas;
    ctx.lineWidth = look.placing.stroke_px / scale;
    for (const [x1, y1, x2, y2] of strokes) {
      ctx.beginPath();
      ctx.moveTo(x + x1 * r, y + y1 * r);
      ctx.lineTo(x + x2 * r, y + y2 * r);
      ctx.stroke();
    }
  }

  const marked = data.nodes.filter((node) => node.marks.length);
  function drawMarks(ctx, positions, scale, lit) {
    ctx.save();
    for (const node of marked) {
      if (node.size * scale < look.placing.least_px || (lit && !lit.has(node.id))) continue;
      const { x, y } = positions[node.id];
      const aside = node.size * look.placing.aside;
      for (const what of node.marks) {
        const left = look.marks[what].strokes.length > 0;
        drawMark(ctx, what, x + (left ? -aside : aside), y + (left || what === "pinned" ? -aside : aside), scale);
      }
    }
    ctx.restore();
  }

  function drawLabels(ctx) {
    if (chosen) drawChosen(ctx);
    const scale = network.getScale();
    const centre = network.getViewPosition();
    const half = { x: stage.clientWidth / 2, y: stage.clientHeight / 2 };
    const positions = network.getPositions();
    const lit = chosen && chosen.nodes;
    drawMarks(ctx, positions, scale, lit);
    const first = order.filter((node) => node.id === hovered || (lit && lit.has(node.id)));
    const placed = [];
    ctx.save();
    ctx.textBaseline = "top";
    ctx.textAlign = "left";
    ctx.lineJoin = "round";
    ctx.fillStyle = look.ink;
    for (const node of new Set([...first, ...(lit ? [] : order)])) {
      const { x, y } = positions[node.id];
      const width = widthOf(ctx, node).reduce((sum, part) => sum + part, 0);
      const left = (x - centre.x) * scale - width / 2;
      const below = y + node.size * look.shapes[node.kind].half[1];
      const top = (below - centre.y) * scale + 3;
      if (left > half.x || left + width < -half.x || top > half.y || top < -half.y) continue;
      const box = { left: left - 3, right: left + width + 3, top: top - 1, bottom: top + look.label_px + 4 };
      if (placed.some((p) => p.left < box.right && box.left < p.right && p.top < box.bottom && box.top < p.bottom)) continue;
      placed.push(box);
      drawLabel(ctx, node, x, below + 3 / scale, scale);
    }
    if (lit) drawVerbs(ctx, positions, scale);
    ctx.restore();
  }

  function drawVerbs(ctx, positions, scale) {
    if (chosen.edges.length > 24) return;
    const verbs = new Map();
    for (const edge of chosen.edges) {
      const ends = [edge.from, edge.to].sort().join();
      verbs.set(ends, { edge, words: verbs.has(ends) ? `${verbs.get(ends).words} · ${edge.words}` : edge.words });
    }
    ctx.font = fontOf("en", 11 / scale, false);
    ctx.fillStyle = look.dim;
    ctx.textAlign = "center";
    for (const { edge, words } of verbs.values()) {
      const from = positions[edge.from];
      const to = positions[edge.to];
      haloed(ctx, words, from.x * 0.6 + to.x * 0.4, from.y * 0.6 + to.y * 0.4 - 6 / scale, scale);
    }
  }
  // Time axes and lanes, in the order of the app's own painter
  function drawAxes(ctx) {
    ctx.save();
    ctx.textBaseline = "alphabetic";
    ctx.textAlign = "left";
    for (const { box, line, at, colour, opacity, width, text, px, bold, language } of look.axes) {
      ctx.globalAlpha = opacity ?? 1;
      ctx.fillStyle = ctx.strokeStyle = colour;
      if (box) ctx.fillRect(box[0], box[1], box[2] - box[0], box[3] - box[1]);
      else if (line) {
        ctx.lineWidth = width;
        ctx.beginPath();
        ctx.moveTo(line[0], line[1]);
        ctx.lineTo(line[2], line[3]);
        ctx.stroke();
      } else {
        ctx.font = fontOf(language, px, bold);
        ctx.fillText(text, at[0], at[1]);
      }
    }
    ctx.restore();
  }
  if (look.axes.length) network.on("beforeDrawing", drawAxes);
  network.on("afterDrawing", drawLabels);
  network.on("hoverNode", ({ node }) => { hovered = node; });
  network.on("blurNode", () => { hovered = null; });

  // The panel: every text goes in as text
  const passport = document.getElementById("passport");
  const twin = document.getElementById("twin");

  function element(tag, text, language) {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (language) made.lang = language;
    return made;
  }

  function nameOf(id, current) {
    const node = byId.get(id);
    const made = element(id === current ? "b" : "button");
    const name = element("bdi", node.name, node.language);
    made.append(name);
    if (id !== current) {
      made.type = "button";
      made.addEventListener("click", () => show(id));
    }
    return made;
  }

  function linkRow(edge, current) {
    const row = element("li");
    const verb = element("span", ` ${edge.words} `);
    verb.className = "verb";
    row.append(nameOf(edge.from, current), verb, nameOf(edge.to, current), element("small", edge.trust));
    for (const quote of edge.quotes) {
      row.append(element("blockquote", quote.exact, quote.language), element("small", quote.source));
    }
    if (edge.more) row.append(element("small", edge.more));
    return row;
  }

  function openPassport(heading, language, words, rows) {
    const back = element("button", "← all nodes");
    back.type = "button";
    back.addEventListener("click", close);
    const list = element("ul");
    list.append(...rows);
    const title = element("h2");
    title.append(element("bdi", heading, language));
    passport.replaceChildren(back, title, element("p", words), list);
    passport.hidden = false;
    twin.hidden = true;
    passport.parentElement.scrollTop = 0;
  }

  function show(id) {
    const own = links.get(id);
    const node = byId.get(id);
    chosen = { id, nodes: new Set([id, ...own.flatMap((edge) => [edge.from, edge.to])]), edges: own };
    network.selectNodes([id]);
    openPassport(node.name, node.language, node.words, own.map((edge) => linkRow(edge, id)));
  }

  function close() {
    chosen = null;
    network.unselectAll();
    passport.hidden = true;
    twin.hidden = false;
  }

  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) return show(node);
    if (edge === undefined) return chosen && close();
    const one = data.edges.find((other) => other.id === edge);
    chosen = { id: null, nodes: new Set([one.from, one.to]), edges: [one] };
    network.redraw();
    openPassport("Link", "en", "", [linkRow(one)]);
  });

  twin.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-node]");
    if (!button) return;
    show(button.dataset.node);
    network.fit({ nodes: [...chosen.nodes], maxZoomLevel: 1.2, animation: false });
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape" && chosen) close(); });

  const find = document.getElementById("find");
  find.addEventListener("input", () => {
    const words = find.value.normalize("NFKC").toLowerCase();
    for (const row of twin.querySelectorAll("li")) {
      row.hidden = !row.textContent.normalize("NFKC").toLowerCase().includes(words);
    }
  });
  document.documentElement.dataset.drawn = String(data.nodes.length);
})();
