import messages from '../../../../../messages/zh-CN/calibrate.json' with { type: 'json' };

export const catalogue = messages;
