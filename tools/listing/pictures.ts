/** The pictures that the listing form of the Marketplace asks for. */
export interface Picture {
  /** In `docs/listing/`. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
  /** A screenshot may be larger than this, the others have exactly this size. */
  readonly atLeast?: true;
  readonly mostBytes: number;
  /** The drawing it is made from, in `docs/listing/`; a screenshot is taken from the real pages. */
  readonly drawing?: string;
}

const MEGABYTE = 1_000_000;

const screenshot = (file: string): Picture => ({
  file,
  width: 1280,
  height: 800,
  atLeast: true,
  mostBytes: 2 * MEGABYTE,
});

export const PICTURES: readonly Picture[] = [
  { file: 'icon-180.png', width: 180, height: 180, mostBytes: MEGABYTE, drawing: 'icon.svg' },
  { file: 'icon-120.png', width: 120, height: 120, mostBytes: MEGABYTE, drawing: 'icon.svg' },
  { file: 'thumbnail.png', width: 740, height: 340, mostBytes: MEGABYTE, drawing: 'thumbnail.svg' },
  ...['screenshot-1.png', 'screenshot-2.png', 'screenshot-3.png', 'screenshot-4.png'].map(screenshot),
];
