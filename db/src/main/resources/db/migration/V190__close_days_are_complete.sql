-- A day is CLOSED only when every provider with something to stand on a statement has its statement or is parked
-- (package close writes statement, statement_anchor and parked_day; package ledger writes business_day).
--
-- statement_is_followed_once: a provider's statements are one chain, whatever the order of their days. A statement
-- that was made late follows the end of the chain; no two follow the same one. Anchors keep what they followed, so
-- that the end is found when statements are gone.

alter table statement
    add constraint statement_is_followed_once unique (provider_id, previous_hash);

alter table statement_anchor
    add column previous_hash char(64) character set ascii collate ascii_bin null,
    add key statement_anchor_follows (provider_id, previous_hash);

-- When the close of a day began, and how long it took, by real time; unknown for days of before this migration.
-- is_complete: the statement that closed the day has seen that nothing was missing. Days of before are looked at by the
-- next close, which makes what they lack and then sets it.
alter table business_day
    add column closing_at  datetime(6) null,
    add column took_ms     bigint      null,
    add column is_complete boolean     not null default 0,
    add constraint business_day_took_some_time check (took_ms >= 0);

-- DEFECT: the computation failed for a cause that the program does not know. told_at: when the event
-- settlement.parked was written; empty until then.
alter table parked_day drop constraint parked_day_has_a_cause;
alter table parked_day
    add column told_at datetime(6) null,
    add constraint parked_day_has_a_cause check (cause in
        ('SUM_TOO_LARGE', 'BOOKS_UNREADABLE', 'REFUSED', 'DEFECT', 'WAITS'));
