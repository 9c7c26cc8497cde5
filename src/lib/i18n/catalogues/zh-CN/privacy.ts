import messages from '../../../../../messages/zh-CN/privacy.json' with { type: 'json' };

export const catalogue = messages;
