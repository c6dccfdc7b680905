const PATHS = {
  lock: 'M5 9h10v8H5zM7 9V6a3 3 0 0 1 6 0v3',
  gear: 'M10 7.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM10 2v2.2M10 15.8V18M2 10h2.2M15.8 10H18M4.3 4.3l1.6 1.6M14.1 14.1l1.6 1.6M4.3 15.7l1.6-1.6M14.1 5.9l1.6-1.6',
  pencil: 'M4 16l1-4 8-8 3 3-8 8zM11.5 5.5l3 3',
  search: 'M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4zM13 13l4 4',
  back: 'M12 4l-6 6 6 6',
  close: 'M5 5l10 10M15 5L5 15',
  list: 'M4 6h12M4 10h12M4 14h12',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  tag: 'M4 4h6l6 6-6 6-6-6zM7 7h.01',
};

/** A line icon; it says nothing to a screen reader, so its button or label does. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
