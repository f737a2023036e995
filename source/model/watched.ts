/** How work that takes long is watched and broken off. */
export type Watched = {readonly progress: (text: string) => void; readonly signal: AbortSignal};
