import messages from '../../../../../messages/en/room.json' with { type: 'json' };

export const catalogue = messages;
