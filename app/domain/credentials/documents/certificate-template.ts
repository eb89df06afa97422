/**
 * The template's number, stored with each credential. Whatever changes the paper of an unchanged
 * snapshot (template, drawings, words, fonts, renderer) needs a new number: an issued document is
 * rendered again under the number it was issued with. 1: the code holds the bare address; 2: it is signed.
 */
export const CERTIFICATE_TEMPLATE_VERSION = 2;

/** Whether papers of this template have a signed code; null for a template that is not here. */
export const hasSignedCode = (version: number): boolean | null =>
  version === 1 ? false : version === CERTIFICATE_TEMPLATE_VERSION ? true : null;

/**
 * The certificate as a Typst document. It reads one input, `data`: the JSON of `CertificatePaper`.
 * No value is ever spliced into this source.
 */
export const CERTIFICATE_TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#16181d")
#let quiet = rgb("#565b66")
#let indigo = rgb("#1d3557")
#let straw = rgb("#c9b37a")
#let paper = rgb("#fffdf9")
#let two = 116mm
#let gutter = 14mm

// The whole page is set smaller (scale < 1) when its words do not fit otherwise.
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

// The first size at which every body stands on one line of the width, else the last one, which wraps.
#let fits(sizes, width, bodies) = {
  for size in sizes {
    if bodies.all(body => measure(text(size, body)).width <= width) { return size }
  }
  sizes.last()
}
#let fit(sizes, width, body) = context text(fits(sizes, width, (body,)), body)

#let issued = datetime(year: d.issued.at(0), month: d.issued.at(1), day: d.issued.at(2))
#set document(title: d.title, author: d.author, description: d.description, date: issued)
#set page(
  paper: "a4",
  flipped: true,
  margin: (x: 25.5mm, top: 24mm, bottom: 22.5mm),
  fill: paper,
  background: context pdf.artifact(image(
    bytes(if counter(page).get().first() == 1 { d.frame } else { d.plainFrame }),
    format: "svg",
    width: 297mm,
  )),
)
#set text(font: mixed, lang: d.lang, size: 9pt, fill: ink, fallback: false, hyphenate: false, cjk-latin-spacing: none)
#set par(leading: 0.55em, spacing: 0.6em)
#show heading: it => block(above: 0pt, below: 0pt, text(weight: 700, it.body))
#set heading(bookmarked: false, outlined: false)

#let label(it) = text(7.6pt, fill: quiet, say(it))
#let rule(width) = line(length: width, stroke: 0.5pt + straw)
#let pair(make) = grid(
  columns: (two, two),
  column-gutter: gutter,
  align: center + top,
  ..d.columns.map(make),
)

#let masthead = pair(c => {
  block(below: mm(4), fit((pt(9), pt(8), pt(7)), two, text(fill: quiet, say(c.issuer))))
  text(fill: indigo, tracking: 0.04em, heading(level: 1, text(pt(26), say(c.title))))
  block(above: mm(3.4), fit((pt(10), pt(9), pt(8)), two, text(fill: indigo, say(c.framework))))
})

#let holder = align(center, {
  heading(level: 2, fit((pt(30), pt(27), pt(24), pt(21), pt(18), pt(16)), 244mm, say(d.holder)))
  if d.spellings.len() > 0 {
    let all = text(fill: quiet, tracking: 0.02em, d.spellings.map(say).join([ · ]))
    block(above: mm(3.8), fit((pt(13), pt(11.5), pt(10), pt(9)), 244mm, all))
  }
  block(above: mm(4), rule(80mm))
})

#let level = context {
  let bodies = d.columns.map(c => text(weight: 700, fill: indigo, say(c.level)))
  let size = fits((pt(18), pt(16.5), pt(15), pt(13.5), pt(12), pt(11)), two, bodies)
  pair(c => {
    block(below: mm(3.4), text(fill: quiet, say(c.holds)))
    text(size, weight: 700, fill: indigo, say(c.level))
  })
}

#let facts(c) = grid(
  columns: 2,
  column-gutter: 4mm,
  row-gutter: 0.62em,
  ..c.facts.map(f => (text(fill: quiet, say(f.label)), say(f.value))).flatten(),
)

