/** What the zip may hold: a file of another name is not one that the build means to ship. */
const PARTS = [
  /^(record-lock|records|settings)\.html$/,
  /^assets\/(record-lock|records|settings)(-[\w-]+)?\.js$/,
  /^assets\/(record-lock|records|settings)\.css$/,
  /^assets\/(record|records|settings)(-[\w-]+)?\.[a-z]{2}\.json$/,
  /^translations\/[a-z]{2}\.json$/,
  /^img\/icon\.svg$/,
  /^licenses\.txt$/,
];

/** One sentence for each file that has no place in the zip. Paths begin with `app/`. */
export const foreignFiles = (paths: readonly string[]): string[] =>
  paths
    .filter((path) => !PARTS.some((part) => path.startsWith('app/') && part.test(path.slice(4))))
    .map((path) => `${path} is in the zip, but no part of the extension is called so`);
