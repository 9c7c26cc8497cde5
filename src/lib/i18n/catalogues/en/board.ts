import messages from '../../../../../messages/en/board.json' with { type: 'json' };

export const catalogue = messages;
