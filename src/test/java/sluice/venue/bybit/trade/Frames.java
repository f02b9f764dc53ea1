package sluice.venue.bybit.trade;

/** The venue's own texts, with what a test wants to vary. */
final class Frames {

    static final String RIGHTS =
            result(json("{'readOnly':0,'permissions':{'ContractTrade':['Order','Position'],'Spot':['SpotTrade']}}"));
    static final String WITHDRAWER =
            result(json("{'readOnly':0,'permissions':{'Spot':['SpotTrade'],'Wallet':['AccountTransfer','Withdraw']}}"));
    static final String WALLET = result(json("{'list':[{'accountType':'UNIFIED','coin':[{'coin':'USDT',"
            + "'walletBalance':'1000','locked':'10','totalOrderIM':'','totalPositionIM':'0'}]}]}"));
    static final String FEES =
            result(json("{'list':[{'symbol':'BTCUSDT','takerFeeRate':'0.00055','makerFeeRate':'0.0002'}]}"));
    static final String ACK = result(json("{'orderId':'1321','orderLinkId':'x'}"));
    static final String NONE = result(json("{'category':'linear','list':[],'nextPageCursor':''}"));

    private Frames() {}

    static String json(String text) {
        return text.replace('\'', '"');
    }

    static String result(String result) {
        return json("{'retCode':0,'retMsg':'OK','result':" + result + ",'retExtInfo':{},'time':1760000000160}");
    }

    static String error(int code) {
        return json("{'retCode':" + code + ",'retMsg':'words','result':{},'retExtInfo':{},'time':1760000000160}");
    }

    static String list(String rows) {
        return list(rows, "");
    }

    static String list(String rows, String cursor) {
        return result(json("{'category':'linear','list':[" + rows + "],'nextPageCursor':'" + cursor + "'}"));
    }

    /** A row of the order 1321 for 0.02 at 60000. */
    static String order(String id, String status, String cumQty) {
        return json("{'category':'linear','symbol':'BTCUSDT','orderId':'1321','orderLinkId':'" + id
                + "','side':'Buy','orderType':'Limit','price':'60000','qty':'0.02','timeInForce':'GTC',"
                + "'orderStatus':'" + status + "','cancelType':'UNKNOWN','rejectReason':'EC_NoError','avgPrice':'',"
                + "'leavesQty':'0','cumExecQty':'" + cumQty + "','cumExecValue':'0','positionIdx':0,"
                + "'reduceOnly':false,'isLeverage':'','createdTime':'1760000000160','updatedTime':'1760000000171'}");
    }

    static String rejected(String row, String reason) {
        return row.replace("EC_NoError", reason);
    }

    static String stood(String... rows) {
        return json("{'id':'m','topic':'order','creationTime':1760000000173,'data':[") + String.join(",", rows) + "]}";
    }

    /** A row of an execution of the order 1321. */
    static String execution(String id, String execId, String qty) {
        return json("{'category':'linear','symbol':'BTCUSDT','execId':'" + execId
                + "','orderId':'1321','orderLinkId':'" + id + "','side':'Buy','execPrice':'60000','execQty':'" + qty
                + "','execFee':'0.1','feeRate':'0.0002','execType':'Trade','execTime':'1760000000010',"
                + "'isMaker':true,'seq':7}");
    }

    static String executed(String... rows) {
        return json("{'id':'m','topic':'execution','creationTime':1760000000172,'data':[") + String.join(",", rows)
                + "]}";
    }

    static String position(String size, String side, int index, long sequence) {
        return json("{'category':'linear','symbol':'BTCUSDT','side':'" + side + "','size':'" + size
                + "','entryPrice':'60000','markPrice':'60001','liqPrice':'','leverage':'10','positionIdx':" + index
                + ",'seq':" + sequence + "}");
    }

    static String positions(String size, String side, int index) {
        return list(position(size, side, index, 1).replace("entryPrice", "avgPrice"));
    }

    static String positioned(String... rows) {
        return json("{'id':'m','topic':'position','creationTime':1760000000172,'data':[") + String.join(",", rows)
                + "]}";
    }
}
