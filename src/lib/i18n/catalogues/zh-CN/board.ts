import messages from '../../../../../messages/zh-CN/board.json' with { type: 'json' };

export const catalogue = messages;
