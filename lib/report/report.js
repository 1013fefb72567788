"use strict";
(async () => {
  const said = JSON.parse(document.getElementById("figures").textContent);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const look = () => said.looks[dark.matches ? "dark" : "light"];
  const settings = { responsive: true, displaylogo: false, toImageButtonOptions: { format: "svg" } };

  // Plotly is packed to a third; what is unpacked runs because the policy names its hash.
  const packed = Uint8Array.from(atob(document.getElementById("plotly").textContent), (sign) => sign.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const plotly = document.createElement("script");
  plotly.textContent = await new Response(unpacked).text();
  document.head.append(plotly);
  await Promise.all([...document.fonts].map((font) => font.load()));

  // Saving for print: the sizes are those of journals' columns, the text has 8 points as theirs has.
  const COLUMNS = [85, 175]; // millimetres
  const DOTS = 600; // per inch
  const TEXT = 32 / 3; // pixels of 1/96 inch: 8 points
  const FONT = document.querySelector("style").textContent.match(/@font-face[^}]*}/)?.[0] ?? "";

  const toSvg = async (name, millimetres) => {
    const { data, layout } = said.figures[name];
    const width = Math.round((millimetres / 25.4) * 96);
    const height = Math.round((layout.height ?? 360) * (TEXT / 14));
    const printed = { ...layout, template: said.looks.light, font: { ...layout.font, size: TEXT }, width, height };
    const url = await Plotly.toImage({ data, layout: printed }, { format: "svg", width, height });
    const svg = new DOMParser().parseFromString(decodeURIComponent(url.slice(url.indexOf(",") + 1)), "image/svg+xml");
    const root = svg.documentElement;
    root.setAttribute("viewBox", `0 0 ${width} ${height}`);
    root.setAttribute("width", `${millimetres}mm`);
    root.setAttribute("height", `${((height / width) * millimetres).toFixed(2)}mm`);
    const style = svg.createElementNS(root.namespaceURI, "style");
    style.textContent = FONT;
    root.prepend(style);
    return { text: new XMLSerializer().serializeToString(svg), width, height };
  };

  const toPng = async (name, millimetres) => {
    const { text, width, height } = await toSvg(name, millimetres);
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
    await image.decode();
    await new Promise((done) => setTimeout(done, 200)); // a font inside an image is ready a moment after the image
    const canvas = document.createElement("canvas");
    canvas.width = Math.round((millimetres / 25.4) * DOTS);
    canvas.height = Math.round((canvas.width * height) / width);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    const png = await new Promise((done) => canvas.toBlob(done, "image/png"));
    return withDensity(new Uint8Array(await png.arrayBuffer()));
  };

  // PNG (ISO/IEC 15948) says its size in pHYs: dots per metre, behind the first chunk, which ends at byte 33.
  const withDensity = (png) => {
    const chunk = new DataView(new ArrayBuffer(21));
    chunk.setUint32(0, 9);
    [..."pHYs"].forEach((sign, at) => chunk.setUint8(4 + at, sign.charCodeAt(0)));
    for (const at of [8, 12]) chunk.setUint32(at, Math.round(DOTS / 0.0254));
    chunk.setUint8(16, 1);
    chunk.setUint32(17, checksum(new Uint8Array(chunk.buffer, 4, 13)));
    return new Blob([png.slice(0, 33), chunk.buffer, png.slice(33)], { type: "image/png" });
  };
  const checksum = (bytes) => {
    let rest = ~0;
    for (const byte of bytes) {
      rest ^= byte;
      for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
    }
    return ~rest >>> 0;
  };

  const save = async (name, kind, millimetres) => {
    const made = kind === "PNG" ? await toPng(name, millimetres) : new Blob([(await toSvg(name, millimetres)).text]);
    const plot = document.getElementById(name);
    const article = plot.closest("article");
    const plots = [...article.querySelectorAll(".plot")];
    const piece = plots.length > 1 ? ` ${plots.indexOf(plot) + 1}` : "";
    const title = article.querySelector("h3").textContent + piece;
    const link = document.createElement("a");
    link.download = `${title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-${millimetres}mm.${kind.toLowerCase()}`;
    link.href = URL.createObjectURL(made);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  const offer = (name) => {
    const line = document.createElement("p");
    line.className = "save";
    line.append("Save for print:");
    for (const kind of ["SVG", "PNG"]) {
      for (const millimetres of COLUMNS) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = `${kind}, ${millimetres} mm`;
        button.addEventListener("click", () => save(name, kind, millimetres));
        line.append(button);
      }
    }
    const plot = document.getElementById(name);
    const article = plot.closest("article");
    if (article.querySelectorAll(".plot").length > 1) plot.after(line);
    else article.append(line);
  };

  const draw = (name) => {
    const figure = said.figures[name];
    return Plotly.newPlot(name, figure.data, { ...figure.layout, template: look() }, settings);
  };
  const paint = (template) => {
    for (const name of Object.keys(said.figures)) Plotly.relayout(name, { template });
  };

  // On paper a figure is as wide as the sheet, whatever the screen, and leaves room for its heading and sentence.
  const SHEET = { width: 716, height: 840 }; // pixels of 1/96 inch that A4 and Letter both have
  const toPaper = () => {
    for (const [name, { layout }] of Object.entries(said.figures)) {
      const height = Math.min(layout.height ?? 360, SHEET.height);
      document.getElementById(name).style.height = `${height}px`;
      Plotly.relayout(name, { template: said.looks.light, width: SHEET.width, height });
      Plotly.relayout(name, { width: SHEET.width }); // a legend finds its place by where it was the last time
    }
  };
  const toScreen = () => {
    for (const [name, { layout }] of Object.entries(said.figures)) {
      document.getElementById(name).style.height = `${layout.height ?? 360}px`;
      Plotly.relayout(name, { template: look(), width: null, height: layout.height ?? null, autosize: true });
    }
  };

  for (const name of Object.keys(said.figures)) {
    await draw(name);
    offer(name);
    await new Promise((done) => setTimeout(done)); // the page stays alive between two figures
  }
  document.documentElement.dataset.drawn = "yes";

  dark.addEventListener("change", () => paint(look()));
  addEventListener("beforeprint", toPaper);
  addEventListener("afterprint", toScreen);
})().catch(() => {
  for (const plot of document.querySelectorAll(".plot")) {
    if (!plot.querySelector("svg")) plot.textContent = "This figure needs a newer browser; its numbers are below.";
  }
});
