-- What has to be known without its archive, kept beside the events that leave: when a venue will hear of us again, and
-- what tells our orders from others.

INSERT OR REPLACE INTO meta (name, value)
SELECT 'archived account.banned ' || json_extract(payload, '$.venue'),
       json_object('seq', max(seq), 'at', at, 'nanos', nanos, 'type', type, 'payload', payload)
FROM events
WHERE seq BETWEEN $first AND $last AND type = (SELECT id FROM types WHERE name = 'account.banned')
GROUP BY json_extract(payload, '$.venue');

INSERT OR REPLACE INTO meta (name, value)
SELECT 'archived instanceTag', json_extract(payload, '$.instanceTag')
FROM events
WHERE seq BETWEEN $first AND $last AND type = (SELECT id FROM types WHERE name = 'desk.started')
ORDER BY seq DESC LIMIT 1;

INSERT OR REPLACE INTO meta (name, value)
SELECT 'archived child', max(coalesce(max(child), 0), coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'archived child'), 0))
FROM events
WHERE seq BETWEEN $first AND $last;
