-- What people and notebooks read. Views hold nothing: they are dropped and made again whenever this text changes.
-- They show what has not been archived yet.

CREATE VIEW journal AS
SELECT seq,
       strftime('%Y-%m-%dT%H:%M:%S', at / 1000000000, 'unixepoch') || printf('.%06dZ', at / 1000 % 1000000) AS at,
       types.name AS type,
       'P-' || parent AS parentId,
       'C-' || child AS childId,
       payload
FROM events JOIN types ON types.id = events.type;
