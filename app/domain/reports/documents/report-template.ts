/**
 * A report as a Typst document: A4 landscape, one section for each language. It reads one input, `data`: the JSON of
 * `ReportPaper`. No value is ever spliced into this source.
 */
export const REPORT_TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#16181d")
#let quiet = rgb("#565b66")
#let indigo = rgb("#1d3557")
#let hair = rgb("#e4dfd3")
#let straw = rgb("#c9b37a")

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
#let saying(list) = list.map(say).join([ · ])

#let day = datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2))
#set document(title: d.title, description: d.description, date: day)
#set page(
  paper: "a4",
  flipped: true,
  margin: (x: 15mm, top: 14mm, bottom: 16mm),
  footer: context {
    set text(7pt, fill: quiet)
    grid(columns: (1fr, auto), "SHA-256 " + d.sha256, counter(page).display("1 / 1", both: true))
  },
)
#set text(font: mixed, lang: d.lang, size: 8.4pt, fill: ink, fallback: false, hyphenate: false, cjk-latin-spacing: none)
#set par(leading: 0.5em, spacing: 0.7em)
#show heading.where(level: 1): it => block(below: 4mm, text(17pt, weight: 700, fill: indigo, it.body))
#show heading.where(level: 2): it => block(above: 6mm, below: 2.4mm, sticky: true, text(11pt, weight: 700, fill: indigo, it.body))

// A drawing of many places goes on on the next page.
#show figure: set block(breakable: true)

#let facts(list) = grid(
  columns: (auto, 1fr),
  column-gutter: 6mm,
  row-gutter: 0.6em,
  ..list.map(f => (text(fill: quiet, say(f.label)), say(f.value))).flatten(),
)

#let swatch(colour) = box(width: 2.6mm, height: 2.6mm, baseline: 0.3mm, fill: rgb(colour), stroke: 0.3pt + quiet)

#let bar(parts) = box(width: 100%, height: 4.6mm, {
  for part in parts {
    place(left + horizon, dx: part.from * 1%, rect(
      width: part.length * 1%,
      height: 4.6mm,
      fill: rgb(part.colour),
      stroke: 0.3pt + quiet,
      inset: 0pt,
      outset: 0pt,
    ))
  }
})

#let chart(c) = {
  heading(level: 2, say(c.title))
  figure(alt: c.alt, supplement: none, kind: "chart", block(width: 100%, {
    set align(left)
    block(below: 3mm, c.legend.map(it => box[#swatch(it.colour) #say(it.name)]).join(h(5mm)))
    grid(
      columns: (66mm, 1fr, 14mm),
      column-gutter: 3mm,
      row-gutter: 1.6mm,
      align: (left + horizon, left + horizon, right + horizon),
      ..c.bars.map(it => (saying(it.head), bar(it.parts), it.total)).flatten(),
    )
  }))
}

#let numbers(t) = {
  heading(level: 2, say(t.title))
  if t.rows.len() == 0 {
    par(say(t.empty))
  } else {
    set text(7.6pt)
    // A short table stays with its totals.
    block(breakable: t.rows.len() > 16, width: 100%, table(
      columns: (..t.corner.map(_ => if t.name == "missing" { 1.6fr } else { 1fr }), ..t.columns.map(_ => if t.name == "missing" { 1fr } else { 18.6mm })),
      align: (col, _) => if col < t.corner.len() { left + bottom } else { right + bottom },
      stroke: none,
      inset: (x: 1.2mm, y: 1.1mm),
      table.header(
        ..t.corner.map(it => text(fill: quiet, say(it))),
        ..t.columns.map(it => text(fill: quiet, hyphenate: true, say(it))),
      ),
      table.hline(stroke: 0.8pt + indigo),
      ..t.rows.map(row => (
        ..row.head.map(say),
        ..row.cells,
        table.hline(stroke: 0.4pt + hair),
      )).flatten(),
      table.hline(stroke: 0.8pt + straw),
      ..t.corner.enumerate().map(it => if it.at(0) == 0 { text(weight: 700, say(t.total)) } else { [] }),
      ..t.totals.map(it => text(weight: 700, it)),
    ))
    if t.note != none { par(text(7.6pt, fill: quiet, say(t.note))) }
  }
}

#for (index, s) in d.sections.enumerate() {
  if index > 0 { pagebreak() }
  set text(lang: s.lang)
  text(9pt, fill: quiet, say(s.framework))
  heading(level: 1, say(s.title))
  facts(s.facts)
  for note in s.notes { par(text(fill: quiet, say(note))) }
  if s.chart.bars.len() > 0 { chart(s.chart) }
  for t in s.tables { numbers(t) }
}
`;
