/** How many records of a module are locked, by whatever source. Small, because the settings page begins with it. */
export const countAllLockedQuery = (module: string): string => {
  if (!/^\w{1,200}$/.test(module)) throw new RangeError('Module is not a plain word');
  return `select COUNT(id) from ${module} where Locked__s = true`;
};
