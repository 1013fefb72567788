"use strict";
(() => {
  const said = JSON.parse(document.getElementById("figures").textContent);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const look = () => said.looks[dark.matches ? "dark" : "light"];
  const settings = { responsive: true, displaylogo: false, toImageButtonOptions: { format: "svg" } };

  const draw = (name) => {
    const figure = said.figures[name];
    return Plotly.newPlot(name, figure.data, { ...figure.layout, template: look() }, settings);
  };
  const paint = (template) => {
    for (const name of Object.keys(said.figures)) Plotly.relayout(name, { template });
  };

  const names = Object.keys(said.figures);
  const next = () => {
    const name = names.shift();
    if (name === undefined) {
      document.documentElement.dataset.drawn = "yes";
      return;
    }
    draw(name).then(() => setTimeout(next));
  };
  next();

  dark.addEventListener("change", () => paint(look()));
  addEventListener("beforeprint", () => paint(said.looks.light)); // paper is white
  addEventListener("afterprint", () => paint(look()));
})();
