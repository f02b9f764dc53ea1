'use strict';

// Drives a simulated Bybit with bybit-api, unchanged but for its URLs, on spot and linear.
// Usage: node trades.js REST_URL WS_URL API_KEY API_SECRET
// Prints one line of JSON per step; exits 0 only when every step did what it says.

const { RestClientV5, WebsocketClient } = require('bybit-api');

const [rest, ws, key, secret] = process.argv.slice(2);
const SYMBOL = 'BTCUSDT';
const CATEGORIES = ['spot', 'linear'];

function check(condition, text) {
  if (!condition) {
    throw new Error(text);
  }
}

const client = new RestClientV5({ key, secret, baseUrl: rest, throwExceptions: true });
const messages = [];

// The URL of a client's sockets is one, so each of the venue's three has a client.
function listening(path) {
  const sockets = new WebsocketClient({ key, secret, market: 'v5', wsUrl: ws + path });
  sockets.on('update', (message) => messages.push({ path, ...message }));
  sockets.on('exception', (error) => {
    console.error(error);
    process.exit(1);
  });
  return sockets;
}

const sockets = {
  spot: listening('/v5/public/spot'),
  linear: listening('/v5/public/linear'),
  account: listening('/v5/private'),
};

async function heard(isWanted, text) {
  for (let i = 0; i < 50; i++) {
    const found = messages.find(isWanted);
    if (found) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(text);
}

function placed(category, order) {
  return client.submitOrder({ category, symbol: SYMBOL, side: 'Buy', ...order }).then((answer) => answer.result);
}

function told(orderId, orderStatus) {
  return heard(
    (message) =>
      message.topic === 'order' &&
      message.data.some((order) => order.orderId === orderId && order.orderStatus === orderStatus),
    orderId + ' was not told to be ' + orderStatus,
  );
}

const steps = {
  async getInstrumentsInfo() {
    const counts = [];
    for (const category of CATEGORIES) {
      const { result } = await client.getInstrumentsInfo({ category });
      check(result.list.some((listed) => listed.symbol === SYMBOL), SYMBOL + ' is not listed');
      counts.push(result.list.length);
    }
    return counts;
  },
  async getTickers(seen) {
    const { result } = await client.getTickers({ category: 'linear', symbol: SYMBOL });
    seen.low = String(Math.floor(Number(result.list[0].bid1Price) * 0.9));
    check(Number(result.list[0].markPrice) > 0, 'there is no mark price');
    return result.list[0].fundingRate;
  },
  async subscribe() {
    for (const category of CATEGORIES) {
      sockets[category].subscribeV5(['orderbook.50.' + SYMBOL, 'publicTrade.' + SYMBOL], category);
      const path = '/v5/public/' + category;
      await heard((message) => message.path === path && message.type === 'snapshot', 'no snapshot of ' + category);
      await heard((message) => message.path === path && message.type === 'delta', 'no delta of ' + category);
    }
    sockets.account.subscribeV5(['order', 'execution', 'position', 'wallet'], 'linear');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return messages.length;
  },
  async submitOrder(seen) {
    seen.orders = [];
    for (const category of CATEGORIES) {
      const order = await placed(category, { orderType: 'Limit', qty: '0.01', price: seen.low });
      seen.orders.push(order.orderId);
      await told(order.orderId, 'New');
      const { result } = await client.getActiveOrders({ category, symbol: SYMBOL });
      check(result.list.some((open) => open.orderId === order.orderId), 'the order is not open');
    }
    return seen.orders;
  },
  async cancelOrder(seen) {
    for (const [index, category] of CATEGORIES.entries()) {
      await client.cancelOrder({ category, symbol: SYMBOL, orderId: seen.orders[index] });
      await told(seen.orders[index], 'Cancelled');
    }
    return seen.orders.length;
  },
  async fillOrder() {
    const filled = [];
    for (const category of CATEGORIES) {
      const order = await placed(category, { orderType: 'Market', qty: '0.02', marketUnit: 'baseCoin' });
      await told(order.orderId, 'Filled');
      await heard(
        (message) =>
          message.topic === 'execution' && message.data.some((execution) => execution.orderId === order.orderId),
        'the execution was not told',
      );
      const { result } = await client.getExecutionList({ category, orderId: order.orderId });
      filled.push(result.list.reduce((sum, execution) => sum + Number(execution.execQty), 0));
    }
    check(filled.every((sum) => Math.abs(sum - 0.02) < 1e-9), 'an order is not filled');
    return filled;
  },
  async getPositionInfo() {
    const { result } = await client.getPositionInfo({ category: 'linear', symbol: SYMBOL });
    check(result.list[0].side === 'Buy' && result.list[0].size === '0.02', 'the position is another');
    return result.list[0].avgPrice;
  },
  async getWalletBalance() {
    const { result } = await client.getWalletBalance({ accountType: 'UNIFIED' });
    const coin = result.list[0].coin.find((found) => found.coin === 'BTC');
    check(Number(coin.walletBalance) > 100, 'the coin was not bought');
    return coin.walletBalance;
  },
};

async function main() {
  const seen = {};
  for (const [step, act] of Object.entries(steps)) {
    console.log(JSON.stringify({ step, value: await act(seen) }));
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
