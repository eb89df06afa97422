/** Width and height that every messenger accepts (Open Graph). */
export const PREVIEW_SIZE = { width: 1200, height: 630 } as const;

/** The eight directions of kuzushi, as on the home page. */
const KUZUSHI =
  '<g fill="none" stroke="#1d3557" stroke-width="1.6"><g stroke="#d8d1c1" stroke-width="1"><circle cx="150" cy="150" r="118"/>' +
  '<circle cx="150" cy="150" r="64" stroke-dasharray="2 6"/></g><path d="M150 84V20M150 216v64M84 150H20M216 150h64' +
  'M103 103 58 58M197 103l45-45M103 197l-45 45M197 197l45 45"/><path d="m144 28 6-10 6 10M144 272l6 10 6-10' +
  'M28 144l-10 6 10 6M272 144l10 6-10 6M70 60l-13-3 3 13M230 60l13-3-3 13M70 240l-13 3 3-13M230 240l13 3-3-13"/></g>' +
  '<g fill="#1d3557"><path d="M132 128c7-3 12 3 11 14-1 9 0 13-1 21-1 9-12 10-14 1-2-10-6-31 4-36Z"/>' +
  '<path d="M168 128c-7-3-12 3-11 14 1 9 0 13 1 21 1 9 12 10 14 1 2-10 6-31-4-36Z"/></g>' +
  '<circle cx="242" cy="58" r="5" fill="#c8321f"/>';

const HORN =
  '<path d="M24 22V11c0-5-3-8-7-8s-7 2.6-7 6 2.4 5.6 5.2 5.6 4.4-1.8 4.4-3.8-1.3-3.2-2.8-3.2-2.2.9-2.2 1.8"/>';
const WAVES = [
  [60, 12],
  [84, 12],
  [48, 24],
  [72, 24],
  [96, 24],
]
  .map(
    ([x, y]) =>
      `<circle cx="${x}" cy="${y}" r="12" fill="#fbf9f4"/><circle cx="${x}" cy="${y}" r="8"/><circle cx="${x}" cy="${y}" r="4"/>`,
  )
  .join('');

/** The ram's horn of the steppe and the waves of Japan, as beneath every page. */
const ORNAMENT =
  '<defs><clipPath id="w"><path d="M48 0h48v24H48Z"/></clipPath><pattern id="o" width="96" height="24" patternUnits="userSpaceOnUse">' +
  `<g fill="none" stroke="#c9b37a">${HORN}<g transform="matrix(-1 0 0 1 48 0)">${HORN}</g><g clip-path="url(#w)">${WAVES}</g></g></pattern></defs>` +
  '<rect width="1248" height="24" fill="url(#o)" transform="translate(0 588)"/>';

/** Paper, ornament and, unless a sign takes its place, the drawing. The words are laid over it. */
export const previewGround = (words: string, withDrawing: boolean): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${PREVIEW_SIZE.width}" height="${PREVIEW_SIZE.height}">` +
  `<rect width="100%" height="100%" fill="#fbf9f4"/>${ORNAMENT}` +
  (withDrawing ? `<g transform="translate(838 146) scale(1.02)">${KUZUSHI}</g>` : '') +
  `${words}</svg>`;

/** The words as a Typst document, which breaks lines by the rules of each language. No value is spliced in. */
export const PREVIEW_TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.data))
#let indigo = rgb("#1d3557")
#let mixed = ("Noto Serif", "Noto Serif JP")
#let japanese = ((name: "Noto Serif", covers: regex("[\p{Latin}\p{Cyrillic}0-9]")), "Noto Serif JP", "Noto Serif")
#set page(width: 1200pt, height: 630pt, margin: (left: 72pt, right: 400pt, top: 58pt, bottom: 78pt), fill: none)
#set text(font: if d.lang == "ja" { japanese } else { mixed }, lang: d.lang, weight: 600, fill: rgb("#16181d"), hyphenate: false)
#let fits(sizes, width, height, body) = {
  for size in sizes {
    if measure(block(width: width, text(size, body))).height <= height { return size }
  }
  sizes.last()
}
#set par(leading: 0.42em)
#text(30pt)[#text(fill: indigo, font: "Noto Serif JP", lang: "ja")[師範]#h(0.35em)Shihan]
#v(1fr)
#if d.kicker != "" { block(below: 30pt, text(24pt, weight: 400, fill: rgb("#565b66"), d.kicker)) }
#layout(box => context {
  let size = fits((64pt, 58pt, 52pt, 46pt, 40pt, 34pt), box.width, 250pt, d.title)
  block(below: 28pt, width: 100%, text(size, d.title))
})
#set par(leading: 0.55em)
#if d.line != "" { text(24pt, weight: 400, fill: rgb("#565b66"), d.line) }
#v(1fr)
#if d.sign.len() > 0 {
  let size = calc.min(150, 420 / d.sign.len()) * 1pt
  place(top + right, dx: 330pt, dy: -8pt, block(width: 280pt, height: 480pt, align(center + horizon, stack(
    spacing: size * 0.12,
    ..d.sign.map(it => text(size, fill: indigo, font: "Noto Serif JP", lang: "ja", top-edge: "ascender", bottom-edge: "descender", it)),
  ))))
}
`;
