-- How often a statement has moved on since the close, and since when it is where it is (package close alone
-- writes these columns, through StatementStates).
--
-- version counts every step of its review and payment: who acts on what was read before is told so. Neither
-- column is hashed.

alter table statement
    add column version     int         not null default 1,
    add column state_since datetime(6) null,
    add constraint statement_version_counts check (version >= 1),
    add constraint statement_holds_nothing_negative check (held_fen >= 0),
    add key statement_by_state (state, district_code, statement_date);
