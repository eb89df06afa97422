/**
 * The number of the card's template, stored with each card: whatever changes the card of an unchanged snapshot needs a
 * new one, as with the certificate.
 */
export const CARD_TEMPLATE_VERSION = 1;

/**
 * The licence card as a Typst document of two pages of 85.6 × 54 mm (ISO/IEC 7810 ID-1), front and back. It reads one
 * input, `data`: the JSON of `cardPaper` with drawings. No value is ever spliced into this source.
 */
export const CARD_TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#16181d")
#let quiet = rgb("#565b66")
#let indigo = rgb("#1d3557")
#let straw = rgb("#c9b37a")
#let paper = rgb("#fffdf9")

// The whole card is set smaller (scale < 1) when its words do not fit otherwise.
#let pt(n) = n * d.scale * 1pt
#let mm(n) = n * d.scale * 1mm

#let mixed = ("Noto Serif", "Noto Serif JP")
#let japanese = (
  (name: "Noto Serif", covers: regex("[\p{Latin}\p{Cyrillic}]")),
  "Noto Serif JP",
  "Noto Serif",
)
#let say(it) = if it.lang == "ja" {
  text(lang: "ja", region: "JP", font: japanese, it.text)
} else {
  text(lang: it.lang, font: mixed, it.text)
}

// The first size at which the body stands on one line of the width, else the last one, which wraps.
#let fit(sizes, width, body) = context {
  let found = sizes.find(size => measure(text(size, body)).width <= width)
  text(if found == none { sizes.last() } else { found }, body)
}

// A name on one line if it can be, else wrapped in a size in which its longest word has room.
#let fit-name(sizes, width, it) = context {
  let wide(size, word) = measure(text(size, say((text: word, lang: it.lang)))).width
  let whole = sizes.find(size => wide(size, it.text) <= width)
  let words = it.text.split(" ")
  let small = (sizes.last(), pt(5.4), pt(4.6), pt(3.8), pt(3.2))
  let broken = small.find(size => words.all(word => wide(size, word) <= width))
  let size = if whole != none { whole } else if broken != none { broken } else { small.last() }
  text(size, say(it))
}

#let issued = datetime(year: d.issued.at(0), month: d.issued.at(1), day: d.issued.at(2))
#set document(title: d.title, author: d.author, description: d.description, date: issued)
#set page(
  width: 85.6mm,
  height: 54mm,
  margin: (x: 5mm, y: 4.4mm),
  fill: paper,
  background: pdf.artifact(place(center + horizon, rect(width: 81.6mm, height: 50mm, radius: 2mm, stroke: 0.5pt + straw))),
)
#set text(font: mixed, lang: d.lang, size: 6pt, fill: ink, fallback: false, hyphenate: false, cjk-latin-spacing: none)
#set par(leading: 0.42em, spacing: 0.5em)
#show heading: it => block(above: 0pt, below: 0pt, text(weight: 700, it.body))
#set heading(bookmarked: false, outlined: false)

// A side of the card holds everything or refuses.
#let side(body) = layout(size => {
  assert(measure(body, width: size.width).height <= size.height, message: "does-not-fit")
  block(height: size.height, width: size.width, body)
})

#let fact(label, values) = {
  block(below: mm(1), text(pt(4.8), fill: quiet, label))
  for value in values { block(above: 0pt, below: mm(0.9), text(pt(6.8), weight: 700, value)) }
}

#let head = grid(
  columns: (1fr, 12mm),
  column-gutter: 3mm,
  {
    for it in d.issuers { block(below: mm(0.9), text(pt(5), fill: quiet, say(it))) }
    let titles = d.titles.map(say).join([ · ])
    block(above: mm(1.6), text(fill: indigo, tracking: 0.03em, heading(level: 1, fit((pt(6), pt(5.2)), 60mm, titles))))
  },
  align(right, image(bytes(d.seal), format: "svg", width: 12mm, alt: d.sealAlt)),
)

#let who = {
  heading(level: 2, fit-name((pt(14), pt(12.5), pt(11), pt(9.5), pt(8.5)), 75mm, d.holder))
  if d.latin != none { block(above: mm(1.6), text(fill: quiet, fit-name((pt(8), pt(7), pt(6)), 75mm, d.latin))) }
  block(above: mm(2), below: mm(2.2), line(length: 24mm, stroke: 0.5pt + straw))
  for it in d.levels {
    block(above: 0pt, below: mm(1.1), fit((pt(7.6), pt(6.8), pt(6)), 75mm, text(weight: 700, fill: indigo, say(it))))
  }
}

#let facts = grid(
  columns: (auto, 1fr),
  column-gutter: 8mm,
  fact(d.columns.map(c => say(c.number)).join([ · ]), (d.number,)),
  fact(d.columns.map(c => say(c.until)).join([ · ]), d.columns.map(c => say(c.untilValue))),
)

#let front = grid(
  columns: 100%,
  rows: (auto, 1fr, auto),
  row-gutter: mm(1.4),
  align: (left + horizon),
  head,
  who,
  facts,
)

#let back = grid(
  columns: (41mm, 1fr),
  rows: 1fr,
  column-gutter: 3.5mm,
  align: left + horizon,
  image(bytes(d.qr), format: "svg", width: 41mm, alt: d.qrAlt),
  {
    for c in d.columns { block(below: mm(1.4), text(pt(5.2), fill: quiet, say(c.check))) }
    block(above: mm(1.8), fit((pt(5.6), pt(5), pt(4.4)), 30.5mm, text(fill: indigo, weight: 700, d.address)))
    block(above: mm(1.8), below: mm(2.2), text(pt(7), weight: 700, d.serial))
    line(length: 100%, stroke: 0.4pt + straw)
    for c in d.columns { block(above: mm(1.6), text(pt(4.8), fill: quiet, say(c.back))) }
  },
)

#side(front)
#pagebreak()
#side(back)
`;
