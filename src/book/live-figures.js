/* Puts a live figure in the place of each picture. Without Plotly, or if one fails, the picture stays. */
document.addEventListener("DOMContentLoaded", () => {
  if (window.Plotly === undefined) return;
  const draw = (picture) => {
    const { data, layout, frames, config } = JSON.parse(
      document.getElementById(picture.dataset.plotly).textContent,
    );
    const live = document.createElement("div");
    live.className = "live";
    // Drawn beside the picture, which goes only when the figure is there.
    picture.after(live);
    window.Plotly.newPlot(live, { data, layout, frames, config: { ...config, responsive: true } })
      .then(() => {
        picture.classList.add("replaced");
      })
      .catch(() => live.remove());
  };
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        seen.unobserve(target);
        draw(target);
      }
    },
    { rootMargin: "400px" },
  );
  for (const picture of document.querySelectorAll("[data-plotly]")) seen.observe(picture);
});
