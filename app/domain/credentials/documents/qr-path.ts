import QRCode from 'qrcode';

/** Above this length the code takes the lower correction level, so that a module stays at 0.4 mm. */
const LONG = 180;

/** The modules of the QR code of a text: `dark(x, y)` inside a square of `size` modules. */
export function qrModules(text: string): { size: number; dark: (x: number, y: number) => boolean } {
  const level = text.length > LONG ? 'L' : 'M';
  const { modules } = QRCode.create(text, { errorCorrectionLevel: level });
  return { size: modules.size, dark: (x, y) => Boolean(modules.get(y, x)) };
}

/** The QR code of a text as one black SVG path on white with the quiet zone of four modules. */
export function qrSvg(text: string): string {
  const { size, dark } = qrModules(text);
  let d = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!dark(x, y)) continue;
      let end = x + 1;
      while (end < size && dark(end, y)) end += 1;
      d += `M${x} ${y}h${end - x}v1H${x}z`;
      x = end;
    }
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 ${size + 8} ${size + 8}">` +
    `<rect x="-4" y="-4" width="${size + 8}" height="${size + 8}" fill="#ffffff"/>` +
    `<path d="${d}" fill="#16181d"/></svg>`
  );
}
