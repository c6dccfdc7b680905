/** The layers of the settings page, from the ground up. Each may look down, never up; features never look at one another. */
const LAYERS = [
  ['editing'],
  ['context'],
  ['words'],
  ['changes', 'impact'],
  ['features'],
  ['editor'],
  ['page'],
  ['start'],
];

const SETTINGS = 'src/settings/';

const levelOf = (path: string): number =>
  LAYERS.findIndex((folders) => folders.includes(path.slice(SETTINGS.length).split('/')[0] ?? ''));

const featureOf = (path: string): string => path.split('/')[3] ?? '';

/** What is wrong with an import inside the settings; undefined: nothing. */
export function wrongLayer(from: string, target: string): string | undefined {
  if (!from.startsWith(SETTINGS) || !target.startsWith(SETTINGS)) return undefined;
  const [level, other] = [levelOf(from), levelOf(target)];
  const folder = (path: string) => path.split('/')[2];
  if (level < 0 || other < 0)
    return `${folder(level < 0 ? from : target)} is no layer of the settings; give it its place`;
  if (other > level) return `${folder(from)} must not look up to ${folder(target)}`;
  if (other < level) return undefined;
  if (folder(from) !== folder(target)) return `${folder(from)} must not know ${folder(target)}`;
  return LAYERS[level]?.includes('features') && featureOf(from) !== featureOf(target)
    ? `the feature ${featureOf(from)} must not know ${featureOf(target)}`
    : undefined;
}
