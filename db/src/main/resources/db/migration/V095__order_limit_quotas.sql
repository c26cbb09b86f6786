-- Limits on sites, providers and whole policies (package order alone writes these tables).
--
-- A counter says how much of a limit is gone: granted, or lent to a drawer. A drawer holds a quota that
-- a node was lent beforehand and grants from without touching the counter, so that the groups of several
-- nodes do not fight over it. Granted in truth is the counter less what is left in its drawers.
--
-- These tables take the place of limit_use and limit_subject: a counter is made from the grants when it
-- is first asked for, so nothing has to be carried over.
create table limit_counter (
    counter_id  bigint      not null,
    counts_on   varchar(8)  character set ascii collate ascii_bin not null,
    subject_id  bigint      not null,
    policy_code varchar(64) character set ascii collate ascii_bin not null,
    per         varchar(8)  character set ascii collate ascii_bin not null,
    from_date   date        not null,
    slot        varchar(9)  character set ascii collate ascii_bin not null,
    meals       bigint      not null,
    fen         bigint      not null,
    primary key (counter_id),
    constraint limit_counter_once unique (policy_code, subject_id, counts_on, per, from_date, slot)
) engine = InnoDB default charset = utf8mb4;

-- What is left of a quota; below 0 only where the limit it was lent under does not ask. The limit is
-- written beside it: under another one the quota is worth nothing.
create table limit_quota (
    counter_id  bigint   not null,
    drawer      smallint not null,
    meals       bigint   not null,
    fen         bigint   not null,
    limit_meals bigint   null,
    limit_fen   bigint   null,
    primary key (counter_id, drawer),
    constraint limit_quota_of_counter foreign key (counter_id) references limit_counter (counter_id),
    constraint limit_quota_meals_hold check (limit_meals is null or meals >= 0),
    constraint limit_quota_fen_holds check (limit_fen is null or fen >= 0)
) engine = InnoDB default charset = utf8mb4;

drop table limit_use;
drop table limit_subject;
