package sluice.venue.bybit.trade.reply;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import sluice.market.Symbol;
import sluice.net.text.Fields;
import sluice.net.text.Json;
import sluice.venue.bad.Decoder;
import sluice.venue.bybit.names.Category;
import sluice.venue.bybit.names.SymbolNames;

/** Replies about orders and the account; streams, books and instruments have properties of their own. */
class DecoderProperties {

    private static final SymbolNames NAMES =
            new SymbolNames(List.of(Symbol.of("BTC-USDT"), Symbol.of("BTC-USDT-PERP")));
    private static final OrderObjects ORDERS = new OrderObjects(NAMES);
    private static final AccountObjects ACCOUNT = new AccountObjects(NAMES);

    private static final String ORDER = reply("{'category':'linear','nextPageCursor':'a%3A1','list':[{'symbol':"
            + "'BTCUSDT','orderId':'1321','orderLinkId':'x','side':'Buy','orderType':'Limit','price':'60000',"
            + "'qty':'0.02','timeInForce':'GTC','orderStatus':'New','cancelType':'UNKNOWN','rejectReason':"
            + "'EC_NoError','avgPrice':'','leavesQty':'0.02','cumExecQty':'0','cumExecValue':'0','reduceOnly':false,"
            + "'createdTime':'1760000000160','updatedTime':'1760000000171'}]}");
    private static final String FILL = reply("{'category':'spot','nextPageCursor':'','list':[{'symbol':'BTCUSDT',"
            + "'execId':'e-1','orderId':'1321','orderLinkId':'x','side':'Buy','execPrice':'60000','execQty':'0.01',"
            + "'execFee':'0.1','feeRate':'0.0002','feeCurrency':'','execType':'Trade','execTime':'1760000000010',"
            + "'isMaker':true}]}");
    private static final String POSITIONS = reply("{'list':[{'symbol':'BTCUSDT','side':'Sell','size':'0.01',"
            + "'avgPrice':'60000','markPrice':'60001','liqPrice':'','leverage':'10','positionIdx':0,'seq':12}]}");
    private static final String WALLET = reply("{'list':[{'accountType':'UNIFIED','coin':[{'coin':'USDT',"
            + "'walletBalance':'1000','locked':'10','totalOrderIM':'','totalPositionIM':'0'}]}]}");
    private static final String RIGHTS =
            reply("{'readOnly':0,'permissions':{'ContractTrade':['Order','Position'],'Spot':['SpotTrade']}}");
    private static final String TIME = reply("{'timeSecond':'1','timeNano':'1760000000000000000'}");

    private static final List<Decoder> DECODERS = List.of(
            new Decoder(ORDER, text -> ORDERS.orders(list(text), Category.LINEAR)),
            new Decoder(FILL, text -> ORDERS.fills(list(text), Category.SPOT)),
            new Decoder(POSITIONS, text -> ACCOUNT.positions(list(text))),
            new Decoder(WALLET, text -> AccountObjects.balances(list(text))),
            new Decoder(RIGHTS, text -> AccountObjects.rights(Json.read(text).in("result"))),
            new Decoder(TIME, text -> AccountObjects.serverTime(Json.read(text))),
            new Decoder(TIME, text -> VenueError.find(Json.read(text))));

    private static String reply(String result) {
        return ("{'retCode':0,'retMsg':'OK','result':" + result + ",'retExtInfo':{},'time':1760000000160}")
                .replace('\'', '"');
    }

    private static Fields list(String text) {
        return Json.read(text).in("result").in("list");
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
