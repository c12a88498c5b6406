// Draws the charts of a page about figures; each has a table that says the same. Without the
// library, the tables are enough.

import { say as text } from './texts.js';

const canvases = [...document.querySelectorAll('canvas[data-chart]')];
const Chart = globalThis.Chart;

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** So that lines can be told apart without their colours. */
const SHAPES = ['circle', 'rect', 'triangle', 'rectRot', 'star'];
const DASHES = [[], [6, 3], [2, 2], [8, 3, 2, 3], []];

/** A dashed line wherever a definition changed. */
const markers = {
  id: 'markers',
  afterDatasetsDraw(chart, _, { marks, ink }) {
    const { ctx, chartArea: { top, bottom }, scales: { x } } = chart;
    ctx.save();
    ctx.strokeStyle = ink;
    ctx.fillStyle = ink;
    ctx.setLineDash([4, 4]);
    marks.forEach(({ at }) => {
      const left = x.getPixelForValue(at);
      ctx.beginPath();
      ctx.moveTo(left, top);
      ctx.lineTo(left, bottom);
      ctx.stroke();
      ctx.beginPath();
      ctx.arc(left, top, 4, 0, 2 * Math.PI);
      ctx.fill();
    });
    ctx.restore();
  },
};

function dataset(series, index, kind) {
  const shade = colour(series.colour);
  return {
    label: series.label,
    data: series.values,
    borderColor: shade,
    backgroundColor: shade,
    ...(kind === 'line'
      ? { borderWidth: 2, pointRadius: 2.5, pointStyle: SHAPES[index], borderDash: DASHES[index], tension: 0 }
      : { maxBarThickness: 28 }),
  };
}

function draw(canvas) {
  const { kind, unit, labels, series, marks = [] } = JSON.parse(canvas.dataset.chart);
  const [ink, line, card] = ['pale', 'line', 'card'].map(colour);
  const across = kind === 'across';
  const stacked = kind !== 'line';
  const opens = (points) => marks.find(({ at, href }) => href && at === points[0]?.index);
  const numbers = { beginAtZero: true, stacked, grid: { color: line }, ticks: { color: ink, precision: 0 } };
  const names = { stacked, grid: { display: false }, ticks: { color: ink, maxRotation: 0, autoSkipPadding: 12 } };
  if (unit) numbers.title = { display: true, text: unit, color: ink };
  const changed = ({ dataIndex }) => marks.filter(({ at }) => at === dataIndex).map(({ label, href }) => (href ? text('Changed: {0} (click to open)', label) : text('Changed: {0}', label)));
  return new Chart(canvas, {
    type: kind === 'line' ? 'line' : 'bar',
    data: { labels, datasets: series.map((one, index) => dataset(one, index, kind)) },
    options: {
      indexAxis: across ? 'y' : 'x',
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', axis: across ? 'y' : 'x', intersect: false },
      onHover: (event, points) => { event.native.target.style.cursor = opens(points) ? 'pointer' : ''; },
      onClick: (_, points) => { const mark = opens(points); if (mark) location.assign(mark.href); },
      scales: across ? { x: numbers, y: names } : { x: names, y: numbers },
      plugins: {
        legend: { position: 'bottom', labels: { color: colour('ink'), usePointStyle: true, boxHeight: 7 } },
        tooltip: {
          backgroundColor: colour('ink'), titleColor: card, bodyColor: card, footerColor: card,
          callbacks: { footer: (items) => (items.length ? changed(items[0]) : []) },
        },
        markers: { marks, ink },
      },
    },
    plugins: [markers],
  });
}

if (Chart && canvases.length) {
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  let charts = canvases.map(draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    charts.forEach((chart) => chart.destroy());
    charts = canvases.map(draw);
  });
} else {
  canvases.forEach((canvas) => { canvas.closest('figure').hidden = true; });
}

// A date makes the range one's own, and another range takes the dates away.
document.querySelectorAll('form.asked').forEach((form) => {
  const { range, from, to } = form.elements;
  [from, to].forEach((date) => date.addEventListener('change', () => { if (date.value) range.value = 'own'; }));
  range.addEventListener('change', () => {
    if (range.value === 'own') from.focus();
    else [from.value, to.value] = ['', ''];
  });
});
