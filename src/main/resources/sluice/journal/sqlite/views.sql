-- What people and notebooks read. Views hold nothing: they are dropped and made again whenever this text changes.
-- They show what has not been archived yet. To look for one order fast, ask for its parent: `WHERE parent = 17` (P-17).
-- Sums are floating point, for the eye; `sluice orders` and `fills` are exact.

CREATE VIEW journal AS
SELECT seq,
       strftime('%Y-%m-%dT%H:%M:%S', at / 1000000000, 'unixepoch') || printf('.%06dZ', at / 1000 % 1000000) AS at,
       types.name AS type,
       parent,
       child,
       payload
FROM events JOIN types ON types.id = events.type;

-- Who asked for what.
CREATE VIEW commands AS
SELECT seq, at, type, parent, payload
FROM journal
WHERE type LIKE 'desk.%' OR type IN ('parent.opened', 'parent.cancelAsked', 'parent.amended');

CREATE VIEW parents AS
SELECT 'P-' || opened.parent AS parentId,
       opened.at AS createdAt,
       opened.payload ->> 'symbol' AS symbol,
       opened.payload ->> 'side' AS side,
       opened.payload ->> 'orderQty' AS orderQty,
       ended.payload ->> 'reason' AS reason,
       ended.seq AS endedSeq,
       opened.parent
FROM journal opened
LEFT JOIN events ended
  ON ended.type = (SELECT id FROM types WHERE name = 'parent.ended') AND ended.parent = opened.parent
WHERE opened.type = 'parent.opened';

-- What each child order came to: its first and its latest terms, what was done of it, and how it ended.
CREATE VIEW order_folds AS
SELECT parent,
       child,
       max(CASE name WHEN 'order.created' THEN seq END) AS created,
       max(CASE name WHEN 'order.accepted' THEN payload ->> 'orderId' END) AS orderId,
       max(CASE name WHEN 'order.replaced' THEN seq END) AS replaced,
       total(CASE name WHEN 'order.traded' THEN payload ->> 'lastQty' END) AS cumQty,
       total(CASE name WHEN 'order.traded' THEN (payload ->> 'lastQty') * (payload ->> 'lastPx') END) AS notional,
       max(name = 'order.accepted') AS accepted,
       max(name = 'order.rejected') AS rejected,
       max(CASE WHEN name IN ('order.cancelled', 'order.rejected') THEN seq END) AS ended,
       max(CASE name WHEN 'order.inDoubt' THEN seq ELSE 0 END)
         > max(CASE WHEN name NOT IN ('order.inDoubt', 'order.sent', 'order.requested') THEN seq ELSE 0 END) AS inDoubt
FROM events JOIN types ON types.id = events.type
WHERE child IS NOT NULL
GROUP BY parent, child;

CREATE VIEW orders AS
SELECT 'C-' || fold.child AS childId,
       'P-' || fold.parent AS parentId,
       created.payload ->> 'clOrdId' AS clOrdId,
       created.payload ->> 'venue' AS venue,
       created.payload ->> 'symbol' AS symbol,
       created.payload ->> 'side' AS side,
       fold.orderId,
       coalesce(replaced.payload ->> 'px', created.payload ->> 'px') AS px,
       created.payload ->> 'tif' AS tif,
       coalesce(replaced.payload ->> 'orderQty', created.payload ->> 'orderQty') AS orderQty,
       round(fold.cumQty, 10) AS cumQty,
       CASE WHEN fold.cumQty > 0 THEN round(fold.notional / fold.cumQty, 10) END AS avgPx,
       CASE
         WHEN fold.cumQty > 0 AND round(fold.cumQty, 10)
           >= round(coalesce(replaced.payload ->> 'orderQty', created.payload ->> 'orderQty'), 10) THEN 'FILLED'
         WHEN fold.rejected AND fold.cumQty = 0 THEN 'REJECTED'
         WHEN ended.seq IS NOT NULL THEN 'CANCELLED'
         WHEN fold.cumQty > 0 THEN 'PARTIALLY_FILLED'
         WHEN fold.accepted THEN 'SUBMITTED'
         ELSE 'PENDING'
       END AS state,
       fold.inDoubt,
       ended.payload ->> 'reason' AS reason,
       created.at AS createdAt,
       fold.parent,
       fold.child
FROM order_folds fold
JOIN journal created ON created.seq = fold.created
LEFT JOIN events replaced ON replaced.seq = fold.replaced
LEFT JOIN events ended ON ended.seq = fold.ended;

CREATE VIEW fills AS
SELECT traded.seq,
       'C-' || traded.child AS childId,
       'P-' || traded.parent AS parentId,
       created.payload ->> 'venue' AS venue,
       created.payload ->> 'symbol' AS symbol,
       created.payload ->> 'side' AS side,
       traded.payload ->> 'execId' AS execId,
       traded.payload ->> 'lastQty' AS lastQty,
       traded.payload ->> 'lastPx' AS lastPx,
       traded.payload ->> 'fee' AS fee,
       traded.payload ->> 'feeAsset' AS feeAsset,
       traded.payload ->> 'liquidity' AS liquidity,
       coalesce(traded.payload ->> 'at', traded.at) AS at,
       traded.parent,
       traded.child
FROM journal traded
LEFT JOIN events created
  ON created.type = (SELECT id FROM types WHERE name = 'order.created')
  AND created.parent = traded.parent AND created.child = traded.child
WHERE traded.type = 'order.traded';
