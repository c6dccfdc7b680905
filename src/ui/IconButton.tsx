/** Line drawings, 20 units square, for buttons that have their name in a label. */
const PATHS = {
  copy: 'M8 7h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1M4 12.5V5a1 1 0 0 1 1-1h7.5',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.7 10h7.6l.7-10M8.5 9v4.5M11.5 9v4.5',
  up: 'M10 16V4.5M5.5 9 10 4.5 14.5 9',
  more: 'M4.9 10h.2M9.9 10h.2M14.9 10h.2',
  remove: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
};

interface IconButtonProps {
  readonly icon: keyof typeof PATHS;
  /** Its name, shown where the mouse rests on it. */
  readonly label: string;
  readonly id?: string;
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-disabled'?: boolean;
  onClick(): void;
}

/** A button that is a drawing. */
export function IconButton({ icon, label, ...button }: IconButtonProps) {
  return (
    <button type="button" class="icon" aria-label={label} title={label} {...button}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={PATHS[icon]} />
      </svg>
    </button>
  );
}
