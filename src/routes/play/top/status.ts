/** How it stands with keeping the game: `lost` where another tab has it, `offline` where it is kept without a network. */
export type SaveStatus = 'saved' | 'saving' | 'failed' | 'lost' | 'offline';
