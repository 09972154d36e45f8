/** A browser always loads the newest build. */
export function watchForUpdates(): void {}
