import messages from '../../../../../messages/en/calibrate.json' with { type: 'json' };

export const catalogue = messages;
