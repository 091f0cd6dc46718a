/** As many layers as a stack may have. */
export const MAX_LAYERS = 6;

/** Channels of every layer that a comparison may count with. */
export const STACK_CHANNELS = { min: 1, max: 512, default: 64 } as const;
