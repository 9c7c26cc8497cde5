import messages from '../../../../../messages/zh-CN/fault.json' with { type: 'json' };

export const catalogue = messages;
