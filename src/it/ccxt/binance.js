'use strict';

// Drives a simulated Binance spot venue with ccxt, unchanged but for its URLs.
// Usage: node binance.js REST_URL WS_URL API_KEY API_SECRET
// Prints one line of JSON per step; exits 0 only when every step did what it says.

const ccxt = require('ccxt');

const [rest, ws, apiKey, secret] = process.argv.slice(2);
const SYMBOL = 'BTC/USDT';

function moved(urls, base) {
  if (typeof urls === 'string') {
    return base + new URL(urls).pathname.replace(/\/$/, '');
  }
  return Object.fromEntries(Object.entries(urls).map(([name, value]) => [name, moved(value, base)]));
}

function client() {
  const exchange = new ccxt.pro.binance({
    apiKey,
    secret,
    enableRateLimit: false,
    options: { fetchMarkets: { types: ['spot'] }, fetchCurrencies: false, fetchMargins: false },
  });
  const { ws: sockets, ...plain } = exchange.urls.api;
  exchange.urls.api = { ...moved(plain, rest), ws: moved(sockets, ws) };
  const streams = 'ws://stream@' + new URL(ws).host + '/ws';
  exchange.urls.api.ws.spot = streams;
  exchange.urls.api.ws.margin = streams;
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
    check(markets[SYMBOL].precision.price === 0.01, 'the tick is not 0.01');
    return Object.keys(markets).length;
  },
  async fetchOrderBook(exchange) {
    const book = await exchange.fetchOrderBook(SYMBOL, 1000);
    check(book.bids[0][0] < book.asks[0][0], 'the book is crossed');
    return book.nonce;
  },
  async watchOrderBook(exchange) {
    let book;
    for (let i = 0; i < 20; i++) {
      book = await exchange.watchOrderBook(SYMBOL);
      check(book.bids[0][0] < book.asks[0][0], 'the book is crossed');
    }
    return book.nonce;
  },
  async watchTrades(exchange) {
    const trades = await exchange.watchTrades(SYMBOL);
    check(trades[0].price > 0, 'a trade has no price');
    return trades.length;
  },
  async createOrder(exchange, seen) {
    const price = exchange.priceToPrecision(SYMBOL, seen.book * 0.9);
    seen.order = await exchange.createOrder(SYMBOL, 'limit', 'buy', 0.01, Number(price));
    check(seen.order.status === 'open', 'the order is not open');
    return seen.order.id;
  },
  async fetchOpenOrders(exchange, seen) {
    const open = await exchange.fetchOpenOrders(SYMBOL);
    check(open.some((order) => order.id === seen.order.id), 'the order is not among the open ones');
    return open.length;
  },
  async fetchOrder(exchange, seen) {
    const order = await exchange.fetchOrder(seen.order.id, SYMBOL);
    check(order.clientOrderId === seen.order.clientOrderId, 'the order has another client id');
    return order.clientOrderId;
  },
  async cancelOrder(exchange, seen) {
    const order = await exchange.cancelOrder(seen.order.id, SYMBOL);
    check(order.status === 'canceled', 'the order is not cancelled');
    check((await exchange.fetchOpenOrders(SYMBOL)).length === 0, 'an order is still open');
    return order.id;
  },
  async createMarketOrder(exchange) {
    const order = await exchange.createOrder(SYMBOL, 'market', 'buy', 0.02);
    check(order.status === 'closed' && order.filled === 0.02, 'the market order is not filled');
    return order.average;
  },
  async fetchMyTrades(exchange) {
    const trades = await exchange.fetchMyTrades(SYMBOL);
    check(trades.length > 0 && trades[0].fee.cost > 0, 'a fill has no fee');
    return trades.length;
  },
  async fetchBalance(exchange) {
    const balance = await exchange.fetchBalance();
    check(balance.BTC.total > 100, 'the bought coin is not there');
    return balance.BTC.total;
  },
  async watchOrders(exchange) {
    await exchange.authenticate();
    const watched = exchange.watchOrders(SYMBOL);
    const placed = await exchange.createOrder(SYMBOL, 'limit', 'sell', 0.01, 70000);
    const orders = await watched;
    check(orders.some((order) => order.id === placed.id), 'the order was not reported');
    const end = exchange.watchOrders(SYMBOL);
    await exchange.cancelOrder(placed.id, SYMBOL);
    const ended = (await end).find((order) => order.id === placed.id);
    check(ended.status === 'canceled', 'the cancel was not reported');
    return ended.status;
  },
  async createOrderWs(exchange, seen) {
    const price = Number(exchange.priceToPrecision(SYMBOL, seen.book * 0.9));
    const placed = await exchange.createOrderWs(SYMBOL, 'limit', 'buy', 0.01, price);
    const ended = await exchange.cancelOrderWs(placed.id, SYMBOL);
    check(ended.id === placed.id, 'another order was cancelled');
    return ended.status;
  },
};

async function main() {
  const exchange = client();
  await exchange.loadHttpProxyAgent();
  const seen = {};
  for (const [name, step] of Object.entries(steps)) {
    const value = await step(exchange, seen);
    if (name === 'fetchOrderBook') {
      seen.book = (await exchange.fetchOrderBook(SYMBOL)).bids[0][0];
    }
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
