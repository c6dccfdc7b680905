/** Line drawings, 20 units square, in the colour of the text around them. Decoration: the words stand beside them. */
const PATHS = {
  closed: 'M4 11a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM7 9V6a3 3 0 0 1 6 0v3',
  open: 'M4 11a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM7 9V6a3 3 0 0 1 5.8-1',
  refresh: 'M4.4 7.8A6 6 0 0 1 15.6 7.8M16 3.6v4.4h-4.4M15.6 12.2A6 6 0 0 1 4.4 12.2M4 16.4v-4.4h4.4',
  warning: 'M10 3.5 2.8 16h14.4zM10 8.5v3.5M10 14.2v.1',
  none: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M5.2 5.2l9.6 9.6',
};

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
