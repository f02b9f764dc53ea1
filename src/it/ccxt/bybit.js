'use strict';

// Drives a simulated Bybit, spot or linear, with ccxt, unchanged but for its URLs.
// Usage: node bybit.js REST_URL WS_URL API_KEY API_SECRET spot|linear
// Prints one line of JSON per step; exits 0 only when every step did what it says.

const ccxt = require('ccxt');

const [rest, ws, apiKey, secret, category] = process.argv.slice(2);
const SYMBOL = category === 'spot' ? 'BTC/USDT' : 'BTC/USDT:USDT';

function client() {
  const exchange = new ccxt.pro.bybit({
    apiKey,
    secret,
    enableRateLimit: false,
    options: { fetchMarkets: { types: ['spot', 'linear'] }, defaultType: category === 'spot' ? 'spot' : 'swap' },
  });
  const api = exchange.urls.api;
  for (const name of ['spot', 'futures', 'v2', 'public', 'private']) {
    api[name] = rest;
  }
  for (const name of ['spot', 'linear', 'inverse', 'option']) {
    api.ws.public[name] = ws + '/v5/public/' + name;
  }
  api.ws.private.spot.unified = ws + '/v5/private';
  api.ws.private.contract = ws + '/v5/private';
  api.ws.private.trade = ws + '/v5/trade';
  exchange.has.fetchCurrencies = false;
  return exchange;
}

function check(condition, text) {
  if (!condition) {
    throw new Error(text);
  }
}

const steps = {
  async loadMarkets(exchange) {
    const markets = await exchange.loadMarkets();
    check(markets[SYMBOL].precision.price === 0.1, 'the tick is not 0.1');
    return Object.keys(markets).length;
  },
  async fetchOrderBook(exchange, seen) {
    const book = await exchange.fetchOrderBook(SYMBOL, 50);
    check(book.bids[0][0] < book.asks[0][0], 'the book is crossed');
    seen.bid = book.bids[0][0];
    return book.nonce;
  },
  async watchOrderBook(exchange) {
    let book;
    for (let i = 0; i < 20; i++) {
      book = await exchange.watchOrderBook(SYMBOL, 50);
      check(book.bids[0][0] < book.asks[0][0], 'the book is crossed');
    }
    return book.nonce;
  },
  async watchTrades(exchange) {
    const trades = await exchange.watchTrades(SYMBOL);
    check(trades[0].price > 0, 'a trade has no price');
    return trades.length;
  },
  async fetchTicker(exchange) {
    const ticker = await exchange.fetchTicker(SYMBOL);
    check(ticker.bid < ticker.ask, 'the ticker is crossed');
    return ticker.last;
  },
  async createOrder(exchange, seen) {
    seen.price = Number(exchange.priceToPrecision(SYMBOL, seen.bid * 0.9));
    seen.order = await exchange.createOrder(SYMBOL, 'limit', 'buy', 0.01, seen.price);
    check(seen.order.id, 'the order has no id');
    return seen.order.id;
  },
  async fetchOpenOrders(exchange, seen) {
    const open = await exchange.fetchOpenOrders(SYMBOL);
    const order = open.find((found) => found.id === seen.order.id);
    check(order && order.status === 'open' && order.price === seen.price, 'the order is not among the open ones');
    return open.length;
  },
  async editOrder(exchange, seen) {
    const edited = await exchange.editOrder(seen.order.id, SYMBOL, 'limit', 'buy', 0.02, seen.price);
    check(edited.id === seen.order.id, 'the order got another id');
    const open = await exchange.fetchOpenOrders(SYMBOL);
    check(open.find((found) => found.id === seen.order.id).amount === 0.02, 'the order was not amended');
    return edited.id;
  },
  async cancelOrder(exchange, seen) {
    const order = await exchange.cancelOrder(seen.order.id, SYMBOL);
    check(order.id === seen.order.id, 'another order was cancelled');
    check((await exchange.fetchOpenOrders(SYMBOL)).length === 0, 'an order is still open');
    return order.id;
  },
  async watchOrders(exchange, seen) {
    const watched = exchange.watchOrders(SYMBOL);
    await exchange.sleep(500);
    const placed = await exchange.createOrder(SYMBOL, 'limit', 'buy', 0.01, seen.price);
    const orders = await watched;
    check(orders.some((order) => order.id === placed.id), 'the order was not reported');
    const end = exchange.watchOrders(SYMBOL);
    await exchange.cancelOrder(placed.id, SYMBOL);
    const ended = (await end).find((order) => order.id === placed.id);
    check(ended.status === 'canceled', 'the cancel was not reported');
    return ended.status;
  },
  async createMarketOrder(exchange, seen) {
    const watched = exchange.watchMyTrades(SYMBOL);
    await exchange.sleep(500);
    seen.market = await exchange.createOrder(SYMBOL, 'market', 'buy', 0.02, seen.bid);
    const trades = await watched;
    check(trades.every((trade) => trade.order === seen.market.id), 'the execution was not reported');
    return trades.length;
  },
  async fetchMyTrades(exchange, seen) {
    const trades = await exchange.fetchMyTrades(SYMBOL);
    const mine = trades.filter((trade) => trade.order === seen.market.id);
    const filled = mine.reduce((sum, trade) => sum + trade.amount, 0);
    check(Math.abs(filled - 0.02) < 1e-4 && mine[0].fee.cost > 0, 'the market order is not filled with fees');
    return filled;
  },
  async fetchBalance(exchange) {
    const balance = await exchange.fetchBalance();
    check(balance.USDT.total < 5000000 && balance.BTC.total >= 100, 'the money did not move');
    return balance.USDT.total;
  },
  async fetchPositions(exchange) {
    if (category === 'spot') {
      return 0;
    }
    const positions = await exchange.fetchPositions([SYMBOL]);
    check(positions[0].contracts === 0.02 && positions[0].side === 'long', 'the position is not there');
    await exchange.setLeverage(20, SYMBOL);
    await exchange.createOrder(SYMBOL, 'market', 'sell', 0.02, undefined, { reduceOnly: true });
    const after = await exchange.fetchPositions([SYMBOL]);
    check(!after[0] || !after[0].contracts, 'the position is still there');
    return positions[0].entryPrice;
  },
};

async function main() {
  const exchange = client();
  await exchange.loadHttpProxyAgent();
  const seen = {};
  for (const [name, step] of Object.entries(steps)) {
    const value = await step(exchange, seen);
    console.log(JSON.stringify({ step: name, value }));
  }
  await exchange.close();
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
