package sluice.venue.binance;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.text.Json;
import sluice.venue.bad.Decoder;
import sluice.venue.binance.market.wire.InstrumentWire;
import sluice.venue.binance.market.wire.StreamWire;
import sluice.venue.binance.trade.reply.AccountObjects;
import sluice.venue.binance.trade.reply.ErrorTable;
import sluice.venue.binance.trade.reply.OrderObjects;
import sluice.venue.binance.trade.reply.ReplaceReply;
import sluice.venue.binance.trade.reply.UserFrames;
import sluice.venue.binance.trade.reply.VenueError;
import sluice.venue.binance.trade.wire.SymbolNames;

/** Everything but depth, which has properties of its own. */
class DecoderProperties {

    private static final SymbolNames NAMES = new SymbolNames(List.of(Symbol.of("BTC-USDT")));
    private static final OrderObjects OBJECTS = new OrderObjects(NAMES);

    private static final String ORDER = json("{'symbol':'BTCUSDT','orderId':77,'clientOrderId':'x','transactTime':1760,"
            + "'price':'60000.00','origQty':'1','executedQty':'0.5','cummulativeQuoteQty':'30000','status':'NEW',"
            + "'timeInForce':'GTC','type':'LIMIT','side':'BUY','fills':[{'price':'60000.00','qty':'0.5',"
            + "'commission':'0.00001','commissionAsset':'BTC','tradeId':7}]}");
    private static final String TRADES = json("[{'symbol':'BTCUSDT','id':9,'orderId':77,'price':'60000.0','qty':'1',"
            + "'commission':'0.00001','commissionAsset':'BTC','time':1760000000010,'isBuyer':true,'isMaker':true}]");
    private static final String REPORT = json("{'subscriptionId':0,'event':{'e':'executionReport','E':1760,"
            + "'s':'BTCUSDT','c':'x','S':'BUY','o':'LIMIT','f':'GTC','q':'0.02','p':'60000.0','C':'','x':'TRADE',"
            + "'X':'PARTIALLY_FILLED','r':'NONE','i':77,'l':'0.01','z':'0.01','L':'60000','n':'0.1','N':'BTC',"
            + "'T':1760000000010,'t':5,'m':false,'Z':'600'}}");
    private static final String HELD =
            json("{'event':{'e':'outboundAccountPosition','E':1,'B':[{'a':'BTC','f':'1'," + "'l':'0'}]}}");
    private static final String ANSWERED =
            json("{'id':'subscribe','status':400,'error':{'code':-1021,'msg':'Timestamp ahead'}}");
    private static final String INFO = json("{'symbols':[{'symbol':'BTCUSDT','status':'TRADING','baseAsset':'BTC',"
            + "'quoteAsset':'USDT','isSpotTradingAllowed':true,'filters':[{'filterType':'PRICE_FILTER','minPrice':"
            + "'0.01','maxPrice':'1000000','tickSize':'0.01'},{'filterType':'LOT_SIZE','minQty':'0.00001','maxQty':"
            + "'9000','stepSize':'0.00001'},{'filterType':'NOTIONAL','minNotional':'5','maxNotional':'9000000'}]}]}");
    private static final String PRINT = json("{'stream':'btcusdt@trade','data':{'e':'trade','E':1,'s':'BTCUSDT',"
            + "'t':12345,'p':'60000.10','q':'0.010','T':1760000000148,'m':true}}");
    private static final String LISTED = json("{'result':['btcusdt@trade'],'id':3}");
    private static final String ACCOUNT = json("{'balances':[{'asset':'BTC','free':'1.5','locked':'0'}]}");
    private static final String RIGHTS =
            json("{'enableWithdrawals':false,'enableSpotAndMarginTrading':true,'enableReading':true}");
    private static final String REPLACED = json("{'cancelResult':'SUCCESS','newOrderResult':'FAILURE',"
            + "'cancelResponse':{'orderId':77},'newOrderResponse':{'code':-2010,'msg':'no'}}");
    private static final String REFUSED = json("{'code':-2010,'msg':'Account has insufficient balance.'}");

    private static final List<Decoder> DECODERS = List.of(
            new Decoder(ORDER, text -> OBJECTS.order(Json.read(text))),
            new Decoder(ORDER, text -> OBJECTS.reply(Json.read(text))),
            new Decoder("[" + ORDER + "]", text -> OBJECTS.orders(Json.read(text))),
            new Decoder(TRADES, text -> OBJECTS.trades(Json.read(text))),
            new Decoder(REPORT, new UserFrames(NAMES)::read),
            new Decoder(HELD, new UserFrames(NAMES)::read),
            new Decoder(ANSWERED, new UserFrames(NAMES)::read),
            new Decoder(INFO, new InstrumentWire(new VenueId("binance"))::read),
            new Decoder(PRINT, StreamWire::read),
            new Decoder(LISTED, StreamWire::read),
            new Decoder(ACCOUNT, text -> AccountObjects.balances(Json.read(text))),
            new Decoder(RIGHTS, text -> AccountObjects.rights(Json.read(text))),
            new Decoder(json("{'serverTime':1760000000000}"), text -> AccountObjects.serverTime(Json.read(text))),
            new Decoder(REPLACED, text -> ReplaceReply.find(Json.read(text))),
            new Decoder(
                    REFUSED,
                    text -> VenueError.find(Json.read(text))
                            .ifPresent(error -> ErrorTable.judge(400, Optional.of(error), Optional.empty()))));

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @Property(tries = 10_000)
    void aDamagedMessageIsReadOrRefused(@ForAll long seed) {
        Decoder.readDamaged(DECODERS, seed);
    }

    @Test
    void everyExampleIsReadAndNonsenseRefused() {
        Decoder.readExamplesAndNonsense(DECODERS);
    }
}
