'use strict';

// Drives a simulated venue with ccxt, unchanged but for its URLs.
// Usage: node trades.js VENUE REST_URL WS_URL API_KEY API_SECRET
// Prints one line of JSON per step; exits 0 only when every step did what it says.

const venues = require('./venues');

const [name, rest, ws, apiKey, secret] = process.argv.slice(2);
const venue = venues[name];
const SYMBOL = venue.symbol;

function check(condition, text) {
  if (!condition) {
    throw new Error(text);
  }
}

// What a venue tells later is asked for until it is so.
async function until(ask, isSo, text) {
  for (let i = 0; i < 50; i++) {
    const answer = await ask();
    if (isSo(answer)) {
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(text);
}

// Orders are reported as they were, are and will be; the one wanted is waited for.
async function watched(exchange, isWanted) {
  for (;;) {
    const found = (await exchange.watchOrders(SYMBOL)).find(isWanted);
    if (found) {
      return found;
    }
  }
}

const steps = {
  async loadMarkets(exchange) {
    const markets = await exchange.loadMarkets();
    check(markets[SYMBOL].precision.price === venue.tick, 'the tick is not ' + venue.tick);
    return Object.keys(markets).length;
  },
  async fetchOrderBook(exchange, seen) {
    const book = await exchange.fetchOrderBook(SYMBOL, venue.depth);
    check(book.bids[0][0] < book.asks[0][0], 'the book is crossed');
    seen.book = book.bids[0][0];
    return book.bids.length;
  },
  async watchOrderBook(exchange) {
    let book;
    for (let i = 0; i < 20; i++) {
      book = await exchange.watchOrderBook(SYMBOL);
      check(book.bids[0][0] < book.asks[0][0], 'the book is crossed');
    }
    return book.bids.length;
  },
  async watchTrades(exchange) {
    const trades = await exchange.watchTrades(SYMBOL);
    check(trades[0].price > 0, 'a trade has no price');
    return trades.length;
  },
  async createOrder(exchange, seen) {
    const price = exchange.priceToPrecision(SYMBOL, seen.book * 0.9);
    seen.order = await exchange.createOrder(SYMBOL, 'limit', 'buy', 0.01, Number(price), venue.named?.());
    check(!venue.answersAtOnce || seen.order.status === 'open', 'the order is not open');
    return seen.order.id;
  },
  async fetchOpenOrders(exchange, seen) {
    const open = await exchange.fetchOpenOrders(SYMBOL);
    check(open.some((order) => order.id === seen.order.id), 'the order is not among the open ones');
    return open.length;
  },
  async fetchOrder(exchange, seen) {
    const order = await exchange.fetchOrder(seen.order.id, SYMBOL, venue.queryParams);
    check(order.status === 'open' && order.amount === 0.01, 'the order is another');
    check(order.clientOrderId && order.clientOrderId === seen.order.clientOrderId, 'the order has another client id');
    return order.clientOrderId;
  },
  async editOrder(exchange, seen) {
    if (!venue.amends) {
      return 'not at this venue';
    }
    const edited = await exchange.editOrder(seen.order.id, SYMBOL, 'limit', 'buy', 0.02);
    check(edited.id === seen.order.id, 'the order got another id');
    const [open] = await exchange.fetchOpenOrders(SYMBOL);
    check(open.id === seen.order.id && open.amount === 0.02, 'the order was not amended');
    return edited.id;
  },
  async cancelOrder(exchange, seen) {
    const order = await exchange.cancelOrder(seen.order.id, SYMBOL);
    check(!venue.answersAtOnce || order.status === 'canceled', 'the order is not cancelled');
    const ended = await until(
      () => exchange.fetchOpenOrders(SYMBOL),
      (open) => open.length === 0,
      'an order is still open',
    );
    return ended.length;
  },
  async createMarketOrder(exchange) {
    const placed = await exchange.createOrder(SYMBOL, 'market', 'sell', 0.02);
    const order = venue.answersAtOnce ? placed : await exchange.fetchOrder(placed.id, SYMBOL, venue.queryParams);
    check(order.status === 'closed' && order.filled === 0.02, 'the market order is not filled');
    return order.average;
  },
  async fetchMyTrades(exchange) {
    const trades = await until(
      () => exchange.fetchMyTrades(SYMBOL),
      (all) => all.length > 0,
      'no fill is listed',
    );
    check(trades[0].fee.cost > 0, 'a fill has no fee');
    return trades.length;
  },
  async fetchBalance(exchange) {
    const balance = await exchange.fetchBalance(venue.balanceParams);
    const isSold = venue.sold ?? ((all) => all.BTC.total < 100);
    check(isSold(balance), 'the coin is not sold');
    return balance.BTC.total;
  },
  async fetchPositions(exchange) {
    if (!venue.positions) {
      return 'not at this venue';
    }
    const [position] = await exchange.fetchPositions([SYMBOL]);
    check(position.side === 'short' && position.contracts === 0.02, 'the position is another');
    await exchange.setLeverage(20, SYMBOL);
    await exchange.createOrder(SYMBOL, 'market', 'buy', 1, undefined, { reduceOnly: true });
    const left = (await exchange.fetchPositions([SYMBOL])).filter((found) => found.contracts);
    check(left.length === 0, 'the position is still there');
    return position.entryPrice;
  },
  async watchOrders(exchange, seen) {
    if (venue.authenticates) {
      await exchange.authenticate();
    }
    // A sum of two decimals is not always the number its text names.
    const price = Number(exchange.priceToPrecision(SYMBOL, seen.book + 10_000));
    const reported = watched(exchange, (order) => order.price === price);
    await exchange.sleep(venue.listensAfterMs ?? 0);
    const placed = await exchange.createOrder(SYMBOL, 'limit', 'sell', 0.01, price);
    check((await reported).id === placed.id, 'the order was not reported');
    const end = watched(exchange, (order) => order.id === placed.id && order.status === 'canceled');
    await exchange.cancelOrder(placed.id, SYMBOL);
    return (await end).status;
  },
  async createOrderWs(exchange, seen) {
    if (!venue.ordersOverWs) {
      return 'not at this venue';
    }
    const price = Number(exchange.priceToPrecision(SYMBOL, seen.book * 0.9));
    const placed = await exchange.createOrderWs(SYMBOL, 'limit', 'buy', 0.01, price);
    const ended = await exchange.cancelOrderWs(placed.id, SYMBOL);
    check(ended.id === placed.id, 'another order was cancelled');
    return ended.status;
  },
};

async function main() {
  const exchange = venue.open(rest, ws, { apiKey, secret });
  await exchange.loadHttpProxyAgent();
  const seen = {};
  for (const [step, act] of Object.entries(steps)) {
    console.log(JSON.stringify({ step, value: await act(exchange, seen) }));
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
