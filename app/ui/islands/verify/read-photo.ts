type Detector = { detect(source: ImageBitmap): Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
};

/** Longest sides that are tried: fine print needs many points, noise is less in few. */
const SIDES = [1600, 900, 2600];

const detectorClass = (): DetectorClass | undefined =>
  (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

async function byBrowser(picture: ImageBitmap): Promise<string | null> {
  const Detector = detectorClass();
  if (!Detector || !(await Detector.getSupportedFormats()).includes('qr_code')) return null;
  const [found] = await new Detector({ formats: ['qr_code'] }).detect(picture).catch(() => []);
  return found?.rawValue ?? null;
}

function pointsOf(picture: ImageBitmap, side: number): ImageData | null {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return context?.getImageData(0, 0, canvas.width, canvas.height) ?? null;
}

const reader = async () => (await import('jsqr')).default;

async function byProgram(picture: ImageBitmap): Promise<string | null> {
  const read = await reader();
  for (const side of SIDES) {
    const points = pointsOf(picture, side);
    const found = points && read(points.data, points.width, points.height);
    if (found) return found.data;
  }
  return null;
}

/** The text of the QR code on a photo; null when none can be read. The photo stays on the device. */
export async function readPhoto(photo: Blob): Promise<string | null> {
  const picture = await createImageBitmap(photo).catch(() => null);
  if (!picture) return null;
  const text = (await byBrowser(picture)) ?? (await byProgram(picture));
  picture.close();
  return text;
}

/** Loads now what reading a photo without network would need. */
export async function prepareReader(): Promise<void> {
  if (!detectorClass()) await reader();
}