#let courses(c) = list(
  marker: text(fill: straw, "–"),
  indent: pt(0),
  body-indent: 2mm,
  spacing: 0.62em,
  ..c.courses.map(it => [#say(it.title) #box(text(0.86em, fill: quiet, say(it.short)))]),
)

#let annexed = state("annexed", false)

// Facts and courses in the largest print that fits the height; else the courses move to an annex.
#let body(size) = {
  let columns(print, make) = {
    set text(print)
    pair(c => box(align(left, {
      facts(c)
      if c.courses.len() > 0 {
        block(above: 1.1em, below: 0.62em, text(fill: quiet, say(c.studied)))
        make(c)
      }
    })))
  }
  let fitting(prints, make) = {
    let tried = prints.map(print => columns(print, make))
    tried.find(it => measure(it, width: size.width).height <= size.height)
  }
  let listed = fitting((pt(10), pt(9.5), pt(9), pt(8.5), pt(8)), courses)
  if listed != none { return align(horizon, listed) }
  annexed.update(true)
  let brief = fitting((pt(9.5), pt(8.5), pt(7.5)), c => say(c.annexed))
  assert(brief != none, message: "does-not-fit")
  align(horizon, brief)
}

#let check = {
  set text(pt(7.2))
  set par(leading: 0.5em, spacing: 0.9em)
  grid(
    columns: (auto, 1fr),
    column-gutter: 3mm,
    align: (left + bottom, left + bottom),
    box(stroke: 0.4pt + straw, inset: 0.4mm, image(bytes(d.qr), format: "svg", width: 34mm, alt: d.qrAlt)),
    {
      for c in d.columns { block(text(fill: quiet, say(c.check))) }
      block(text(pt(8.4), fill: indigo, weight: 700, fit((pt(8.4), pt(7.4), pt(6.4)), 47mm, d.address)))
      block(above: mm(2.2), below: mm(1.4), text(fill: quiet, d.columns.map(c => say(c.serialLabel)).join([ · ])))
      block(text(pt(9.6), weight: 700, d.serial))
    },
  )
}

#let signature(s) = {
  set text(pt(7.2))
  set par(leading: 0.42em, spacing: 0.5em)
  line(length: 100%, stroke: 0.5pt + quiet)
  block(above: mm(1.5), below: mm(1.4), text(pt(9), weight: 700, fit((pt(9), pt(8), pt(7)), 58mm, say(s.name))))
  for office in s.offices { block(text(fill: quiet, say(office))) }
}

#let foot = grid(
  columns: (86mm, 1fr, 25mm),
  column-gutter: 6mm,
  align: (left + bottom, left + bottom, right + bottom),
  check,
  grid(
    columns: (1fr,) * calc.max(1, calc.min(2, d.signatories.len())),
    column-gutter: 5mm,
    row-gutter: 3mm,
    align: left + top,
    ..d.signatories.map(signature),
  ),
  image(bytes(d.seal), format: "svg", width: 25mm, alt: d.sealAlt),
)

#grid(
  columns: 100%,
  rows: (auto, auto, auto, 1fr, auto),
  row-gutter: (mm(9), mm(8), mm(6), mm(5)),
  masthead,
  holder,
  level,
  layout(body),
  foot,
)

#context if annexed.final() {
  set page(margin: (bottom: 31mm), footer-descent: 2mm, footer: {
    set text(7.6pt, fill: quiet)
    grid(columns: (1fr, auto), d.serial + [ · ] + d.address, counter(page).display("1 / 1", both: true))
  })
  for c in d.columns {
    block(below: 1.6mm, text(fill: indigo, heading(level: 1, text(13pt, say(c.annexTitle)))))
    block(below: 3mm, say(d.holder))
    table(
      columns: (1fr, 24mm, 44mm, 20mm),
      stroke: none,
      inset: (x: 0mm, y: 0.9mm),
      table.header(..c.annexHead.map(label)),
      table.hline(stroke: 0.5pt + straw),
      ..c.courses.map(it => (say(it.title), say(it.version), say(it.completed), say(it.hours))).flatten(),
    )
    v(6mm, weak: true)
  }
}
`;
